namespace Membership.Domain.MemberImports;

/// <summary>One column of a list.</summary>
/// <param name="Index">From 0, A first.</param>
/// <param name="Header">The full heading as written, its lines joined: "Ngày sinh / Nam".</param>
/// <param name="Field">What it holds; null when it was not recognised or another column was preferred.</param>
/// <param name="Value">The value that a tick in the column stands for (Kinh | Khác under Dân tộc); null in a column of values.</param>
public sealed record ListColumn(int Index, string Header, MemberField? Field, string? Value = null);

/// <summary>Where the heading of a list stands and what its columns hold.</summary>
/// <param name="FirstHeaderRow">As Excel numbers it.</param>
/// <param name="HeaderRow">The last line of the heading, as Excel numbers it; 0 when the list has none.</param>
public sealed record ListShape(int FirstHeaderRow, int HeaderRow, IReadOnlyList<ListColumn> Columns)
{
    private static readonly int FieldCount = (int)Enum.GetValues<MemberField>().Max() + 1;
    private readonly int[] _columnByField = ColumnsByField(Columns);

    /// <summary>All columns of the address, from left to right.</summary>
    internal int[] AddressColumns { get; } =
        [.. Columns.Where(column => column.Field == MemberField.Address).Select(column => column.Index)];

    internal AddressLevels AddressLevels { get; } = AddressLevels.Of(Columns.Where(column => column.Field == MemberField.Address));

    /// <summary>Ghi chú, tình trạng.</summary>
    internal int[] NoteColumns { get; } = [.. Columns.Where(column => column.Field == MemberField.Note).Select(column => column.Index)];

    /// <summary>Lý do giảm, ngày mất, nơi chuyển đến.</summary>
    internal int[] LeavingColumns { get; } = [.. Columns.Where(column => column.Field == MemberField.Leaving).Select(column => column.Index)];

    internal int[] NameColumns { get; } = [.. Columns.Where(column => column.Field is { } field && HeadingBlock.IsName(field)).Select(column => column.Index)];

    /// <summary>Columns whose heading is the value of those who are ticked there.</summary>
    internal ListColumn[] TickColumns { get; } = [.. Columns.Where(column => column.Value is not null)];

    /// <summary>Columns that say of which organizations a person is a member; without a code they hold names.</summary>
    internal OrganizationColumn[] OrganizationColumns { get; } =
        [.. Columns.Where(column => column.Field == MemberField.Organization).Select(OrganizationColumn.Of)];

    /// <summary>Whether rows can say themselves which branch they belong to.</summary>
    internal bool NamesBranches => Has(MemberField.Branch) || Has(MemberField.Neighbourhood);

    /// <summary>For lists of the Party: there the date of joining the Party is the date of joining the list's organization.</summary>
    public ListShape WithPartyDateAsAdmission() => Has(MemberField.AdmittedOn) || !Has(MemberField.JoinedPartyOn) ? this : new(
        FirstHeaderRow,
        HeaderRow,
        [.. Columns.Select(column => column.Field == MemberField.JoinedPartyOn ? column with { Field = MemberField.AdmittedOn } : column)]);

    /// <summary>
    /// With the day of joining the list's own organization, of several ("Ngày vào Hội | Ngày vào Đoàn"); one that names another
    /// organization says when somebody joined that.
    /// </summary>
    /// <param name="organization">Code of the list's own.</param>
    public ListShape WithAdmissionTo(string organization)
    {
        var days = AdmissionHeading.In(Columns);
        var own = Array.FindAll(days, day => day.Organization == organization);
        var chosen = own.Length > 0 ? own : Array.FindAll(days, day => day.Organization is null);
        var column = chosen.Length == 1 ? chosen[0].Column.Index : -1;
        return days.Length == 0 || (column >= 0 && column == ColumnOf(MemberField.AdmittedOn)) ? this : new(
            FirstHeaderRow,
            HeaderRow,
            [.. Columns.Select(one => one.Index == column
                ? one with { Field = MemberField.AdmittedOn }
                : one.Field == MemberField.AdmittedOn && Array.Exists(days, day => day.Column == one) ? one with { Field = null } : one)]);
    }

    internal bool HasLearning { get; } =
        Columns.Any(column => column.Field is MemberField.Education or MemberField.Qualification or MemberField.PoliticalTheory);

    /// <summary>The (first) column of a field, from 0; -1 when the list has none.</summary>
    internal int ColumnOf(MemberField field) => _columnByField[(int)field];

    internal bool Has(MemberField field) => ColumnOf(field) >= 0;

    private static int[] ColumnsByField(IReadOnlyList<ListColumn> columns)
    {
        var byField = new int[FieldCount];
        Array.Fill(byField, -1);
        foreach (var column in columns.Reverse())
        {
            if (column is { Field: { } field, Value: null })
                byField[(int)field] = column.Index;
        }

        return byField;
    }
}

/// <param name="Code">Of the organization whose members are ticked; null in a column of names.</param>
/// <param name="IsMemberOfUnion">"Đoàn viên" only.</param>
internal readonly record struct OrganizationColumn(int Index, string? Code, bool IsMemberOfUnion)
{
    public static OrganizationColumn Of(ListColumn column) => column.Value is { } name
        ? new OrganizationColumn(column.Index, OrganizationNames.CodeOf(name), OrganizationNames.IsMemberOfUnion(name))
        : new OrganizationColumn(column.Index, null, false);
}
