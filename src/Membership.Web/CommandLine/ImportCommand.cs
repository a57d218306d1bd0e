using System.CommandLine;
using MediatR;
using Membership.App.MemberImports;
using Membership.Domain;

namespace Membership.Web.CommandLine;

internal static class ImportCommand
{
    private const int MostAttempts = 5;

    public static void AddTo(RootCommand root)
    {
        var file = new Argument<FileInfo>("file") { Description = "Tệp .xlsx, .xls hoặc .csv" };
        var organization = new Option<string>("--organization") { Description = "Mã tổ chức: DANG, MTTQ, CD, HND, DTN, LHPN, CCB", Required = true };
        var (locality, asOf, json) = (CommandOptions.Locality(), CommandOptions.AsOf(), CommandOptions.Json());
        var sheet = new Option<string?>("--sheet") { Description = "Tên trang tính; mặc định: trang đầu tiên có danh sách" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Chỉ kiểm tra, không ghi" };
        var command = new Command("import", "Nhập một danh sách đoàn viên, hội viên") { file, organization, locality, asOf, sheet, dryRun, json };
        command.SetAction(async (parsed, token) =>
        {
            var asked = new ImportAsked(
                parsed.GetValue(file)!, parsed.GetValue(organization)!.ToUpperInvariant(), parsed.GetValue(locality)!, parsed.GetValue(asOf), parsed.GetValue(sheet),
                parsed.GetValue(dryRun));
            if (!asked.File.Exists)
                return Refusing.Say($"Không tìm thấy tệp “{asked.File.Name}”. Hãy kiểm tra lại đường dẫn.");

            await using var host = await CommandHost.OpenAsync(parsed, token);
            return Say(await ImportProgressLine.ShowAsync(progress => RunAsync(host, asked, progress, token)), parsed.GetValue(json));
        });
        root.Subcommands.Add(command);
        root.Subcommands.Add(CommitCommand());
        root.Subcommands.Add(new Command("imports", "Các đợt nhập") { ImportWorkbookCommands.Marked(), ImportWorkbookCommands.Template() });
    }

    /// <summary>For a list that waited for a second person.</summary>
    private static Command CommitCommand()
    {
        var id = new Argument<long>("id") { Description = "Số của đợt nhập" };
        var json = CommandOptions.Json();
        var command = new Command("commit", "Ghi vào sổ một danh sách đã nhận, sau khi được duyệt") { id, json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            return Say(
                await ImportProgressLine.ShowAsync(progress => TakeAsync(host.Mediator, parsed.GetValue(id), dryRun: false, progress, token)), parsed.GetValue(json));
        });
        return command;
    }

    private static int Say(Outcome<ImportResult> outcome, bool json)
    {
        if (outcome.IsRefused)
            return Refusing.Say(outcome.Refusal!);

        if (json)
            CommandJson.Print(outcome.Value);
        else
            Console.Out.WriteLine(ImportText.Of(outcome.Value));
        return 0;
    }

    private static async Task<Outcome<ImportResult>> RunAsync(
        CommandHost host, ImportAsked asked, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await using var content = asked.File.OpenRead();
        var received = await host.Mediator.Send(
            new ReceiveMemberList(content, asked.File.Name, asked.Organization, asked.Locality, asked.AsOf, asked.Sheet), cancellationToken);
        if (received.IsRefused)
            return received.Refusal!;

        return await TakeAsync(host.Mediator, received.Value, asked.DryRun, progress, cancellationToken);
    }

    /// <summary>Checks and commits, and again when somebody else wrote to the register in between: there is nobody to ask.</summary>
    private static async Task<Outcome<ImportResult>> TakeAsync(
        IMediator mediator, long importId, bool dryRun, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var checkedList = await mediator.Send(new CheckMemberList(importId, progress), cancellationToken);
            if (checkedList.IsRefused)
                return checkedList.Refusal!;

            var report = (await mediator.Send(new GetImportReport(importId), cancellationToken)).Value;
            if (dryRun)
            {
                await mediator.Send(new DiscardMemberImport(importId), cancellationToken);
                return ImportResult.Of(report, committed: false);
            }

            var committed = await mediator.Send(new CommitMemberImport(importId, progress), cancellationToken);
            if (!committed.IsRefused)
                return ImportResult.Of(report, committed: true);
            if (committed.Refusal is not RegisterChangedSinceCheck || attempt == MostAttempts)
                return committed.Refusal!;
        }
    }
}

internal sealed record ImportAsked(FileInfo File, string Organization, string Locality, DateOnly AsOf, string? Sheet, bool DryRun);
