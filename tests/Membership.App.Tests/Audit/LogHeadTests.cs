using Membership.App.Audit;
using Membership.App.Keys;
using Membership.App.ReferenceData;
using Membership.Domain.Audit;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Audit;

/// <summary>What a log that was cut shorter, with a head that once was its own, is found by.</summary>
public sealed class LogHeadTests : IAsyncLifetime
{
    private const int OlderEntries = 6;

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await SomeLog.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private string HeadFile => _database.Services.GetRequiredService<LogHeads>().HeadFile;

    [Theory]
    [InlineData(1)]
    [InlineData(OlderEntries)]
    [InlineData(7)]
    public async Task Log_WhenShortenedToAnOlderHead_IsFound(long entries)
    {
        await ShortenAsync(entries);

        Assert.Equal([new AuditBreak(AuditBreakKind.LogShortened)], (await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Log_WhenEmptiedToItsFirstHead_IsFound()
    {
        await ShortenAsync(0);

        Assert.Equal([new AuditBreak(AuditBreakKind.LogShortened)], (await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Log_WhenShortenedAndGrownBeyondWhatItWas_IsFoundStill()
    {
        await ShortenAsync(OlderEntries);

        for (var more = 0; more < 5; more++)
            await _database.NoteAsync(new AuditNote(AuditKind.PersonOpened, "Person", 1));

        Assert.Contains((await _database.VerifyAsync()).Breaks, one => one.Kind == AuditBreakKind.LogShortened);
    }

    [Fact]
    public async Task Log_WhenTheFileWasLeftBehindByACrash_IsWholeAndBroughtUp()
    {
        var behind = await File.ReadAllTextAsync(HeadFile);
        await _database.NoteAsync(new AuditNote(AuditKind.PersonOpened, "Person", 1));
        var written = await File.ReadAllTextAsync(HeadFile);
        await File.WriteAllTextAsync(HeadFile, behind);

        Assert.Empty((await _database.VerifyAsync()).Breaks);

        await StartAsync();
        Assert.Equal(written, await File.ReadAllTextAsync(HeadFile));
        await File.WriteAllTextAsync(HeadFile, behind);
        await _database.NoteAsync(new AuditNote(AuditKind.PersonOpened, "Person", 1));
        Assert.StartsWith("10 ", await File.ReadAllTextAsync(HeadFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_WhenTakenAway_IsMissedAlsoAfterAStart()
    {
        File.Delete(HeadFile);
        await StartAsync();
        await _database.NoteAsync(new AuditNote(AuditKind.PersonOpened, "Person", 1));

        Assert.Equal([new AuditBreak(AuditBreakKind.HeadFileMissing)], (await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task File_WhenChanged_IsFound()
    {
        var text = await File.ReadAllTextAsync(HeadFile);
        await File.WriteAllTextAsync(HeadFile, "6" + text[1..]);

        Assert.Equal([new AuditBreak(AuditBreakKind.HeadFileChanged)], (await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task File_CannotBeMadeOfAnOlderHeadOfTheDatabase()
    {
        var (entries, hash, seal) = await HeadAtAsync(OlderEntries);
        await File.WriteAllTextAsync(HeadFile, $"{entries} {hash} {seal}");

        Assert.Equal([new AuditBreak(AuditBreakKind.HeadFileChanged)], (await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Restored_WhenAccepted_IsWholeAndSaysSo()
    {
        await ShortenAsync(OlderEntries);

        var accepted = (await _database.Send(new AcceptRestoredLog("bản sao lưu ngày 01/12 được đưa lại"))).Value;

        Assert.Equal(new RestoredLog(OlderEntries, 8), accepted);
        Assert.Empty((await _database.VerifyAsync()).Breaks);
        Assert.Equal(AuditKind.LogRestored, (await _database.EntriesAsync())[^1].Kind);
        Assert.IsType<LogIsWhole>((await _database.Send(new AcceptRestoredLog("bản sao lưu ngày 01/12 được đưa lại"))).Refusal);
    }

    [Fact]
    public async Task SavesAtTheSameTime_LeaveTheFileAtTheEnd()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _database.NoteAsync(new AuditNote(AuditKind.PersonOpened, "Person", 1)))));
        await _database.NoteAsync(new AuditNote(AuditKind.PersonOpened, "Person", 1));

        Assert.StartsWith($"{(await _database.EntriesAsync()).Count} ", await File.ReadAllTextAsync(HeadFile), StringComparison.Ordinal);
        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    private async Task StartAsync()
    {
        await using var scope = _database.NewScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
    }

    /// <summary>As whoever kept a copy of the database file could have read it then.</summary>
    private async Task<(long Entries, string Hash, string Seal)> HeadAtAsync(long entries)
    {
        var hash = entries == 0 ? AuditChain.Beginning : (await _database.EntriesAsync()).Single(entry => entry.Id == entries).Hash;
        return (entries, hash, new AuditChain(_database.Services.GetRequiredService<KeyRing>()).Seal(entries, hash));
    }

    private async Task ShortenAsync(long entries)
    {
        var (count, hash, seal) = await HeadAtAsync(entries);
        // Changes of people that those entries told of are gone with them, as in an older copy.
        await _database.TamperAsync(
            $"""
            DELETE FROM AuditEntries WHERE Id > {count};
            UPDATE AuditHeads SET Entries = {count}, LastHash = @hash, Seal = @seal;
            DELETE FROM PersonChanges WHERE {count} < 6 OR ({count} < 7 AND Field = 'FullName');
            """, ("@hash", hash), ("@seal", seal));
    }
}
