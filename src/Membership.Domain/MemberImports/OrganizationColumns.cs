namespace Membership.Domain.MemberImports;

/// <summary>
/// Columns that say of which organizations a person is a member: one column of names, or one for each organization, to be ticked or
/// to hold the day of joining. Taken only when the values below can be that.
/// </summary>
internal sealed class OrganizationColumns(IReadOnlyList<IReadOnlyList<string>> headings, MemberField?[] fields, string?[] values)
{
    private const int FewestTicksToOdd = 5;

    private static readonly MemberField[] Identity =
    [
        MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale, MemberField.CitizenId,
    ];

    /// <summary>Writes down which columns they are, in the fields and values given.</summary>
    public void Find(IEnumerable<SheetRow> rowsBelow)
    {
        var people = rowsBelow.Where(IsPerson).ToArray();
        FindTicks(people);
        foreach (var column in Columns(column => values[column] is null && (fields[column] == MemberField.Organization || (fields[column] is null && IsUnderOrganizations(column)))))
            fields[column] = HoldsNames(people, column) ? MemberField.Organization : null;
    }

    private void FindTicks(SheetRow[] people)
    {
        var ticked = Columns(column => fields[column] is null && NamesOrganization(headings[column]) && MayBeTicks(people, column));
        if (!Array.Exists(ticked, column => OrganizationNames.IsSure(headings[column][^1]) || IsUnderOrganizations(column)))
            return;

        foreach (var column in ticked)
            (fields[column], values[column]) = (MemberField.Organization, headings[column][^1]);
    }

    private int[] Columns(Func<int, bool> condition) => [.. Enumerable.Range(0, headings.Count).Where(condition)];

    /// <summary>Below a group that is about something else, "CĐ" is a college and "Đoàn thể" an office.</summary>
    private static bool NamesOrganization(IReadOnlyList<string> lines) =>
        lines.Count > 0 && OrganizationNames.CodeOf(lines[^1]) is not null && !lines.Any(ListHeadings.IsSomebodyElse)
        && lines.SkipLast(1).All(group => ListHeadings.FieldOf(group) is null or MemberField.Organization);

    private bool IsUnderOrganizations(int column) =>
        headings[column].SkipLast(1).Any(group => ListHeadings.FieldOf(group) == MemberField.Organization);

    private bool IsPerson(SheetRow row) =>
        Has(row, field => HeadingBlock.IsName(field)) && Has(row, field => Identity.Contains(field));

    private bool Has(SheetRow row, Func<MemberField, bool> wanted) =>
        Enumerable.Range(0, fields.Length).Any(column => fields[column] is { } field && wanted(field) && !CellText.IsBlank(row[column]));

    /// <summary>A few odd cells among ticks are said of their rows; more of them, and the column is about something else.</summary>
    private static bool MayBeTicks(SheetRow[] people, int column) => people.Count(row => !CanBeTick(row[column])) * FewestTicksToOdd <= people.Length;

    private static bool CanBeTick(Cell cell) =>
        OrganizationReader.SaysNo(cell) || CellText.IsTick(cell) || cell.Kind == CellKind.Date || CellText.IsError(cell)
        || DateNumbers.In(cell.Text) is { Count: > 1 } or { Count: 1, First.Digits: 4 } || OrganizationNames.CodeOf(cell.Text) is not null;

    private static bool HoldsNames(SheetRow[] people, int column)
    {
        var written = people.Select(row => row[column]).Where(cell => !OrganizationReader.SaysNo(cell) && !CellText.IsError(cell)).ToArray();
        return written.Count(cell => OrganizationNames.Divided(cell.Text).Any(name => OrganizationNames.CodeOf(name) is not null)) * 2 >= written.Length;
    }
}
