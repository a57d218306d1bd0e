using System.CommandLine;
using System.Globalization;
using MediatR;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Web.Pages.MemberImports;

namespace Membership.Web.CommandLine;

/// <summary>Says who a doubtful row of a list is; without a row, which rows wait and whom they may mean.</summary>
internal static class AnswerCommand
{
    private const string AsNew = "new";
    private const string LeaveOut = "skip";

    public static Command Create()
    {
        var id = new Argument<long>("id") { Description = "Số của đợt nhập" };
        var row = new Option<int?>("--row") { Description = "Số dòng như trong Excel; không có: liệt kê các dòng đang chờ" };
        var sheet = new Option<string?>("--sheet") { Description = "Trang tính của dòng, khi danh sách nằm trên nhiều trang; mặc định là trang đầu" };
        var person = new Option<string?>("--person") { Description = $"Số của người đã có, {AsNew}: người mới, {LeaveOut}: bỏ dòng này" };
        var json = CommandOptions.Json();
        var command = new Command("answer", "Trả lời dòng nghi trùng là ai") { id, row, sheet, person, json };
        command.Validators.Add(parsed =>
        {
            var (hasRow, answer) = (parsed.GetValue(row) is not null, parsed.GetValue(person));
            if (hasRow != answer is not null)
                parsed.AddError($"--row và --person phải đi cùng nhau: --row số dòng --person số người, {AsNew} hoặc {LeaveOut}");
            else if (answer is not null && DecisionOf(answer) is null)
                parsed.AddError($"--person phải là số của một người, {AsNew} hoặc {LeaveOut}, không phải “{answer}”");
        });
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            return parsed.GetValue(row) is { } number
                ? await AnswerAsync(host.Mediator, parsed.GetValue(id), (parsed.GetValue(sheet), number), DecisionOf(parsed.GetValue(person)!)!.Value, parsed.GetValue(json), token)
                : await ListAsync(host.Mediator, parsed.GetValue(id), parsed.GetValue(json), token);
        });
        return command;
    }

    private static (RowDecision Decision, long? PersonId)? DecisionOf(string text) => text switch
    {
        AsNew => (RowDecision.AsNewPerson, null),
        LeaveOut => (RowDecision.LeaveOut, null),
        _ => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var person) ? (RowDecision.AsKnownPerson, person) : null,
    };

    private static async Task<int> AnswerAsync(
        IMediator mediator, long id, (string? Sheet, int Number) row, (RowDecision Decision, long? PersonId) answer, bool asJson, CancellationToken token)
    {
        var preview = await mediator.Send(new GetImportPreview(id, RowVerdict.Doubtful), token);
        if (preview.IsRefused)
            return Refusing.Say(preview.Refusal!);

        var tables = preview.Value.Tables;
        var table = tables.FirstOrDefault(one => row.Sheet is null || one.Sheet == row.Sheet);
        var key = table is null ? -1 : new ListRow(table.SheetIndex, row.Number).Key;
        var outcome = await mediator.Send(new DecideImportRow(id, key, answer.Decision, answer.PersonId), token);
        if (outcome.IsRefused)
            return Refusing.Say(outcome.Refusal!);

        var waiting = (await mediator.Send(new GetImportPreview(id, RowVerdict.Doubtful), token)).Value.Undecided;
        if (asJson)
            CommandJson.Print(new AnsweredRow(id, row.Number, table!.Sheet, answer.Decision, answer.PersonId, waiting));
        else
            Console.Out.WriteLine($"Dòng {row.Number}: {VerdictText.Of(answer.Decision)}. Còn {waiting} dòng chờ quyết định.");
        return 0;
    }

    private static async Task<int> ListAsync(IMediator mediator, long id, bool asJson, CancellationToken token)
    {
        var rows = new List<WaitingRow>();
        for (var page = 1; ; page++)
        {
            var preview = await mediator.Send(new GetImportPreview(id, RowVerdict.Doubtful, page), token);
            if (preview.IsRefused)
                return Refusing.Say(preview.Refusal!);

            rows.AddRange(preview.Value.Rows.Where(row => !row.IsTaken && row.Row.Decision == RowDecision.None).Select(row => WaitingRow.Of(row, preview.Value)));
            if (page * GetImportPreview.PageSize >= preview.Value.RowsInFilter)
                break;
        }

        if (asJson)
            CommandJson.Print(new WaitingRows(id, rows));
        else if (rows.Count == 0)
            Console.Out.WriteLine("Không có dòng nào chờ quyết định.");
        else
            rows.ForEach(row => Console.Out.WriteLine(row.Text));
        return 0;
    }
}

/// <summary>What <c>imports answer --json</c> prints.</summary>
/// <param name="Waiting">Rows that still wait.</param>
internal sealed record AnsweredRow(long ImportId, int Row, string Sheet, RowDecision Decision, long? Person, int Waiting);

/// <summary>What <c>imports answer --json</c> prints without a row.</summary>
internal sealed record WaitingRows(long ImportId, IReadOnlyList<WaitingRow> Rows);

internal sealed record WaitingRow(int Row, string Sheet, DoubtReason Doubt, string Message, IReadOnlyList<WaitingCandidate> Candidates)
{
    public string Text => string.Join('\n', [$"Dòng {Row}: {Message}", .. Candidates.Select(candidate => $"  {candidate.Text}")]);

    public static WaitingRow Of(PreviewRow row, ImportPreview preview) => new(
        ListRow.OfKey(row.Row.RowNumber).Number, ListTable.Of(row.Row.RowNumber, preview.Tables).Sheet, row.Row.Details.Doubt!.Value,
        DoubtText.Of(row.Row.Details, preview.SheetNames)!, [.. row.Candidates.Select(WaitingCandidate.Of)]);
}

/// <summary>Somebody beyond the scope has her number only.</summary>
internal sealed record WaitingCandidate(
    long Person, string? Name, string? BirthDate, string? Branch, IReadOnlyList<string> Organizations, string? Address, string? PhoneEnd, int? Score,
    string? Evidence, string? Recorded)
{
    public string Text => $"--person {Person}: "
        + string.Join("; ", new[] { Name ?? "ngoài phạm vi của bạn", BirthDate, Branch, Address, Evidence, Recorded }.OfType<string>());

    public static WaitingCandidate Of(Candidate candidate) => candidate.Elsewhere is not null
        ? new(candidate.PersonId, null, null, null, [], null, null, null, null, null)
        : new(
            candidate.PersonId, candidate.FullName, candidate.BirthDate, candidate.Branch, candidate.Organizations, candidate.Address, candidate.PhoneEnd,
            candidate.Match?.Score, candidate.Match is { } match ? EvidenceText.Of(match) : null, candidate.End is { } end ? EvidenceText.Of(end) : null);
}
