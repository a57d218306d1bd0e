using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>What the officer corrected in a row on the page, as pages show it: numbers masked, ethnicity and religion not at all.</summary>
public static class EditedCells
{
    public static IEnumerable<ShownChange> Of(StagedRow row, IReadOnlyList<ListColumn> columns) => columns
        .Where(column => row.Details.Edited.ContainsKey(column.Index))
        .Select(column => IsSensitive(column)
            ? new ShownChange(LabelOf(column), null, "có thay đổi")
            : new ShownChange(LabelOf(column), Shown(column, row.Cells.ElementAtOrDefault(column.Index)), Shown(column, row.TextOf(column.Index))));

    /// <summary>What a cell said, or that it said nothing.</summary>
    public static string OrNothing(string? text) => string.IsNullOrEmpty(text) ? "(trống)" : text;

    private static string LabelOf(ListColumn column) =>
        column.Field is { } field && MemberFieldText.IsKept(field) ? MemberFieldText.Of(field) : ShownCell.Of(column.Header);

    private static bool IsSensitive(ListColumn column) => column.Field is MemberField.EthnicGroup or MemberField.Religion;

    private static string Shown(ListColumn column, string? text) => (column.Field, text) switch
    {
        (_, null or "") => OrNothing(text),
        (MemberField.CitizenId or MemberField.FormerIdNumber or MemberField.Phone or MemberField.HomePhone, _) => PersonValue.Masked(text),
        _ => ShownCell.Of(text),
    };
}
