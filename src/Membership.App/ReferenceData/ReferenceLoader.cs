using Membership.App.Audit;
using Membership.App.Database;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

/// <summary>
/// Takes data/ into the database: each file once per version of it, all changed files in one transaction. Localities,
/// organizations and everything else that other tables point to keep their ids.
/// </summary>
public sealed class ReferenceLoader(MembershipDb db, ReferenceFolder folder, AuditTrail trail, TimeProvider clock)
{
    // In order: a file may name what an earlier one brought.
    private static readonly ReferenceFile[] Files =
    [
        new("organizations.csv", OrganizationFiles.LoadOrganizationsAsync),
        new("organization-rules.csv", OrganizationFiles.LoadRulesAsync),
        new("localities/facts.csv", LocalityFiles.LoadFactsAsync),
        new("localities/changes.csv", LocalityFiles.LoadChangesAsync),
        new("population.csv", IndicatorFiles.LoadPopulationAsync),
        new("indicator-definitions.csv", IndicatorFiles.LoadDefinitionsAsync),
        new("resolutions.csv", TargetFiles.LoadResolutionsAsync),
        new("targets.csv", TargetFiles.LoadTargetsAsync),
    ];

    /// <summary>Answers with the files that were new or had changed; loading again answers with none and writes nothing.</summary>
    public async Task<IReadOnlyList<string>> LoadAsync(CancellationToken cancellationToken)
    {
        var contents = await ReadAsync(cancellationToken);
        if ((await ChangedAsync(contents, cancellationToken)).Count == 0)
            return [];

        // Asked again inside the transaction: another process may have loaded them meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var changed = await ChangedAsync(contents, cancellationToken);
        using var unlogged = trail.Pause();
        foreach (var file in changed)
            await LoadAsync(file, contents[file], cancellationToken);

        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return changed.Select(file => file.Name).ToList();
    }

    private async Task<Dictionary<ReferenceFile, ReferenceFileContent>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var contents = new Dictionary<ReferenceFile, ReferenceFileContent>();
        foreach (var file in Files)
            contents[file] = new(await File.ReadAllBytesAsync(folder.FileOf(file.Name), cancellationToken), now);

        return contents;
    }

    private async Task<IReadOnlyList<ReferenceFile>> ChangedAsync(
        Dictionary<ReferenceFile, ReferenceFileContent> contents, CancellationToken cancellationToken)
    {
        var held = await db.ReferenceVersions.AsNoTracking().ToDictionaryAsync(version => version.File, version => version.Sha256, cancellationToken);
        return Files.Where(file => held.GetValueOrDefault(file.Name) != contents[file].Sha256).ToList();
    }

    private async Task LoadAsync(ReferenceFile file, ReferenceFileContent content, CancellationToken cancellationToken)
    {
        await file.LoadAsync(content, db, cancellationToken);
        var version = await db.ReferenceVersions.FindAsync([file.Name], cancellationToken);
        if (version is null)
            db.Add(version = new ReferenceVersion { File = file.Name, Sha256 = content.Sha256 });

        version.Sha256 = content.Sha256;
        version.LoadedAt = content.ReadAt;
        await db.SaveChangesAsync(cancellationToken);
    }
}
