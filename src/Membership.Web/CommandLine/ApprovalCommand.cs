using System.CommandLine;
using FluentValidation;
using Membership.App.Approvals;

namespace Membership.Web.CommandLine;

internal static class ApprovalCommand
{
    public static void AddTo(RootCommand root)
    {
        var command = new Command("approval", "Việc lớn chờ người thứ hai duyệt") { List(), Decide("grant", "Duyệt một đề nghị", true), Decide("decline", "Không duyệt một đề nghị", false) };
        root.Subcommands.Add(command);
    }

    private static Command List()
    {
        var json = CommandOptions.Json();
        var command = new Command("list", "Các đề nghị đang chờ") { json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var waiting = (await host.Mediator.Send(new ListApprovals(), token)).Waiting;
            if (parsed.GetValue(json))
                CommandJson.Print(waiting);
            else if (waiting.Count == 0)
                Console.Out.WriteLine("Không có đề nghị nào đang chờ duyệt.");
            else
                waiting.ToList().ForEach(approval => Console.Out.WriteLine($"{approval.Id}  {approval.RequestedBy}: {approval.Summary}"));
            return 0;
        });
        return command;
    }

    private static Command Decide(string name, string description, bool grant)
    {
        var id = new Argument<long>("id") { Description = "Số của đề nghị" };
        var reason = new Option<string?>("--reason") { Description = "Ý kiến; bắt buộc khi không duyệt" };
        var command = new Command(name, description) { id, reason };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            try
            {
                var outcome = await host.Mediator.Send(new DecideApproval(parsed.GetValue(id), grant, parsed.GetValue(reason) ?? ""), token);
                if (outcome.IsRefused)
                    return Refusing.Say(outcome.Refusal!);
            }
            catch (ValidationException refused)
            {
                return Refusing.Say(refused.Errors.First().ErrorMessage);
            }

            Console.Out.WriteLine(grant ? $"Đã duyệt đề nghị số {parsed.GetValue(id)}." : $"Đã ghi lại là không duyệt đề nghị số {parsed.GetValue(id)}.");
            return 0;
        });
        return command;
    }
}
