using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Membership.Web.Pages.MemberImports;

namespace Membership.Web.CommandLine;

/// <summary>An import for a person at the terminal.</summary>
internal static class ImportHistoryText
{
    public static string Of(ImportHistory history)
    {
        var import = history.Import;
        return string.Join('\n',
        [
            $"Đợt nhập số {import.Id}: {VerdictText.State(import.State)}",
            $"  {import.FileName} (SHA-256 {import.Sha256}){(history.HasFile ? "" : ", tệp không còn được giữ")}",
            $"  {history.OrganizationName}, {history.LocalityName}, tính đến ngày {ShownDate.Of(import.AsOf)}; {import.ReceivedBy} nhận lúc {Vietnamese.Moment(import.ReceivedAt)}",
            .. import.RefusedText is { } text ? [$"  {text}"] : Array.Empty<string>(),
            $"  {Vietnamese.Number(import.Rows)} dòng: mới {Vietnamese.Number(import.NewRows)} · thay đổi {Vietnamese.Number(import.ChangedRows)}"
                + $" · không đổi {Vietnamese.Number(import.UnchangedRows)} · nghi trùng {Vietnamese.Number(import.DoubtfulRows)} · chưa nhận {Vietnamese.Number(import.RejectedRows)}"
                + $"; đã ghi {WrittenText.Of(import, history.Ended)}",
            .. history.Columns.Select(column => $"  cột {SheetColumn.Letters(column.Index)} “{column.Header}”: {(column.Field is { } field ? MemberFieldText.Of(field) : "không dùng")}"),
            .. history.Repairs.OrderBy(repair => repair.Key).Select(repair => $"  {(import.CommittedAt is null ? "đề nghị sửa" : "đã sửa")}: {RepairText.Of(repair.Key)} ({Vietnamese.Number(repair.Value)} dòng)"),
            .. history.Steps.Where(step => step.Kind is AuditKind.Imported or AuditKind.Undone).Select(Step),
            .. history.Outcomes.OrderBy(outcome => outcome.Key).Select(outcome => $"  {Vietnamese.Number(outcome.Value)} dòng. {UndoOutcomeText.Of(outcome.Key)}"),
        ]);
    }

    private static string Step(ImportHistoryStep step) => step.Kind == AuditKind.Imported
        ? $"  {step.By} ghi vào sổ lúc {Vietnamese.Moment(step.At)}"
        : $"  {step.By} hoàn lại lúc {Vietnamese.Moment(step.At)}: {step.Reason}";
}

/// <summary>What <c>imports show --json</c> prints.</summary>
/// <param name="Choices">As <c>import --mapping</c> takes them.</param>
internal sealed record ShownImport(
    long Id, MemberImportState State, string File, string Sha256, bool HasFile, string Organization, string Locality, DateOnly AsOf, string By, DateTime At,
    int Rows, int New, int Changed, int Unchanged, int Doubtful, int Rejected, int Taken, int MissingMembers, string? Refused,
    IReadOnlyList<ImportedColumn> Columns, IReadOnlyList<ImportRepair> Repairs, ListChoices Choices,
    IReadOnlyList<ImportHistoryStep> Steps, IReadOnlyDictionary<UndoOutcome, int> Undone)
{
    public static ShownImport Of(ImportHistory history)
    {
        var import = history.Import;
        return new ShownImport(
            import.Id, import.State, import.FileName, import.Sha256, history.HasFile, history.OrganizationName, history.LocalityName, import.AsOf,
            import.ReceivedBy, import.ReceivedAt, import.Rows, import.NewRows, import.ChangedRows, import.UnchangedRows, import.DoubtfulRows, import.RejectedRows,
            import.TakenRows, import.MissingMembers, import.RefusedText,
            [.. history.Columns.Select(column => new ImportedColumn(column.Header, SheetColumn.Letters(column.Index), column.Field))],
            [.. history.Repairs.OrderBy(repair => repair.Key).Select(repair => new ImportRepair(repair.Key, repair.Value))],
            import.Choices, history.Steps, history.Outcomes);
    }
}
