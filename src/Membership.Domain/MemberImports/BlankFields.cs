namespace Membership.Domain.MemberImports;

/// <summary>
/// Fields that a blank cell may clear, when the officer says so. Never name, birth, sex, citizen number, or the day of joining, from
/// which the membership is counted.
/// </summary>
public static class BlankFields
{
    private static readonly MemberField[] MayBeCleared =
    [
        MemberField.Phone, MemberField.FormerIdNumber, MemberField.EthnicGroup, MemberField.Religion, MemberField.Education,
        MemberField.Qualification, MemberField.PoliticalTheory, MemberField.Address, MemberField.Office,
    ];

    /// <summary>Those that have columns in the list, all of which are blank in the row.</summary>
    public static IReadOnlyList<MemberField> Of(IReadOnlyList<ListColumn> columns, SheetRow row)
    {
        List<MemberField>? blank = null;
        foreach (var field in MayBeCleared)
        {
            if (IsBlank(columns, row, field))
                (blank ??= []).Add(field);
        }

        return blank ?? (IReadOnlyList<MemberField>)[];
    }

    private static bool IsBlank(IReadOnlyList<ListColumn> columns, SheetRow row, MemberField field)
    {
        var isThere = false;
        for (var at = 0; at < columns.Count; at++)
        {
            if (columns[at].Field != field)
                continue;
            if (!IsBlank(row, columns[at]))
                return false;
            isThere = true;
        }

        return isThere;
    }

    private static bool IsBlank(SheetRow row, ListColumn column) => row[column.Index].IsEmpty;
}
