using System.CommandLine;
using MediatR;
using Membership.App.Approvals;
using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.MemberImports;

namespace Membership.Web.CommandLine;

internal static class ImportCommand
{
    private const int MostAttempts = 5;

    public static void AddTo(RootCommand root)
    {
        var line = new ImportLine();
        var command = new Command("import", "Nhập một danh sách đoàn viên, hội viên");
        line.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var asked = line.Asked(parsed);
            if (asked.Resumed is null && !asked.File!.Exists)
                return Refusing.Say($"Không tìm thấy tệp “{asked.File.Name}”. Hãy kiểm tra lại đường dẫn.");

            await using var host = await CommandHost.OpenAsync(parsed, token);
            return Say(await ImportProgressLine.ShowAsync(progress => RunAsync(host.Mediator, asked, progress, token)), asked.Json);
        });
        root.Subcommands.Add(command);
        root.Subcommands.Add(CommitCommand());
    }

    /// <summary>For a list that waited for a second person.</summary>
    private static Command CommitCommand()
    {
        var id = new Argument<long>("id") { Description = "Số của đợt nhập" };
        var json = CommandOptions.Json();
        var acceptRepairs = CommandOptions.AcceptRepairs();
        var command = new Command("commit", "Ghi vào sổ một danh sách đã nhận, sau khi được duyệt hoặc đồng ý sửa") { id, acceptRepairs, json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            return Say(
                await ImportProgressLine.ShowAsync(progress => TakeAsync(
                    host.Mediator, parsed.GetValue(id), new ImportWay(DryRun: false, parsed.GetValue(acceptRepairs)), progress, token)),
                parsed.GetValue(json));
        });
        return command;
    }

    private static int Say(Outcome<ImportResult> outcome, bool json)
    {
        if (outcome.Refusal is RepairsNotAnswered open)
            return Refusing.Say($"{RefusalText.Of(open)} Trên dòng lệnh: commit {open.Id} --accept-repairs để đồng ý tất cả.");
        if (outcome.Refusal is AnswerWaited waiting)
            return Refusing.Say($"{RefusalText.Of(waiting.Question)} Danh sách là đợt nhập số {waiting.ImportId}: trả lời trên trang web, hoặc chạy import --resume {waiting.ImportId} --mapping TỆP.");
        if (outcome.Refusal is QuestionsLeft left)
        {
            Print(left.Result, json);
            return Refusing.Say($"{RefusalText.Of(left.Open)} Trên dòng lệnh: import --resume {left.Open.Id}{ListNotAnsweredText.Options(left.Open)}.");
        }

        if (outcome.Refusal is EmptyCellsNotAnswered cells)
            return Refusing.Say($"{RefusalText.Of(cells)} Trên dòng lệnh: --empty-cells keep hoặc clear.");
        if (outcome.Refusal is ApprovalWaited { Asked: var asked, ImportId: var importId })
            return Refusing.Say($"{RefusalText.Of(asked)} Trên dòng lệnh: approval grant {asked.ApprovalId} --as NGƯỜI_DUYỆT, rồi commit {importId}.");
        if (outcome.IsRefused)
            return Refusing.Say(outcome.Refusal!);

        Print(outcome.Value, json);
        return 0;
    }

    private static void Print(ImportResult result, bool json)
    {
        if (json)
            CommandJson.Print(result);
        else
            Console.Out.WriteLine(ImportText.Of(result));
    }

    private static async Task<Outcome<ImportResult>> RunAsync(
        IMediator mediator, ImportAsked asked, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var received = asked.Resumed is { } id
            ? await ChooseAsync(mediator, id, asked, cancellationToken)
            : await ReceiveAsync(mediator, asked, cancellationToken);
        return received.IsRefused ? received.Refusal! : await TakeAsync(mediator, received.Value, new ImportWay(asked.DryRun, asked.AcceptRepairs), progress, cancellationToken);
    }

    private static async Task<Outcome<long>> ReceiveAsync(IMediator mediator, ImportAsked asked, CancellationToken cancellationToken)
    {
        await using var content = asked.File!.OpenRead();
        return await mediator.Send(
            new ReceiveMemberList(
                content, asked.File.Name, asked.Organization!, asked.Locality!, asked.AsOf, asked.Sheet, asked.Choices(ListChoices.None)),
            cancellationToken);
    }

    /// <summary>An import that was cut off, or waits for an answer, goes on with what the line says more.</summary>
    private static async Task<Outcome<long>> ChooseAsync(IMediator mediator, long importId, ImportAsked asked, CancellationToken cancellationToken)
    {
        if (!asked.HasChoices)
            return importId;

        var found = await mediator.Send(new GetImportPreview(importId, WithRows: false), cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var chosen = await mediator.Send(new ChooseListReading(importId, asked.Choices(found.Value.Import.Choices)), cancellationToken);
        return chosen.IsRefused ? chosen.Refusal! : importId;
    }

    /// <summary>A list that was only tried is not left waiting; of another one it is said how to answer.</summary>
    private static async Task<Refusal> EndAsync(IMediator mediator, long importId, Refusal refusal, ImportWay way, CancellationToken cancellationToken)
    {
        if (way.DryRun)
            await mediator.Send(new DiscardMemberImport(importId), cancellationToken);
        var found = await mediator.Send(new GetImportPreview(importId, WithRows: false), cancellationToken);
        return found is { IsRefused: false, Value.Import.State: MemberImportState.Asking } ? new AnswerWaited(importId, refusal) : refusal;
    }

    /// <summary>Checks and commits, and again when somebody else wrote to the register in between: there is nobody to ask.</summary>
    private static async Task<Outcome<ImportResult>> TakeAsync(
        IMediator mediator, long importId, ImportWay way, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var checkedList = await mediator.Send(new CheckMemberList(importId, progress, IsTrial: way.DryRun), cancellationToken);
            if (checkedList.IsRefused)
                return await EndAsync(mediator, importId, checkedList.Refusal!, way, cancellationToken);

            var report = (await mediator.Send(new GetImportReport(importId), cancellationToken)).Value;
            if (way.DryRun)
            {
                await mediator.Send(new DiscardMemberImport(importId), cancellationToken);
                return ImportResult.Of(report, committed: false);
            }

            if (way.AcceptRepairs)
                await mediator.Send(new AnswerRepairs(importId, report.Repairs.Keys.ToDictionary(repair => repair, _ => true)), cancellationToken);

            var committed = await mediator.Send(new CommitMemberImport(importId, progress), cancellationToken);
            if (committed.Refusal is not RegisterChangedSinceCheck || attempt == MostAttempts)
                return Ended(committed, report);
        }
    }

    private static Outcome<ImportResult> Ended(Outcome<CommitSummary> committed, ImportReport report) => committed.Refusal switch
    {
        // A list that was imported before is no failure: whoever runs this again and again must see it end well.
        null or NothingToWrite => ImportResult.Of(report, committed: !committed.IsRefused),
        ListNotAnswered open => new QuestionsLeft(open, ImportResult.Of(report, committed: false)),
        NeedsSecondPerson asked => new ApprovalWaited(report.Import.Id, asked),
        { } refusal => refusal,
    };
}

/// <param name="AcceptRepairs">All that is proposed to be put right is agreed to.</param>
internal sealed record ImportWay(bool DryRun, bool AcceptRepairs);

/// <summary>The list was checked and waits for answers: what it would do is told all the same.</summary>
internal sealed record QuestionsLeft(ListNotAnswered Open, ImportResult Result) : Refusal;

/// <summary>The list waits for an answer that the command line was not given.</summary>
internal sealed record AnswerWaited(long ImportId, Refusal Question) : Refusal;

/// <summary>The list waits for a second person; the import has its number by now.</summary>
internal sealed record ApprovalWaited(long ImportId, NeedsSecondPerson Asked) : Refusal;
