using System.CommandLine;
using Membership.App.Database;
using Membership.App.ReferenceData;

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
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);

        Console.Out.WriteLine($"Dữ liệu: {folder.Root} · SQLite {SqliteSetup.Version}. Mở {urls} trong trình duyệt; dừng bằng Ctrl+C.");
        await app.RunAsync(cancellationToken);
        return 0;
    }

    public static int SayTaken(string address) => Refusing.Say(
        $"Không mở được {address}: cổng đang được chương trình khác dùng hoặc không được phép dùng. Hãy dừng chương trình kia hoặc chọn cổng khác bằng --urls.");
}
