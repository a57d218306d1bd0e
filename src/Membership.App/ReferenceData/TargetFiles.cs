using CsvHelper;
using Membership.App.Database;
using Membership.Domain.Targets;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

/// <summary>Resolutions and targets stay when the files no longer have them: a target that has ended is still compared with.</summary>
internal static class TargetFiles
{
    public static async Task LoadResolutionsAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var read = content.Rows<ResolutionRow>().Select(row => new Resolution
        {
            Number = row.Number,
            IssuedOn = row.IssuedOn,
            Issuer = row.Issuer,
            Title = row.Title,
        });
        var held = await db.Resolutions.ToListAsync(cancellationToken);
        ReferenceTable.Merge(db, held, read, resolution => resolution.Number);
    }

    public static async Task LoadTargetsAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var localities = await LocalityFiles.IdsAsync(db, cancellationToken);
        var resolutions = await db.Resolutions.ToDictionaryAsync(resolution => resolution.Number, resolution => resolution.Id, cancellationToken);
        var read = content.Rows<TargetRow>().Select(row => new Target
        {
            ResolutionId = resolutions[row.Resolution],
            Clause = row.Clause,
            Quotation = row.Quotation,
            IndicatorCode = row.Indicator,
            LocalityId = localities[row.Locality],
            Value = row.Value,
            Unit = row.Unit,
            ValidFrom = row.ValidFrom,
            Deadline = row.Deadline,
        });
        var held = await db.Targets.ToListAsync(cancellationToken);
        ReferenceTable.Merge(db, held, read, target => (target.ResolutionId, target.IndicatorCode, target.LocalityId, target.ValidFrom));
    }
}

[CsvRecord]
internal sealed partial record ResolutionRow(string Number, DateOnly IssuedOn, string Issuer, string Title);

[CsvRecord]
internal sealed partial record TargetRow(
    string Resolution,
    string Clause,
    string Quotation,
    string Indicator,
    string Locality,
    int Value,
    TargetUnit Unit,
    DateOnly ValidFrom,
    DateOnly Deadline);
