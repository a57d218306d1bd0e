using System.Globalization;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Populations;

/// <summary>The form that records a population figure: it knows what was recorded last in each commune when it was opened.</summary>
internal sealed class PopulationForm(MembershipDb db, OpenedForms forms)
{
    public async Task<string> OpenAsync(CountedAges ages, CancellationToken cancellationToken)
    {
        var latest = await Recorded(ages).GroupBy(figure => figure.LocalityId)
            .Select(same => new { LocalityId = same.Key, Id = same.Max(figure => figure.Id) }).ToListAsync(cancellationToken);
        return forms.Seal(nameof(PopulationFigure), latest.Select(one => KeyValuePair.Create(Text(one.LocalityId), (string?)Text(one.Id))));
    }

    /// <summary>Null when nobody recorded one for the commune since.</summary>
    public async Task<ChangedMeanwhile?> OvertakenAsync(Domain.Localities.LocalityFact commune, CountedAges ages, SentForm sent, CancellationToken cancellationToken)
    {
        var latest = await Recorded(ages).Where(figure => figure.LocalityId == commune.LocalityId).OrderByDescending(figure => figure.Id).FirstOrDefaultAsync(cancellationToken);
        if (latest is null || forms.Open(nameof(PopulationFigure), sent).Said(Text(commune.LocalityId), Text(latest.Id)))
            return null;

        var now = $"{latest.Value.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN"))} người, tính đến {ShownDate.Of(latest.AsOf)}, nguồn: {latest.Source}";
        return new ChangedMeanwhile([new MeanwhileField(Text(commune.LocalityId), $"Số dân trong độ tuổi của {commune.Name}", now, latest.RecordedBy, latest.RecordedAt)], []);
    }

    private IQueryable<PopulationFigure> Recorded(CountedAges ages) =>
        db.PopulationFigures.AsNoTracking().Where(figure => figure.AgeFrom == ages.From && figure.AgeTo == ages.To);

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
