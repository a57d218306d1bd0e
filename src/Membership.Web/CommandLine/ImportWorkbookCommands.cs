using System.CommandLine;
using Membership.App.MemberImports;
using Membership.App.Texts;

namespace Membership.Web.CommandLine;

/// <summary>Workbooks around an import: the officer's own with its errors marked, and the template to fill in.</summary>
internal static class ImportWorkbookCommands
{
    public static Command Marked()
    {
        var id = new Argument<long>("id") { Description = "Số của đợt nhập" };
        var (target, reason) = (CommandOptions.Out(), CommandOptions.Reason());
        var command = new Command("marked", "Tải tệp đã đánh dấu các ô lỗi, để sửa rồi nhập tiếp") { id, target, reason };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new ExportMarkedList(parsed.GetValue(id), parsed.GetValue(reason)!), token);
            return outcome.IsRefused ? Refusing.Say(outcome.Refusal!) : await WrittenFile.WriteAsync(parsed.GetValue(target)!, outcome.Value.Content, token);
        });
        return command;
    }

    public static Command Template()
    {
        var organization = new Option<string>("--organization") { Description = "Mã tổ chức: DANG, MTTQ, CD, HND, DTN, LHPN, CCB", Required = true };
        var locality = new Option<string>("--locality") { Description = "Mã xã, phường", Required = true };
        var target = CommandOptions.Out();
        var command = new Command("template", "Tải mẫu danh sách để điền") { organization, locality, target };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(
                new BuildListTemplate(parsed.GetValue(organization)!.ToUpperInvariant(), parsed.GetValue(locality)!, VietnamTime.Today(TimeProvider.System)), token);
            return outcome.IsRefused ? Refusing.Say(outcome.Refusal!) : await WrittenFile.WriteAsync(parsed.GetValue(target)!, outcome.Value.Content, token);
        });
        return command;
    }
}
