using System.CommandLine;
using Membership.App.Keys;
using Membership.Web.Display;

namespace Membership.Web.CommandLine;

internal static class KeysCommand
{
    public static void AddTo(RootCommand root)
    {
        var rotate = new Command("rotate", "Mã hóa lại mọi số đã lưu bằng khóa mới rồi bỏ khóa cũ; phải dừng trang web trước");
        rotate.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new RotateKeys(), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            var done = outcome.Value;
            Console.Out.WriteLine(
                $"Đã thay khóa: mã hóa lại số của {Vietnamese.Number(done.People)} người, {Vietnamese.Number(done.Changes)} lần thay đổi, "
                + $"{Vietnamese.Number(done.Users)} tài khoản và {Vietnamese.Number(done.Imports)} đợt nhập. Hãy sao lưu ngay tệp keys/key-ring.json mới; "
                + "bản sao lưu cũ chỉ mở được bằng khóa cũ đi kèm.");
            return 0;
        });
        root.Subcommands.Add(new Command("keys", "Khóa mã hóa số định danh, số điện thoại") { rotate });
    }
}
