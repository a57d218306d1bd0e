using Membership.App.Audit;
using Membership.App.Keys;
using Membership.Domain.Audit;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Audit;

public sealed class VerifyAuditTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await SomeLog.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Log_WhenNobodyTouchedIt_IsWhole()
    {
        var entries = await _database.EntriesAsync();

        var verification = await _database.VerifyAsync();

        Assert.Empty(verification.Breaks);
        Assert.Equal((entries.Count, entries[^1].Hash), (verification.Entries, verification.LastHash));
        Assert.True(verification.PersonChanges > 1, "changes of an import and of a correction");
    }

    [Fact]
    public async Task Log_AfterAllWasSealedWithAnotherKey_IsWhole()
    {
        _ = (await _database.Send(new RotateKeys())).Value;

        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Log_OfANewDatabase_IsWhole()
    {
        await using var empty = await TestDatabase.CreateAsync();

        var verification = await empty.VerifyAsync();

        Assert.Empty(verification.Breaks);
        Assert.Equal(0, verification.Entries);
    }

    [Theory]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 3", AuditBreakKind.EntryMissing, 3)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 1", AuditBreakKind.EntryMissing, 1)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = (SELECT MAX(Id) FROM AuditEntries)", AuditBreakKind.EntryMissing, 8)]
    [InlineData("DELETE FROM AuditEntries", AuditBreakKind.EntryMissing, 1)]
    [InlineData("DELETE FROM AuditEntries; DELETE FROM AuditHeads", AuditBreakKind.HeadChanged, null)]
    [InlineData("UPDATE AuditEntries SET Id = 99 WHERE Id = 2; UPDATE AuditEntries SET Id = 2 WHERE Id = 3; UPDATE AuditEntries SET Id = 3 WHERE Id = 99", AuditBreakKind.EntryChanged, 2)]
    [InlineData("INSERT INTO AuditEntries SELECT Id + 1, At, UserId, UserName, \"From\", Kind, Subject, SubjectId, LocalityId, OrganizationId, Reason, Details, Hash FROM AuditEntries WHERE Id = 8", AuditBreakKind.EntryInserted, 9)]
    [InlineData("INSERT INTO AuditEntries SELECT 0, At, UserId, UserName, \"From\", Kind, Subject, SubjectId, LocalityId, OrganizationId, Reason, Details, Hash FROM AuditEntries WHERE Id = 8", AuditBreakKind.EntryInserted, 0)]
    [InlineData("UPDATE AuditEntries SET Id = Id + 100 WHERE Id > 3; UPDATE AuditEntries SET Id = Id - 99 WHERE Id > 100; INSERT INTO AuditEntries SELECT 4, At, UserId, UserName, \"From\", Kind, Subject, SubjectId, LocalityId, OrganizationId, Reason, Details, Hash FROM AuditEntries WHERE Id = 1", AuditBreakKind.EntryChanged, 4)]
    [InlineData("UPDATE AuditHeads SET Entries = 7, LastHash = (SELECT Hash FROM AuditEntries WHERE Id = 7); DELETE FROM AuditEntries WHERE Id = 8", AuditBreakKind.HeadChanged, null)]
    [InlineData("INSERT INTO AuditHeads SELECT 2, Entries, LastHash, Seal FROM AuditHeads", AuditBreakKind.HeadChanged, null)]
    [InlineData("UPDATE AuditEntries SET UserName = UserName || char(0) || 'x' WHERE Id = 5", AuditBreakKind.EntryChanged, 5)] // ends a text for most readers
    public async Task Log_WhenTamperedWith_SaysWhere(string sql, AuditBreakKind kind, int? entry)
    {
        await _database.TamperAsync(sql);

        var verification = await _database.VerifyAsync();

        Assert.Equal(new AuditBreak(kind, entry), verification.Breaks[0]);
    }

    [Fact]
    public async Task Log_WhenTheLastEntryIsRemovedAndMoreIsWritten_KeepsTheBreak()
    {
        await _database.TamperAsync("UPDATE AuditHeads SET Entries = 7, LastHash = (SELECT Hash FROM AuditEntries WHERE Id = 7); DELETE FROM AuditEntries WHERE Id = 8");
        await SomeLog.CorrectAsync(_database);

        var verification = await _database.VerifyAsync();

        Assert.Contains(verification.Breaks, one => one.Kind == AuditBreakKind.HeadChanged);
    }

    [Theory]
    [InlineData("UPDATE PersonChanges SET After = 'Lê Thị Súng' WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET Before = NULL WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET PersonId = 99 WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET After = Before WHERE Field = 'Phone'", AuditBreakKind.PersonChangeChanged)] // by an import
    [InlineData("UPDATE PersonChanges SET After = 'x' WHERE Field = 'Phone'", AuditBreakKind.PersonChangeChanged)] // no sealed value
    [InlineData("UPDATE PersonChanges SET Reason = 'vì lý do khác' WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET RecordedBy = 'người khác' WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET RecordedAt = '2025-11-01 00:00:00' WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET RecordedAt = 'hôm qua' WHERE Field = 'Phone'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET OrganizationId = 2 WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET Reason = 'vì lý do khác' WHERE Field = 'Phone'", AuditBreakKind.PersonChangeChanged)] // by an import
    [InlineData("UPDATE PersonChanges SET RecordedBy = 'người khác' WHERE Field = 'Phone'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET Digest = SUBSTR(Digest, 1, 64), Reason = 'vì lý do khác' WHERE Field = 'FullName'", AuditBreakKind.PersonChangeChanged)] // as an older row
    [InlineData("UPDATE PersonChanges SET Digest = 'x' WHERE Field = 'Phone'", AuditBreakKind.PersonChangeChanged)]
    [InlineData("UPDATE PersonChanges SET Digest = NULL WHERE Field = 'Phone'", AuditBreakKind.PersonChangeMissing)]
    [InlineData("DELETE FROM PersonChanges WHERE Field = 'FullName'", AuditBreakKind.PersonChangeMissing)]
    [InlineData("DELETE FROM PersonChanges WHERE Field = 'Phone'", AuditBreakKind.PersonChangeMissing)]
    [InlineData("UPDATE PersonChanges SET Before = NULL, After = NULL, Salt = NULL WHERE Field = 'FullName'", AuditBreakKind.PersonChangeErased)]
    [InlineData("INSERT INTO PersonChanges (PersonId, Field, After, Reason, RecordedBy, RecordedAt) VALUES (1, 'FullName', 'Ai Đó', 'x', 'an', '2025-12-31')", AuditBreakKind.PersonChangeInserted)]
    public async Task PersonChanges_WhenTamperedWith_AreFound(string sql, AuditBreakKind kind)
    {
        await _database.TamperAsync(sql);

        var verification = await _database.VerifyAsync();

        Assert.Equal(kind, verification.Breaks[0].Kind);
    }

    [Fact]
    public async Task PersonChanges_WhenErasedWithAnAnonymisation_AreWhole()
    {
        await _database.With(async db =>
        {
            foreach (var change in db.PersonChanges)
                change.Erase();
            return await db.SaveChangesAsync();
        });
        Assert.Contains((await _database.VerifyAsync()).Breaks, one => one.Kind == AuditBreakKind.PersonChangeErased);

        await _database.NoteAsync(new AuditNote(AuditKind.Anonymised, "Person", 1));

        Assert.Empty((await _database.VerifyAsync()).Breaks);

        await _database.TamperAsync("UPDATE PersonChanges SET Reason = 'vì lý do khác' WHERE Field = 'FullName'");
        Assert.Equal(AuditBreakKind.PersonChangeChanged, Assert.Single((await _database.VerifyAsync()).Breaks).Kind);
    }

    [Fact]
    public async Task PersonChange_OfAnEarlierRelease_IsCheckedByItsValues()
    {
        var chain = _database.Services.GetRequiredService<AuditChain>();
        var digest = chain.Change("muối", 1, "FullName", "Sen", "Sên");
        await _database.TamperAsync(
            "INSERT INTO PersonChanges (Id, PersonId, Field, Before, After, Reason, RecordedBy, RecordedAt, Salt, Digest) VALUES (900, 1, 'FullName', 'Sen', 'Sên', 'x', 'an', '2025-12-31 00:00:00', 'muối', @digest)",
            ("@digest", digest));
        await _database.NoteAsync(new AuditNote(AuditKind.Changed, "Person", 1)
        {
            Details = new Dictionary<string, object?> { [PersonChangeSeals.Key] = new[] { new ChangeDigest(900, "FullName", digest) } },
        });
        Assert.Empty((await _database.VerifyAsync()).Breaks);

        await _database.TamperAsync("UPDATE PersonChanges SET After = 'Súng' WHERE Id = 900");

        Assert.Equal(new AuditBreak(AuditBreakKind.PersonChangeChanged, 9, 900), Assert.Single((await _database.VerifyAsync()).Breaks));
    }
}
