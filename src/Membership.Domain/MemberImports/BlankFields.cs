namespace Membership.Domain.MemberImports;

/// <summary>
/// Fields that a blank cell may clear, when the officer says so. Never name, birth, sex, citizen number, or the day of joining, from
/// which the membership is counted.
/// </summary>
public static class BlankFields
{
    private static readonly MemberField[] MayBeCleared =
    [
        MemberField.Phone, MemberField.FormerIdNumber, MemberField.EthnicGroup, MemberField.Religion, MemberField.Address, MemberField.Office,
    ];

    /// <summary>Those that have columns in the list, all of which are blank in the row.</summary>
    public static IReadOnlyList<MemberField> Of(IReadOnlyList<ListColumn> columns, SheetRow row) =>
        [.. MayBeCleared.Where(field => columns.Any(column => column.Field == field) && columns.Where(column => column.Field == field).All(column => IsBlank(row, column)))];

    private static bool IsBlank(SheetRow row, ListColumn column) => column.Index >= row.Cells.Count || string.IsNullOrWhiteSpace(row.Cells[column.Index].Text);
}
