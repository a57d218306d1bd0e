using System.CommandLine;
using FluentValidation;
using Membership.App.Retention;
using Membership.App.Texts;

namespace Membership.Web.CommandLine;

internal static class RetentionCommand
{
    public static void AddTo(RootCommand root) =>
        root.Subcommands.Add(new Command("retention", "Thời hạn lưu giữ dữ liệu định danh") { ListCommand(), ApplyCommand() });

    private static Command ListCommand()
    {
        var json = CommandOptions.Json();
        var list = new Command("list", "Số người đã hết thời hạn, theo từng quy tắc") { json };
        list.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var due = await host.Mediator.Send(new ListRetentionDue(), token);
            if (parsed.GetValue(json))
                CommandJson.Print(due);
            else
                due.ToList().ForEach(one => Console.Out.WriteLine($"{one.Rule.Description} đến {ShownDate.Of(one.EndedBy)} (quá {one.Rule.Years} năm): {one.People} người"));
            return 0;
        });
        return list;
    }

    private static Command ApplyCommand()
    {
        var reason = new Option<string>("--reason") { Description = "Lý do, ghi vào nhật ký xử lý", Required = true };
        var apply = new Command("apply", "Ẩn danh vĩnh viễn những người đã hết thời hạn") { reason };
        apply.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            try
            {
                var outcome = await host.Mediator.Send(new AnonymiseDue(parsed.GetValue(reason)!), token);
                if (outcome.IsRefused)
                    return Refusing.Say(outcome.Refusal!);

                Console.Out.WriteLine($"Đã ẩn danh {outcome.Value.Count} người.");
                return 0;
            }
            catch (ValidationException refused)
            {
                return Refusing.Say(refused.Errors.First().ErrorMessage);
            }
        });
        return apply;
    }
}
