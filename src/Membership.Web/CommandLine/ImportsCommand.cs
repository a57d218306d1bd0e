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
        root.Subcommands.Add(new Command("imports", "Các đợt nhập danh sách") { List(), Undo() });

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

    private static Command Undo()
    {
        var id = new Argument<long>("id") { Description = "Số của đợt nhập" };
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
        $"{line.Import.Id}  {VerdictText.State(line.Import.State)}: {line.Import.FileName}, {line.OrganizationName}, {line.LocalityName}, "
        + $"{Vietnamese.Number(line.Import.Rows)} dòng, đã ghi {Vietnamese.Number(line.Import.TakenRows)}";

    private static string Text(long id, UndoSummary summary) => string.Join('\n',
    [
        $"Đã hoàn lại đợt nhập số {id}:",
        .. summary.Rows.OrderBy(outcome => outcome.Key).Select(outcome => $"  {Vietnamese.Number(outcome.Value)} dòng. {UndoOutcomeText.Of(outcome.Key)}"),
    ]);
}

/// <summary>What <c>imports list --json</c> prints.</summary>
internal sealed record ListedImports(IReadOnlyList<ListedImport> Imports, int Total);

internal sealed record ListedImport(
    long Id, MemberImportState State, string File, string Sha256, string Organization, string Locality, DateOnly AsOf, int Rows, int Taken, string By, DateTime At)
{
    public static ListedImport Of(MemberImportLine line) => new(
        line.Import.Id, line.Import.State, line.Import.FileName, line.Import.Sha256, line.OrganizationName, line.LocalityName, line.Import.AsOf,
        line.Import.Rows, line.Import.TakenRows, line.Import.ReceivedBy, line.Import.ReceivedAt);
}

/// <summary>What <c>imports undo --json</c> prints.</summary>
internal sealed record UndoneImport(long Id, IReadOnlyDictionary<UndoOutcome, int> Rows);
