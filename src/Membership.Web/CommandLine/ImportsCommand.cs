using System.CommandLine;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Web.Display;
using Membership.Web.Pages.MemberImports;

namespace Membership.Web.CommandLine;

/// <summary>Imports that were made: to be listed, looked at and taken back.</summary>
internal static class ImportsCommand
{
    public static void AddTo(RootCommand root) =>
        root.Subcommands.Add(new Command("imports", "Các đợt nhập danh sách")
        {
            List(), Show(), Undo(), OriginalFile(), ImportWorkbookCommands.Marked(), ImportWorkbookCommands.Template(), AnswerCommand.Create(),
        });

    private static Command List()
    {
        var page = new Option<int>("--page") { Description = $"Trang, mỗi trang {ListMemberImports.PageSize} đợt, mới nhất trước", DefaultValueFactory = _ => 1 };
        var json = CommandOptions.Json();
        var command = new Command("list", "Liệt kê các đợt nhập") { page, json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var list = await host.Mediator.Send(new ListMemberImports(Math.Max(1, parsed.GetValue(page))), token);
            if (parsed.GetValue(json))
                CommandJson.Print(new ListedImports([.. list.Lines.Select(ListedImport.Of)], list.Total));
            else if (list.Lines.Count == 0)
                Console.Out.WriteLine("Chưa có đợt nhập nào.");
            else
                list.Lines.ToList().ForEach(line => Console.Out.WriteLine(Text(line)));
            return 0;
        });
        return command;
    }

    private static Command Show()
    {
        var (id, json) = (Id(), CommandOptions.Json());
        var command = new Command("show", "Một đợt nhập: ai, khi nào, tệp nào, đọc thế nào, kết quả ra sao") { id, json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new GetImportHistory(parsed.GetValue(id)), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            if (parsed.GetValue(json))
                CommandJson.Print(ShownImport.Of(outcome.Value));
            else
                Console.Out.WriteLine(ImportHistoryText.Of(outcome.Value));
            return 0;
        });
        return command;
    }

    private static Command OriginalFile()
    {
        var (id, target, reason) = (Id(), CommandOptions.Out(), CommandOptions.Reason());
        var command = new Command("file", "Lấy lại tệp của một đợt nhập, nguyên như khi nhận") { id, target, reason };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new OpenImportFile(parsed.GetValue(id), parsed.GetValue(reason)!), token);
            return outcome.IsRefused ? Refusing.Say(outcome.Refusal!) : await WrittenFile.WriteAsync(parsed.GetValue(target)!, outcome.Value.Content, token);
        });
        return command;
    }

    private static Argument<long> Id() => new("id") { Description = "Số của đợt nhập" };

    private static Command Undo()
    {
        var id = Id();
        var reason = new Option<string>("--reason") { Description = "Lý do, từ 10 đến 500 ký tự", Required = true };
        var json = CommandOptions.Json();
        var command = new Command("undo", "Hoàn lại một đợt nhập: đưa sổ về như trước khi ghi") { id, reason, json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await ImportProgressLine.ShowAsync(progress =>
                host.Mediator.Send(new UndoMemberImport(parsed.GetValue(id), parsed.GetValue(reason)!, progress), token));
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            if (parsed.GetValue(json))
                CommandJson.Print(new UndoneImport(parsed.GetValue(id), outcome.Value.Rows));
            else
                Console.Out.WriteLine(Text(parsed.GetValue(id), outcome.Value));
            return 0;
        });
        return command;
    }

    private static string Text(MemberImportLine line) =>
        $"{line.Import.Id}  {VerdictText.State(line.Import.State)}{(line.ClosedBy is { } closing ? $" (tệp đã sửa: đợt số {closing})" : "")}: {line.Import.FileName}, {line.OrganizationName}, {line.LocalityName}, "
        + $"{Vietnamese.Number(line.Import.Rows)} dòng, đã ghi {WrittenText.Of(line.Import, line.Ended)}";

    private static string Text(long id, UndoSummary summary) => string.Join('\n',
    [
        $"Đã hoàn lại đợt nhập số {id}:",
        .. summary.Rows.OrderBy(outcome => outcome.Key).Select(outcome => $"  {Vietnamese.Number(outcome.Value)} dòng. {UndoOutcomeText.Of(outcome.Key)}"),
    ]);
}

/// <summary>What <c>imports list --json</c> prints.</summary>
internal sealed record ListedImports(IReadOnlyList<ListedImport> Imports, int Total);

internal sealed record ListedImport(
    long Id, MemberImportState State, string File, string Sha256, string Organization, string Locality, DateOnly AsOf, int Rows, int Taken, string By, DateTime At, long? ClosedBy)
{
    public static ListedImport Of(MemberImportLine line) => new(
        line.Import.Id, line.Import.State, line.Import.FileName, line.Import.Sha256, line.OrganizationName, line.LocalityName, line.Import.AsOf,
        line.Import.Rows, line.Import.TakenRows, line.Import.ReceivedBy, line.Import.ReceivedAt, line.ClosedBy);
}

/// <summary>What <c>imports undo --json</c> prints.</summary>
internal sealed record UndoneImport(long Id, IReadOnlyDictionary<UndoOutcome, int> Rows);
