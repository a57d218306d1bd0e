using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.ReferenceData;
using Membership.App.Tests.MemberImports;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Keys;

public sealed class KeyRingTests : IDisposable
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private readonly DataFolder _folder = new(Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName()));

    [Fact]
    public void Open_OfANewFolder_MakesKeysThatOnlyTheOwnerReads()
    {
        using var first = KeyRing.Open(_folder);
        using var again = KeyRing.Open(_folder);

        Assert.Equal(first.Current.Sealing, again.Current.Sealing);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyRing.FileOf(_folder)));
    }

    [Fact]
    public async Task Open_WhenTheFileIsLost_MakesNoNewKeys()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        File.Delete(KeyRing.FileOf(desk.Database.Folder));

        var failure = Assert.Throws<KeyRingException>(() => KeyRing.Open(desk.Database.Folder));

        Assert.Equal(KeyRingProblem.Missing, failure.Problem);
        Assert.False(File.Exists(KeyRing.FileOf(desk.Database.Folder)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"Audit":"","Fields":[]}""")]
    public void Open_WhenTheFileIsDamaged_SaysSo(string content)
    {
        File.WriteAllText(KeyRing.FileOf(_folder), content);

        var failure = Assert.Throws<KeyRingException>(() => KeyRing.Open(_folder));

        Assert.Equal(KeyRingProblem.Unreadable, failure.Problem);
    }

    [Fact]
    public async Task Prepare_WithTheKeysOfAnotherDatabase_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        using (KeyRing.Open(_folder))
            File.Copy(KeyRing.FileOf(_folder), KeyRing.FileOf(desk.Database.Folder), overwrite: true);
        var services = new ServiceCollection();
        services.AddMembershipApp(desk.Database.Folder);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        var failure = await Assert.ThrowsAsync<KeyRingException>(
            () => scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None));

        Assert.Equal(KeyRingProblem.OfAnotherDatabase, failure.Problem);
    }

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);
}
