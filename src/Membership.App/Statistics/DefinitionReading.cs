using Membership.App.Database;
using Membership.App.Indicators;
using Membership.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Statistics;

/// <summary>What the figures count, in the sentence that the page shows beside them.</summary>
internal static class DefinitionReading
{
    public static async Task<string> SentenceAsync(MembershipDb db, IndicatorProgress progress, CancellationToken cancellationToken)
    {
        if (progress.Organization is { } organization)
            return DefinitionSentence.Of(progress.Definition, [organization.ShortName]);

        var names = await db.Organizations.AsNoTracking().ToDictionaryAsync(row => row.Code, row => row.ShortName, cancellationToken);
        return DefinitionSentence.Of(progress.Definition, [.. progress.Definition.CountedOrganizations.Select(code => names.GetValueOrDefault(code, code))]);
    }
}
