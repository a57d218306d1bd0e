using Membership.App.MemberImports;
using Membership.App.Tests.Audit;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

/// <summary>By the day of the setting nothing of a list's people lies beside the register any more.</summary>
public sealed class ForgetOldListsTests : IAsyncLifetime
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực Bưởi,01/06/2019";
    private const string Why = "nhập nhầm danh sách của phường khác";
    private static readonly string[] OfSen = ["Lê Thị Sen", "le thi sen", "Khu vực Bưởi", "1980-05-12"];

    private readonly MovableClock _clock = new(new DateOnly(2026, 1, 5));
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(_clock));

    public async Task DisposeAsync() => await _database.DisposeAsync();

    private ImportDesk Desk => new(_database);

    [Fact]
    public async Task OpenList_PastItsDay_IsThrownAwayWithItsFiles()
    {
        var import = await Desk.CheckAsync([Sen]);
        _clock.Advance(TimeSpan.FromDays(59));
        Assert.Equal(new ForgottenLists(0, 0), await _database.Send(new ForgetOldLists()));
        Assert.NotEmpty(await ShowingAsync(import.Id));

        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(new ForgottenLists(1, 0), await _database.Send(new ForgetOldLists()));

        Assert.Empty(await ShowingAsync(import.Id));
        Assert.Equal(MemberImportState.Discarded, await _database.With(db => db.MemberImports.Select(one => one.State).SingleAsync()));
        Assert.True(await _database.With(db => db.AuditEntries.AnyAsync(entry => entry.Kind == AuditKind.ListDiscarded && entry.SubjectId == import.Id)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WrittenList_PastItsDay_IsEmptied(bool isUndone)
    {
        var import = await Desk.ImportAsync([Sen]);
        if (isUndone)
            _ = (await _database.Send(new UndoMemberImport(import.Id, Why))).Value;
        _clock.Advance(TimeSpan.FromDays(364));
        Assert.Equal(new ForgottenLists(0, 0), await _database.Send(new ForgetOldLists()));
        Assert.NotEmpty(await ShowingAsync(import.Id));

        _clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(new ForgottenLists(0, 1), await _database.Send(new ForgetOldLists()));
        Assert.Equal(new ForgottenLists(0, 0), await _database.Send(new ForgetOldLists()));

        Assert.Empty(await ShowingAsync(import.Id));
        Assert.IsType<ImportFileForgotten>((await _database.Send(new OpenImportFile(import.Id, Why))).Refusal);
        Assert.Null(Assert.Single((await _database.Send(new GetImportPreview(import.Id))).Value.Rows).Row.Listed);
        Assert.Empty((await _database.VerifyAsync()).Breaks);
    }

    [Fact]
    public async Task WrittenList_PastItsDay_SaysWhyItCannotBeUndone()
    {
        var first = await Desk.ImportAsync([Sen]);
        var second = await Desk.ImportAsync([Sen.Replace("0912345678", "0911111111", StringComparison.Ordinal)]);
        _clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal(new ForgottenLists(0, 2), await _database.Send(new ForgetOldLists()));

        var ofKnown = (await _database.Send(new UndoMemberImport(second.Id, Why))).Value;
        var ofNew = (await _database.Send(new UndoMemberImport(first.Id, Why))).Value;

        Assert.Equal(1, ofKnown.RowsOf(UndoOutcome.ImpossibleAsNotRecorded));
        Assert.Equal(0, ofNew.RowsOf(UndoOutcome.Restored));
        Assert.Equal(1, await _database.With(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task List_ThatEndedWhileTheProgramWasKilled_LosesItsFiles()
    {
        var import = await Desk.CheckAsync([Sen]);
        await _database.With(db => db.Database.ExecuteSqlRawAsync("UPDATE MemberImports SET State = 5"));

        await _database.Send(new ForgetOldLists());

        Assert.Empty(await ShowingAsync(import.Id));
    }

    /// <summary>What of her stands in any file of the list, or that the upload is there.</summary>
    private async Task<List<string>> ShowingAsync(long importId)
    {
        SqliteConnection.ClearAllPools();
        var folder = _database.Folder.ImportFolder(importId);
        var shown = new List<string>();
        foreach (var file in Directory.GetFiles(folder))
        {
            var text = System.Text.Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file));
            shown.AddRange(OfSen.Where(value => text.Contains(value, StringComparison.Ordinal)));
            if (Path.GetFileName(file) == "upload")
                shown.Add(file);
        }

        return shown;
    }
}
