using CsvHelper;
using Membership.App.Database;
using Membership.Domain.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

internal static class LocalityFiles
{
    /// <summary>A key that is new makes a locality; a locality is never removed, its facts are what the file says.</summary>
    public static async Task LoadFactsAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var rows = content.Rows<FactRow>();
        await AddLocalitiesAsync(rows.Select(row => row.Locality), db, cancellationToken);

        var ids = await IdsAsync(db, cancellationToken);
        var read = rows.Select(row => new LocalityFact
        {
            LocalityId = ids[row.Locality],
            Code = row.Code,
            Name = row.Name,
            Kind = row.Kind,
            ParentId = row.Parent is null ? null : ids[row.Parent],
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
        });
        var held = await db.LocalityFacts.ToListAsync(cancellationToken);
        db.RemoveRange(ReferenceTable.Merge(db, held, read, fact => (fact.LocalityId, fact.ValidFrom)));
    }

    public static async Task LoadChangesAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var ids = await IdsAsync(db, cancellationToken);
        var read = content.Rows<ChangeRow>().Select(row => new LocalityChange
        {
            FromId = ids[row.From],
            ToId = ids[row.To],
            EffectiveOn = row.EffectiveOn,
            Extent = row.Extent,
            LegalBasis = row.LegalBasis,
            Note = row.Note,
        });
        var held = await db.LocalityChanges.ToListAsync(cancellationToken);
        db.RemoveRange(ReferenceTable.Merge(db, held, read, change => (change.FromId, change.ToId, change.EffectiveOn)));
    }

    /// <summary>The database's id of each locality, by its key in data/localities.</summary>
    public static Task<Dictionary<string, long>> IdsAsync(MembershipDb db, CancellationToken cancellationToken) =>
        db.Localities.ToDictionaryAsync(locality => locality.Key, locality => locality.Id, cancellationToken);

    private static async Task AddLocalitiesAsync(IEnumerable<string> keys, MembershipDb db, CancellationToken cancellationToken)
    {
        var held = await IdsAsync(db, cancellationToken);
        db.AddRange(keys.Distinct().Where(key => !held.ContainsKey(key)).Select(key => new Locality { Key = key }));
        await db.SaveChangesAsync(cancellationToken);
    }
}

[CsvRecord]
internal sealed partial record FactRow(
    string Locality, string Code, string Name, LocalityKind Kind, string? Parent, DateOnly ValidFrom, DateOnly? ValidTo);

[CsvRecord]
internal sealed partial record ChangeRow(string From, string To, DateOnly EffectiveOn, TerritoryExtent Extent, string LegalBasis, string? Note);
