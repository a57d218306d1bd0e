using System.CommandLine;
using Membership.App.Audit;
using Membership.App.Texts;
using Membership.Web.Display;

namespace Membership.Web.CommandLine;

internal static class AuditCommand
{
    public static void AddTo(RootCommand root) =>
        root.Subcommands.Add(new Command("audit", "Nhật ký: kiểm tra tính toàn vẹn, xuất tệp") { Verify(), Export(), Restored() });

    private static Command Verify()
    {
        var json = CommandOptions.Json();
        var command = new Command("verify", "Tính lại mã băm của mọi mục và chỉ ra chỗ bị sửa, xóa hoặc chèn") { json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var verification = await host.Mediator.Send(new VerifyAudit(), token);
            if (parsed.GetValue(json))
                CommandJson.Print(verification);
            if (verification.Breaks.Count > 0)
                return Refusing.Say(Sentence(verification.Breaks));
            if (!parsed.GetValue(json))
                Console.Out.WriteLine(Sentence(verification));
            return 0;
        });
        return command;
    }

    private static Command Export()
    {
        var file = new Argument<FileInfo>("file") { Description = "Tệp .xlsx sẽ ghi" };
        var from = CommandOptions.Day("--from", "Từ ngày, dạng yyyy-MM-dd");
        var to = CommandOptions.Day("--to", "Đến hết ngày, dạng yyyy-MM-dd");
        var command = new Command("export", "Xuất nhật ký xử lý ra tệp Excel") { file, from, to };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new ExportAudit(new AuditFilter(From: parsed.GetValue(from), To: parsed.GetValue(to))), token);
            return outcome.IsRefused
                ? Refusing.Say(outcome.Refusal!)
                : await WrittenFile.WriteAsync(parsed.GetValue(file)!, outcome.Value.Content, token);
        });
        return command;
    }

    private static Command Restored()
    {
        var reason = CommandOptions.Reason();
        var command = new Command("restored", "Ghi nhận nhật ký hiện có là đúng sau khi khôi phục bản sao lưu") { reason };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new AcceptRestoredLog(parsed.GetValue(reason)!), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            Console.Out.WriteLine($"Đã ghi nhận: nhật ký khôi phục có {Vietnamese.Number(outcome.Value.Entries)} mục, tệp keys/log-head trước đó ghi {(outcome.Value.KnownBefore is { } known ? $"{Vietnamese.Number(known)} mục" : "không rõ số mục")}.");
            return 0;
        });
        return command;
    }

    private static string Sentence(AuditVerification whole) =>
        $"Nhật ký toàn vẹn: {Vietnamese.Number(whole.Entries)} mục, {Vietnamese.Number(whole.PersonChanges)} thay đổi của người; mã băm cuối {whole.LastHash}.";

    private static string Sentence(IReadOnlyList<AuditBreak> breaks) => breaks.Count == 1
        ? AuditText.Of(breaks[0])
        : $"{AuditText.Of(breaks[0])} Ngoài ra còn {breaks.Count - 1} chỗ khác; xem tất cả bằng --json.";
}
