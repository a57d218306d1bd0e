using Membership.Domain.Indicators;
using Membership.Domain.Targets;

namespace Membership.App.Indicators;

/// <summary>An indicator on a day, for a locality and each commune below it, against its target.</summary>
/// <param name="Organization">The one organization looked at; null for all that the definition counts.</param>
/// <param name="Target">Null when none was set for that day, or when one organization is looked at.</param>
/// <param name="Whole">The locality itself: its share is taken over the communes that have both a register and a population figure.</param>
/// <param name="UnitsCounted">How many communes that were.</param>
/// <param name="UnitsTotal">How many communes there are on that day.</param>
/// <param name="Units">Each commune, the furthest below the target first, those without a share last.</param>
/// <param name="Trend">The locality at the end of each month, oldest first.</param>
public sealed record IndicatorProgress(
    IndicatorDefinition Definition,
    TargetRow? Target,
    DateOnly AsOf,
    OrganizationName? Organization,
    UnitFigure Whole,
    int UnitsCounted,
    int UnitsTotal,
    IReadOnlyList<UnitFigure> Units,
    IReadOnlyList<TrendPoint> Trend)
{
    /// <summary>The nearest earlier day for which small places are shown too; null when this day is one, or nothing is withheld from the actor.</summary>
    public DateOnly? FullOn { get; init; }
}

public sealed record OrganizationName(long Id, string Code, string ShortName, string MemberNoun);

public sealed record LocalityName(long Id, string Code, string Name);

/// <summary>The target an indicator is held against, with where it comes from.</summary>
/// <param name="Value">Hundredths of a percent.</param>
public sealed record TargetRow(int Value, Comparator Comparator, DateOnly Deadline, string ResolutionNumber, string Clause, string Quotation);

/// <summary>One locality's figure.</summary>
/// <param name="HasRegister">Somebody of this locality is in the system on that day.</param>
/// <param name="People">Số người: everyone in the numerator once.</param>
/// <param name="Memberships">Số lượt: their memberships in the organizations counted.</param>
/// <param name="Measure">Numerator as the definition counts it; denominator null when there is no population figure.</param>
/// <param name="Population">Where the denominator comes from; null when there is none, and for a sum of several.</param>
/// <param name="DistanceFromTarget">Percentage points; negative below the target; null without share or target.</param>
public sealed record UnitFigure(
    LocalityName Locality,
    bool HasRegister,
    long People,
    long Memberships,
    Measure Measure,
    PopulationSource? Population,
    Progress Progress,
    decimal? DistanceFromTarget)
{
    /// <summary>Its counts are taken out: they read 0 and must not be shown.</summary>
    public bool IsWithheld => Progress == Progress.Withheld;

    /// <summary>The memberships are taken out, perhaps alone: they read 0 and must not be shown.</summary>
    public bool AreMembershipsWithheld { get; init; }
}

public sealed record PopulationSource(long Value, DateOnly AsOf, string Source, bool IsSample);

/// <summary>The figure of one month's last day; the share is null while there is no population figure.</summary>
/// <param name="IsWithheld">Its counts are taken out: they read 0 and must not be shown.</param>
public sealed record TrendPoint(DateOnly Day, long People, long Memberships, Measure Measure, bool IsWithheld = false)
{
    /// <summary>The memberships are taken out, perhaps alone: they read 0 and must not be shown.</summary>
    public bool AreMembershipsWithheld { get; init; }
}
