using System.Text.Json;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Audit;

public sealed class AuditSavingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Entity_WhenAddedChangedAndRemoved_LeavesAnEntryEachTime()
    {
        var id = await _database.With(async db =>
        {
            var user = SomeUser();
            db.Add(user);
            await db.SaveChangesAsync();
            user.DisplayName = "Lê Văn An, phó chủ tịch";
            await db.SaveChangesAsync();
            db.Remove(user);
            await db.SaveChangesAsync();
            return user.Id;
        });

        var entries = await _database.EntriesAsync();

        Assert.Equal([AuditKind.Created, AuditKind.Changed, AuditKind.Removed], entries.Select(entry => entry.Kind));
        Assert.All(entries, entry => Assert.Equal(("User", id), (entry.Subject, entry.SubjectId)));
        Assert.Equal(("Lê Văn An", "Lê Văn An, phó chủ tịch"), Field(entries[1], nameof(User.DisplayName)));
    }

    [Fact]
    public async Task Secrets_WhenChanged_AreNamedButNotWritten()
    {
        await ChangeAsync(user => (user.PasswordHash, user.SecurityStamp, user.RecoveryCodes, user.AuthenticatorKey) = ("bí mật", "bí mật", "bí mật", new SealedText("bí mật")));

        var details = (await _database.EntriesAsync())[^1].Details!;

        Assert.DoesNotContain("bí mật", details, StringComparison.Ordinal);
        foreach (var field in new[] { nameof(User.PasswordHash), nameof(User.SecurityStamp), nameof(User.RecoveryCodes), nameof(User.AuthenticatorKey) })
            Assert.Contains($"\"{field}\":\"đổi\"", details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ThatChangesNothing_WritesNothing()
    {
        await ChangeAsync(user => user.DisplayName += "");
        await _database.With(async db =>
        {
            db.Update(await db.Users.SingleAsync());
            return await db.SaveChangesAsync();
        });
        await ChangeAsync(user => user.AccessFailedCount++);

        var entries = await _database.EntriesAsync();

        Assert.Equal([AuditKind.Created], entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Save_WhenItFails_LeavesNeitherChangeNorEntry()
    {
        await AddUserAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => _database.With(db =>
        {
            db.Add(new PopulationFigure { LocalityId = 999_999, AsOf = new DateOnly(2025, 1, 1), Value = 1, Source = "x" });
            return db.SaveChangesAsync();
        }));

        Assert.Single(await _database.EntriesAsync());
        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Save_WhenTheLogCannotBeWritten_ChangesNothing()
    {
        await _database.TamperAsync("DROP TABLE AuditEntries");

        await Assert.ThrowsAsync<SqliteException>(() => AddUserAsync());

        Assert.Equal(0, await _database.With(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Save_InATransactionThatIsRolledBack_LeavesNothing()
    {
        await _database.With(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(SomeUser());
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });

        Assert.Empty(await _database.EntriesAsync());
        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task Person_WhenCorrected_IsNamedByNumberWithDigestsOfTheChanges()
    {
        await using var log = await SomeLog.CreateAsync();

        var entry = (await log.EntriesAsync()).Single(one => one is { Subject: "Person", Kind: AuditKind.Changed });

        Assert.Equal("ghi thiếu tên", entry.Reason);
        Assert.Contains("\"FullName\":\"đổi\"", entry.Details, StringComparison.Ordinal);
        Assert.Contains("\"personChanges\":[{\"Id\":", entry.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("Sen", entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Residence_IsAnEntryOfItsPerson()
    {
        var locality = await _database.With(db => db.Localities.Select(one => one.Id).FirstAsync());
        var person = await _database.With(async db =>
        {
            var added = db.Add(new Person { FullName = "Lê Thị Sen", FoldedName = "le thi sen", NameOrderKey = "x" }).Entity;
            await db.SaveChangesAsync();
            db.Add(new Residence { PersonId = added.Id, LocalityId = locality, Address = "Khu vực 1", From = new DateOnly(2025, 7, 1) });
            await db.SaveChangesAsync();
            return added.Id;
        });

        var entry = (await _database.EntriesAsync())[^1];

        Assert.Equal(("Person", person, locality), (entry.Subject, entry.SubjectId, entry.LocalityId));
        Assert.Contains("\"part\":\"Residence\"", entry.Details, StringComparison.Ordinal);
        Assert.DoesNotContain("Khu vực", entry.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET Reason = 'x'")]
    [InlineData("DELETE FROM AuditEntries")]
    public async Task Entries_AreRefusedByTheDatabaseToChange(string sql)
    {
        await AddUserAsync();
        await using var connection = await _database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;

        var failure = await Assert.ThrowsAsync<SqliteException>(() => command.ExecuteNonQueryAsync());

        Assert.Contains("append-only", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_WrittenFromSeveralConnectionsAtOnce_KeepOneChain()
    {
        await Parallel.ForAsync(0, 60, async (number, _) => await _database.NoteAsync(new AuditNote(AuditKind.AuditRead, "x", number)));

        var verification = await _database.VerifyAsync();

        Assert.Empty(verification.Breaks);
        Assert.Equal(60, verification.Entries);
    }

    [Fact]
    public async Task Entry_IsOfTheActorSetWhenItIsWritten()
    {
        await using var scope = _database.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = new Actor(7, "an", "10.0.0.1", []);
        db.Add(SomeUser());

        await db.SaveChangesAsync();

        var entry = Assert.Single(await _database.EntriesAsync());
        Assert.Equal((7, "an", "10.0.0.1"), (entry.UserId, entry.UserName, entry.From));
    }

    private static User SomeUser() =>
        new() { UserName = "an", NormalizedUserName = "AN", DisplayName = "Lê Văn An", SecurityStamp = "x" };

    private Task<int> AddUserAsync() => _database.With(db =>
    {
        db.Add(SomeUser());
        return db.SaveChangesAsync();
    });

    private async Task ChangeAsync(Action<User> change)
    {
        if (!await _database.With(db => db.Users.AnyAsync()))
            await AddUserAsync();
        await _database.With(async db =>
        {
            change(await db.Users.SingleAsync());
            return await db.SaveChangesAsync();
        });
    }

    private static (string? Before, string? After) Field(AuditEntry entry, string field)
    {
        var value = JsonDocument.Parse(entry.Details!).RootElement.GetProperty(AuditCapture.Fields).GetProperty(field);
        return (value.GetProperty(AuditCapture.Before).GetString(), value.GetProperty(AuditCapture.After).GetString());
    }
}
