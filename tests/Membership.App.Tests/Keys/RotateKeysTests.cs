using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.ReferenceData;
using Membership.App.Tests.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Keys;

public class RotateKeysTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,";

    [Fact]
    public async Task Rotate_OfAllThatIsSealed_NeedsTheOldKeyNoMore()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var keys = desk.Database.Services.GetRequiredService<KeyRing>();
        await desk.ImportAsync([Sen]);
        await desk.ImportAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);
        await AddUserAsync(desk, "JBSWY3DPEHPK3PXP");
        var old = keys.Current.Id;

        var rotation = await desk.Database.Send(new RotateKeys());

        Assert.Equal(new KeyRotation(1, 1, 1, 2), rotation.Value);
        Assert.Null(keys.Find(old));
        var person = await desk.Database.With(db => db.People.SingleAsync());
        var change = await desk.Database.With(db => db.PersonChanges.SingleAsync());
        var cipher = desk.Database.Cipher;
        Assert.Equal(
            ("092180000001", "0987654321", "0912345678", "JBSWY3DPEHPK3PXP"),
            (cipher.OpenOrNull(person.CitizenId), cipher.OpenOrNull(person.Phone), cipher.Open(new SealedText(change.Before!)),
                cipher.OpenOrNull(await desk.Database.With(db => db.Users.Select(user => user.AuthenticatorKey).SingleAsync()))));
    }

    [Fact]
    public async Task Rotate_WhenANumberIsKnown_ItIsFoundAgain()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        await desk.Database.Send(new RotateKeys());

        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(await desk.CheckAsync([Sen])));
    }

    [Fact]
    public async Task Rotate_WhenListsAreUnderWay_TheyGoOnWhereTheyWere()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var doubtful = await desk.ImportAsync([Sung, Sung]);
        var waiting = await desk.CheckAsync([Sen]);
        await desk.Database.Send(new DecideImportRow(doubtful.Id, 3, RowDecision.AsNewPerson));

        await desk.Database.Send(new RotateKeys());

        Assert.Equal(new CommitSummary(1, 0, 0), (await desk.Database.Send(new CommitMemberImport(doubtful.Id))).Value);
        Assert.Equal((1, 0, 0, 0, 0), ImportDesk.Counts((await desk.Database.Send(new CheckMemberList(waiting.Id))).Value));
        Assert.Equal(new CommitSummary(1, 0, 0), (await desk.Database.Send(new CommitMemberImport(waiting.Id))).Value);
        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(await desk.CheckAsync([Sen])));
    }

    [Fact]
    public async Task Rotate_WhileAnotherProgramHasTheKeys_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        using var other = KeyRing.Open(desk.Database.Folder);

        var refused = await desk.Database.Send(new RotateKeys());

        Assert.IsType<KeysInUse>(refused.Refusal);
        Assert.Equal(other.Current.Id, desk.Database.Services.GetRequiredService<KeyRing>().Current.Id);
    }

    [Fact]
    public async Task Open_WhileTheKeysAreBeingRotated_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        using var alone = desk.Database.Services.GetRequiredService<KeyRing>().TryHaveAlone();

        var failure = Assert.Throws<KeyRingException>(() => KeyRing.Open(desk.Database.Folder));

        Assert.Equal(KeyRingProblem.BeingRotated, failure.Problem);
    }

    [Theory]
    [InlineData(false)] // cut off before anything was sealed anew
    [InlineData(true)] // cut off between the register and the files beside it
    public async Task Prepare_WhenARotationWasCutOff_FinishesIt(bool isRegisterDone)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen]);
        var keys = desk.Database.Services.GetRequiredService<KeyRing>();
        keys.AddKey();
        if (isRegisterDone)
            await new SealedRegister(desk.Database.Cipher, desk.Database.Folder).SealAsync(CancellationToken.None);

        await using (var scope = desk.Database.NewScope())
            await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);

        Assert.False(keys.HasRetired);
        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(await desk.CheckAsync([Sen])));
        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows).Row;
        Assert.Equal("092180000001", row.Listed!.CitizenId);
    }

    private static Task<int> AddUserAsync(ImportDesk desk, string secret) => desk.Database.With(db =>
    {
        db.Users.Add(new User
        {
            UserName = "hoa",
            NormalizedUserName = "HOA",
            DisplayName = "Nguyễn Thị Hoa",
            SecurityStamp = "x",
            AuthenticatorKey = desk.Database.Cipher.Seal(secret, new SealedPlace(SealedKind.AuthenticatorKey, 1)),
        });
        return db.SaveChangesAsync();
    });
}
