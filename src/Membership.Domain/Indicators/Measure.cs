using Membership.Domain.Targets;

namespace Membership.Domain.Indicators;

/// <summary>
/// A share as its two whole numbers. Compared in integers, rounded only to be shown. May pass 100 %, which is shown and flagged.
/// </summary>
/// <param name="Numerator">People or memberships, as the definition says.</param>
/// <param name="Denominator">Null, or not positive, when there is no figure: then there is no share, which is not 0 %.</param>
public readonly record struct Measure(long Numerator, long? Denominator)
{
    private const int HundredthsOfPercent = 10_000;

    public bool HasShare => Denominator > 0;

    /// <summary>A fraction, not rounded; null without a denominator.</summary>
    public decimal? Share => HasShare ? (decimal)Numerator / Denominator!.Value : null;

    /// <summary>In percent, rounded half up to two decimals, to be shown.</summary>
    public decimal? ShownPercent => HasShare ? decimal.Round(Share!.Value * 100, 2, MidpointRounding.AwayFromZero) : null;

    public bool IsOverWhole => HasShare && Numerator > Denominator;

    /// <summary>Holds the share against a target in hundredths of a percent: 740 of 1.000 is not more than 74 %.</summary>
    public Progress Against(int? targetShare, Comparator comparator)
    {
        if (targetShare is null)
            return Progress.NotAssigned;
        if (!HasShare)
            return Progress.NotMeasured;

        var reached = Numerator * HundredthsOfPercent;
        var wanted = Denominator!.Value * targetShare.Value;
        return reached > wanted || (comparator == Comparator.AtLeast && reached == wanted) ? Progress.Reached : Progress.Behind;
    }

    /// <summary>How many more in the numerator would reach the target, in hundredths of a percent; 0 when it is reached, null without a share.</summary>
    public long? MissingTo(int targetShare, Comparator comparator)
    {
        if (!HasShare)
            return null;

        var wanted = Denominator!.Value * targetShare;
        var least = comparator == Comparator.MoreThan ? (wanted / HundredthsOfPercent) + 1 : (wanted + HundredthsOfPercent - 1) / HundredthsOfPercent;
        return Math.Max(0, least - Numerator);
    }

    /// <summary>Percentage points above (or, negative, below) the target; null without a share. For ordering and for show.</summary>
    public decimal? DistanceFrom(int targetShare) => HasShare ? (Share!.Value * 100) - (targetShare / 100m) : null;
}
