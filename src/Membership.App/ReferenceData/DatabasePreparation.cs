using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;

namespace Membership.App.ReferenceData;

/// <summary>Makes the database of a data folder ready for use; call once before anything else is asked of it.</summary>
public sealed class DatabasePreparation(
    DatabaseTables tables, SealedData data, ReferenceLoader loader, LocalityDirectory localities, DataFolder folder)
{
    private const int Attempts = 300;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(100);

    /// <summary>Creates or migrates the database, seals what is not sealed and takes in what is new in data/. Throws
    /// <see cref="KeyRingException"/> when the keys do not belong to the database.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        using var claim = await ClaimAsync(cancellationToken);
        await tables.MigrateAsync(cancellationToken);
        await data.PrepareAsync(cancellationToken);
        var loaded = await loader.LoadAsync(cancellationToken);
        localities.Reload();
        if (loaded.Any(file => file.EndsWith("indicator-definitions.csv", StringComparison.Ordinal)))
            await tables.RecountAsync(cancellationToken);
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
}
