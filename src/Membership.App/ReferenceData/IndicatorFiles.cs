using CsvHelper;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

internal static class IndicatorFiles
{
    /// <summary>The source is part of the key, so that a figure somebody typed in for the same day is not overwritten.</summary>
    public static async Task LoadPopulationAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var ids = await LocalityFiles.IdsAsync(db, cancellationToken);
        var held = (await db.PopulationFigures.Where(figure => !figure.IsSample).ToListAsync(cancellationToken))
            .ToLookup(figure => (figure.LocalityId, figure.AsOf, figure.AgeFrom, figure.AgeTo, figure.Source));
        foreach (var row in content.Rows<PopulationRow>())
        {
            var existing = held[(ids[row.Locality], row.AsOf, row.AgeFrom, row.AgeTo, row.Source)].FirstOrDefault();
            if (existing is null)
                db.Add(row.ToFigure(ids[row.Locality], content.ReadAt));
            else if (existing.Value != row.Value)
                Correct(db, existing, row.Value, content.ReadAt);
        }
    }

    /// <summary>Definitions stay when the file no longer has them: counted figures name them.</summary>
    public static async Task LoadDefinitionsAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var held = await db.IndicatorDefinitions.ToListAsync(cancellationToken);
        var read = content.Rows<DefinitionRow>().Select(row => row.ToDefinition());
        ReferenceTable.Merge(db, held, read, definition => (definition.Code, definition.Version));
    }

    private static void Correct(MembershipDb db, PopulationFigure figure, long value, DateTime now)
    {
        db.Entry(figure).Property(held => held.Value).CurrentValue = value;
        db.Entry(figure).Property(held => held.RecordedAt).CurrentValue = now;
    }
}

[CsvRecord]
internal sealed partial record PopulationRow(string Locality, DateOnly AsOf, int? AgeFrom, int? AgeTo, long Value, string Source)
{
    public PopulationFigure ToFigure(long localityId, DateTime now) => new()
    {
        LocalityId = localityId,
        AsOf = AsOf,
        AgeFrom = AgeFrom,
        AgeTo = AgeTo,
        Value = Value,
        Source = Source,
        RecordedAt = now,
    };
}

[CsvRecord]
internal sealed partial record DefinitionRow(
    string Code,
    int Version,
    DateOnly ValidFrom,
    string Name,
    CountingUnit CountingUnit,
    int? AgeFrom,
    int? AgeTo,
    AgeReference AgeReference,
    ResidenceRule ResidenceRule,
    Comparator Comparator,
    string CountedOrganizations,
    string Note,
    bool IsCounted)
{
    public IndicatorDefinition ToDefinition() => new()
    {
        Code = Code,
        Version = Version,
        ValidFrom = ValidFrom,
        Name = Name,
        CountingUnit = CountingUnit,
        AgeFrom = AgeFrom,
        AgeTo = AgeTo,
        AgeReference = AgeReference,
        ResidenceRule = ResidenceRule,
        Comparator = Comparator,
        CountedOrganizations = CountedOrganizations.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Note = Note,
        IsCounted = IsCounted,
    };
}
