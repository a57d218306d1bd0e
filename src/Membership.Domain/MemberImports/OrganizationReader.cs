using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a row says about organizations.</summary>
/// <param name="OwnSince">When the person joined the list's own organization, where its column holds days.</param>
internal readonly record struct OrganizationReading(OtherMemberships? AlsoIn, bool IsInOthersOnly, PartialDate? OwnSince);

/// <summary>Reads of which organizations a person is a member, in a list that names several.</summary>
internal static class OrganizationReader
{
    public static OrganizationReading Read(RowReading row)
    {
        if (row.Shape.OrganizationColumns.Length == 0 || row.Rules.Organizations is not { } organizations)
            return default;

        var named = Named(row);
        var isOwn = named.Remove(organizations.Own, out var ownSince);
        var isInOthersOnly = organizations.NamesOwn && !isOwn && named.Keys.Any(organizations.Knows);
        LeaveOut(row, named, organizations);
        if (isInOthersOnly && named.Count == 0)
            row.Report(RowProblemCode.OnlyInOtherOrganizations, MemberField.Organization);
        else if (isInOthersOnly)
            row.Warn(RowWarningCode.NotInOwnOrganization, MemberField.Organization);

        return new OrganizationReading(OtherMemberships.Of(named), isInOthersOnly, ownSince);
    }

    /// <summary>Codes of all organizations that a row names, known to the register or not.</summary>
    public static IEnumerable<string> CodesIn(SheetRow row, RowRules rules) => Named(new RowReading(row, rules)).Keys;

    /// <summary>Blank, a dash, or "không".</summary>
    public static bool SaysNo(Cell cell) => CellText.IsBlank(cell) || CellText.SaysNothing(cell) || PersonName.Fold(VietnameseText.Clean(cell.Text)) is "khong" or "ko" or "k";

    private static SortedDictionary<string, PartialDate?> Named(RowReading row)
    {
        var named = new SortedDictionary<string, PartialDate?>(StringComparer.Ordinal);
        foreach (var column in row.Shape.OrganizationColumns.Where(column => !SaysNo(row[column.Index])))
        {
            if (column.Code is not { } code)
                AddNames(row, row[column.Index], named);
            else if (!column.IsMemberOfUnion || row.Rules.Organizations!.Own != OrganizationNames.TradeUnion)
                AddTick(row, row[column.Index], code, named);
        }

        return named;
    }

    private static void AddTick(RowReading row, Cell cell, string code, SortedDictionary<string, PartialDate?> named)
    {
        var isTick = CellText.IsTick(cell) || OrganizationNames.CodeOf(cell.Text) == code;
        var since = isTick ? default : DateReader.OfEvent(row, MemberField.Organization, cell);
        if (!isTick && since.Date is null)
        {
            row.Warn(RowWarningCode.OrganizationCellUnclear, MemberField.Organization, cell.Text);
            return;
        }

        if (since.Repair is { } repair)
            row.Repaired(repair, MemberField.Organization);
        named[code] = named.GetValueOrDefault(code) ?? since.Date;
    }

    private static void AddNames(RowReading row, Cell cell, SortedDictionary<string, PartialDate?> named)
    {
        foreach (var written in OrganizationNames.Divided(VietnameseText.WellFormed(cell.Text)))
        {
            var name = row.Chosen(MemberField.Organization, written) ?? written;
            if (OrganizationNames.CodeOf(name) is { } code)
                named.TryAdd(code, null);
            else if (name.Length > 0)
                row.Warn(RowWarningCode.OrganizationUnknown, MemberField.Organization, written);
        }
    }

    /// <summary>Takes out what cannot be written, and says why.</summary>
    private static void LeaveOut(RowReading row, SortedDictionary<string, PartialDate?> named, ListOrganizations organizations)
    {
        foreach (var code in named.Keys.Where(code => !organizations.Others.Contains(code)).ToArray())
        {
            named.Remove(code);
            row.Warn(organizations.Knows(code) ? RowWarningCode.OrganizationOutOfScope : RowWarningCode.OrganizationUnknown, MemberField.Organization, code);
        }
    }
}
