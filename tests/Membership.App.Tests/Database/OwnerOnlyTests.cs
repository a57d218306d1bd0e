using Membership.App.Database;
using Membership.App.MemberImports;
using Membership.App.Tests.MemberImports;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Database;

/// <summary>On Linux nobody but the owner may read a data folder, whatever the process that starts lets others read.</summary>
public class OwnerOnlyTests
{
    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    [Fact]
    public async Task Folder_WithAListUnderWay_IsItsOwnersInAllItsFiles()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019"]);
        using var upload = await desk.Database.Services.GetRequiredService<ImportFiles>().HoldAsync(new MemoryStream([1, 2, 3]), CancellationToken.None);
        await using var open = await desk.Database.OpenConnectionAsync();

        var files = Directory.GetFiles(desk.Database.Folder.Root, "*", SearchOption.AllDirectories);

        Assert.Contains(files, file => file.EndsWith("-wal", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("rows.db", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Contains("uploads", StringComparison.Ordinal));
        Assert.Contains(files, file => file.EndsWith("log-head", StringComparison.Ordinal));
        AssertOwnersOnly(desk.Database.Folder.Root);
    }

    [Fact]
    public void Folder_ThatOthersCouldRead_IsMendedWhenItIsOpened()
    {
        if (OperatingSystem.IsWindows())
            return;

        var root = Directory.CreateTempSubdirectory("membership-modes-").FullName;
        var below = Directory.CreateDirectory(Path.Combine(root, "imports", "1")).FullName;
        var file = Path.Combine(below, "rows.db");
        File.WriteAllText(file, "x");
        foreach (var folder in new[] { root, Path.GetDirectoryName(below)!, below })
            File.SetUnixFileMode(folder, (UnixFileMode)0x1FF);
        File.SetUnixFileMode(file, (UnixFileMode)0x1B6);

        _ = new DataFolder(root);
        File.WriteAllText(Path.Combine(below, "later"), "x");

        AssertOwnersOnly(root);
        Directory.Delete(root, recursive: true);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static void AssertOwnersOnly(string root)
    {
        foreach (var path in Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories).Append(root))
            Assert.True((File.GetUnixFileMode(path) & OfOthers) == 0, $"{path}: {File.GetUnixFileMode(path)}");
    }
}
