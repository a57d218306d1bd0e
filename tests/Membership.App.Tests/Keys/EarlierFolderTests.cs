using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Keys;

public class EarlierFolderTests
{
    [Fact]
    public async Task Prepare_OfAnEarlierFolder_LeavesNoNumberInAnyFile()
    {
        await using var earlier = await EarlierFolder.WriteAsync();
        var numbers = new[] { EarlierFolder.CitizenId, EarlierFolder.FormerIdNumber, EarlierFolder.Phone, EarlierFolder.EarlierPhone, EarlierFolder.OthersBeginWith };
        var before = StolenFiles.Showing(earlier.Folder, numbers);

        await using var program = await earlier.StartAsync();

        Assert.Equal(5, before.Count);
        Assert.Equal([], StolenFiles.Showing(earlier.Folder, numbers));
    }

    [Fact]
    public async Task Prepare_OfAnEarlierFolder_KeepsWhatWasKnown()
    {
        await using var earlier = await EarlierFolder.WriteAsync();

        await using var program = await earlier.StartAsync();

        await using var scope = program.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ScopeInForce>().Enter(Scope.Everything);
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var cipher = program.GetRequiredService<FieldCipher>();
        var person = await db.People.SingleAsync(one => one.CitizenIdIndex == cipher.IndexOf(EarlierFolder.CitizenId));
        var changes = await db.PersonChanges.OrderBy(change => change.Id).ToListAsync();
        Assert.Equal(
            (EarlierFolder.CitizenId, EarlierFolder.FormerIdNumber, EarlierFolder.Phone, cipher.IndexOf(EarlierFolder.Phone)),
            (cipher.OpenOrNull(person.CitizenId), cipher.OpenOrNull(person.FormerIdNumber), cipher.OpenOrNull(person.Phone), person.PhoneIndex));
        Assert.Equal(Person.BucketOfName(person.NameOrderKey), await db.People.Where(one => one.Id == person.Id).Select(one => one.NameBucket).SingleAsync());
        Assert.Equal(EarlierFolder.EarlierPhone, cipher.Open(new SealedText(changes[0].Before!)));
        Assert.Equal("Lê Thị Sên", changes[1].Before);
    }

    [Fact]
    public async Task Prepare_OfAnEarlierFolder_KeepsStagedRowsWithTheirDecisions()
    {
        await using var earlier = await EarlierFolder.WriteAsync();

        await using var program = await earlier.StartAsync();

        using var staging = program.GetRequiredService<ImportFiles>().OpenStaging(1);
        var row = Assert.Single(staging.Rows("1"));
        Assert.Equal((RowDecision.AsKnownPerson, EarlierFolder.CitizenId, EarlierFolder.Phone), (row.Decision, row.Listed!.CitizenId, row.Listed.Phone));
        Assert.Equal(["Lê Thị Sen", EarlierFolder.CitizenId], row.Cells);
        Assert.Equal(DoubtReason.SameNameAndYear, row.Details.Doubt);
    }

    [Fact]
    public async Task Prepare_OfAListThatWasBeingRead_LeavesItToBeReadAgain()
    {
        await using var earlier = await EarlierFolder.WriteAsync();

        await using var program = await earlier.StartAsync();

        Assert.False(File.Exists(Path.Combine(earlier.Folder.ImportFolder(2), "rows.db")));
        using var upload = new StreamReader(SealedFileStream.Open(Path.Combine(earlier.Folder.ImportFolder(2), "upload"), program.GetRequiredService<FieldCipher>()));
        Assert.Equal(EarlierFolder.Upload, await upload.ReadToEndAsync());
    }

    [Fact]
    public async Task Prepare_WhenItWasCutOffBefore_GoesOn()
    {
        await using var earlier = await EarlierFolder.WriteAsync();
        await using (var first = await earlier.StartAsync())
        {
            // As if it had ended after the register, before the files beside it.
            await using var register = await SqliteSetup.OpenAsync(earlier.Folder.DatabaseFile, CancellationToken.None);
            await using var command = register.CreateCommand();
            command.CommandText = "PRAGMA user_version = 1";
            await command.ExecuteNonQueryAsync();
            await File.WriteAllTextAsync(Path.Combine(earlier.Folder.ImportFolder(1), "upload"), EarlierFolder.Upload);
        }

        await using var second = await earlier.StartAsync();

        Assert.Equal([], StolenFiles.Showing(earlier.Folder, EarlierFolder.CitizenId));
        using var staging = second.GetRequiredService<ImportFiles>().OpenStaging(1);
        Assert.Equal(EarlierFolder.CitizenId, Assert.Single(staging.Rows("1")).Listed!.CitizenId);
    }
}
