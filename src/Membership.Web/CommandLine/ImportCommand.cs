using System.CommandLine;
using Membership.App.MemberImports;
using Membership.Domain;

namespace Membership.Web.CommandLine;

internal static class ImportCommand
{
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
                parsed.GetValue(file)!, parsed.GetValue(organization)!, parsed.GetValue(locality)!, parsed.GetValue(asOf), parsed.GetValue(sheet),
                parsed.GetValue(dryRun));
            if (!asked.File.Exists)
                return Refusing.Say($"Không tìm thấy tệp “{asked.File.Name}”. Hãy kiểm tra lại đường dẫn.");

            await using var host = await CommandHost.OpenAsync(parsed.Folder(), token);
            var outcome = await ImportProgressLine.ShowAsync(progress => RunAsync(host, asked, progress, token));
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            if (parsed.GetValue(json))
                CommandJson.Print(outcome.Value);
            else
                Console.Out.WriteLine(ImportText.Of(outcome.Value));
            return 0;
        });
        root.Subcommands.Add(command);
    }

    private static async Task<Outcome<ImportResult>> RunAsync(
        CommandHost host, ImportAsked asked, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        await using var content = asked.File.OpenRead();
        var received = await host.Mediator.Send(
            new ReceiveMemberList(content, asked.File.Name, asked.Organization, asked.Locality, asked.AsOf, asked.Sheet), cancellationToken);
        if (received.IsRefused)
            return received.Refusal!;

        var checkedList = await host.Mediator.Send(new CheckMemberList(received.Value, progress), cancellationToken);
        if (checkedList.IsRefused)
            return checkedList.Refusal!;

        var result = await host.Mediator.Send(new GetImportReport(received.Value), cancellationToken);
        if (result.IsRefused)
            return result.Refusal!;

        if (asked.DryRun)
        {
            await host.Mediator.Send(new DiscardMemberImport(received.Value), cancellationToken);
            return ImportResult.Of(result.Value, committed: false);
        }

        var committed = await host.Mediator.Send(new CommitMemberImport(received.Value, progress), cancellationToken);
        return committed.IsRefused ? committed.Refusal! : ImportResult.Of(result.Value, committed: true);
    }
}

internal sealed record ImportAsked(FileInfo File, string Organization, string Locality, DateOnly AsOf, string? Sheet, bool DryRun);
