using System.CommandLine;
using Membership.App.Samples;
using Membership.Web.Display;

namespace Membership.Web.CommandLine;

internal static class DemoCommand
{
    public static void AddTo(RootCommand root)
    {
        var urls = CommandOptions.Urls();
        var noServe = new Option<bool>("--no-serve") { Description = "Chỉ tạo dữ liệu, không mở trang web" };
        var command = new Command("demo", "Tạo số liệu mẫu trong một thư mục trống rồi mở trang web") { urls, noServe };
        command.SetAction(async (parsed, token) =>
        {
            var folder = parsed.Folder();
            if (!parsed.GetValue(noServe) && ListenAddress.FirstTaken(parsed.GetValue(urls)!) is { } taken)
                return ServeCommand.SayTaken(taken);

            await using (var host = await CommandHost.OpenAsync(parsed, token))
            {
                var outcome = await host.Mediator.Send(new FillDemo(), token);
                if (outcome.IsRefused)
                    return Refusing.Say(outcome.Refusal!);

                Console.Out.WriteLine(
                    $"Đã tạo {Vietnamese.Number(outcome.Value.People)} người mẫu, {Vietnamese.Number(outcome.Value.MembershipIntervals)} lần tham gia, "
                    + $"{outcome.Value.Communes} xã, phường trong {folder.Root}.");
                Say(await host.Mediator.Send(new AddSampleUsers(), token));
            }

            return parsed.GetValue(noServe) ? 0 : await ServeCommand.RunAsync(folder, parsed.GetValue(urls)!, token);
        });
        root.Subcommands.Add(command);
    }

    private static void Say(IReadOnlyList<SampleUser> users)
    {
        Console.Out.WriteLine("Người dùng mẫu (mật khẩu chỉ hiện lần này):");
        foreach (var user in users)
            Console.Out.WriteLine($"  {user.UserName,-10} {user.Password}  {user.What}");
    }
}
