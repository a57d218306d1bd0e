using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Members;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

/// <summary>Makes the database of a data folder ready for use; call once before anything else is asked of it.</summary>
public sealed class DatabasePreparation(MembershipDb db, DataFolder folder, DatabaseUpgrade upgrade, ReferenceLoader loader, LocalityDirectory localities,
    ImportFiles files)
{
    private const int Attempts = 300;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <summary>Creates or migrates the database, seals what is not sealed and takes in what is new in data/. Throws
    /// <see cref="KeyRingException"/> when the keys do not belong to the database.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var claim = await ClaimAsync(cancellationToken);
        await upgrade.UpgradeAsync(cancellationToken);
        var loaded = await loader.LoadAsync(cancellationToken);
        localities.Reload();
        if (loaded.Any(file => file.EndsWith("indicator-definitions.csv", StringComparison.Ordinal)))
            await RecountAsync(cancellationToken);
        await FinishCutOffAsync(cancellationToken);
    }

    /// <summary>Only when no other program is writing a list right now.</summary>
    private async Task FinishCutOffAsync(CancellationToken cancellationToken)
    {
        using var turn = files.TryTakeTurn();
        if (turn is null)
            return;

        await using var register = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        await CutOffCommits.FinishAllAsync(register);
    }

    /// <summary>Two programs that start on a new folder at once would both create its tables: the second waits for the first.</summary>
    private async Task<FileStream?> ClaimAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (folder.TryClaim("preparation") is { } claim)
                return claim;

            await Task.Delay(BetweenAttempts, cancellationToken);
        }

        // Whoever claimed it hangs or died oddly; going on is safe on a database that exists.
        return null;
    }

    /// <summary>Another definition counts other people: the stored series are of the old one.</summary>
    private async Task RecountAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await SeriesRecount.RecountAllAsync((SqliteConnection)db.Database.GetDbConnection(), cancellationToken);
        // Another program that counts an import right now must count again.
        await db.Database.ExecuteSqlRawAsync(RegisterVersion.BumpSql, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
