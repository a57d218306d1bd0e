using System.CommandLine;
using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Membership.App.Users;

namespace Membership.Web.CommandLine;

internal static class ServeCommand
{
    public static void AddTo(RootCommand root)
    {
        var urls = CommandOptions.Urls();
        var command = new Command("serve", "Mở trang web (mặc định)") { urls };
        command.SetAction((parsed, token) => RunAsync(parsed.Folder(), parsed.GetValue(urls)!, token));

        var rootUrls = CommandOptions.Urls();
        root.Options.Add(rootUrls);
        root.SetAction((parsed, token) => RunAsync(parsed.Folder(), parsed.GetValue(rootUrls)!, token));
        root.Subcommands.Add(command);
    }

    public static async Task<int> RunAsync(DataFolder folder, string urls, CancellationToken cancellationToken)
    {
        if (ListenAddress.FirstTaken(urls) is { } taken)
            return SayTaken(taken);

        await using var app = WebRegistration.BuildMembershipWeb(folder, urls);
        var first = await PrepareAsync(app.Services, cancellationToken);
        Console.Out.WriteLine($"Dữ liệu: {folder.Root} · SQLite {SqliteSetup.Version}. Mở {urls} trong trình duyệt; dừng bằng Ctrl+C.");
        if (first is not null)
            Console.Out.WriteLine($"Chưa có người dùng nào nên đã tạo người quản trị “{first.UserName}”, mật khẩu dùng một lần (chỉ hiện lần này): {first.Password}");
        if (ListenAddress.IsOpenToOthers(urls) && !app.Services.GetRequiredService<SecuritySettings>().Https)
            Console.Error.WriteLine("Cảnh báo: máy khác mở được trang này mà chưa có HTTPS, nên mật khẩu và dữ liệu đi qua mạng không mã hóa. Hãy cấu hình HTTPS (docs/operations.md) rồi đặt Security__Https=true.");
        if (!app.Services.GetRequiredService<LogHeads>().FitsSinceStart)
            Console.Error.WriteLine("Cảnh báo: nhật ký không khớp tệp keys/log-head, có thể đã bị cắt ngắn hoặc thay bằng bản cũ. Hãy chạy “audit verify”; nếu vừa khôi phục bản sao lưu, ghi nhận bằng “audit restored --reason”.");
        await app.RunAsync(cancellationToken);
        return 0;
    }

    /// <returns>The first user, where there was none.</returns>
    private static async Task<OneTimePassword?> PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new AddFirstAdministrator(), cancellationToken);
    }

    public static int SayTaken(string address) => Refusing.Say(
        $"Không mở được {address}: cổng đang được chương trình khác dùng hoặc không được phép dùng. Hãy dừng chương trình kia hoặc chọn cổng khác bằng --urls.");
}
