using Membership.Domain.Targets;

namespace Membership.Domain.Indicators;

/// <summary>
/// One version of what an indicator counts. The resolution that sets the 74 % target does not say which ages, organizations or
/// unit it means (domain.md 3.1), so these are parameters, shown beside each figure.
/// </summary>
public sealed class IndicatorDefinition
{
    public const string Participation = "participation";

    public long Id { get; init; }

    /// <summary>The indicator's code: "participation".</summary>
    public required string Code { get; init; }

    /// <summary>From 1; a figure names the version it was counted by.</summary>
    public int Version { get; init; }

    /// <summary>The first as-of date the version answers for.</summary>
    public DateOnly ValidFrom { get; init; }

    public required string Name { get; init; }

    public CountingUnit CountingUnit { get; init; }

    /// <summary>In completed years, inclusive.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>In completed years, inclusive; null when there is no upper limit.</summary>
    public int? AgeTo { get; init; }

    public AgeReference AgeReference { get; init; }

    public ResidenceRule ResidenceRule { get; init; }

    public Comparator Comparator { get; init; }

    /// <summary>Codes of the organizations that count, in the order they are named.</summary>
    public IReadOnlyList<string> CountedOrganizations { get; init; } = [];

    /// <summary>Why the open points were decided so, and who should confirm it. Vietnamese, shown with the figure.</summary>
    public required string Note { get; init; }

    /// <summary>False for an indicator that is named by a target but not yet counted by this software.</summary>
    public bool IsCounted { get; init; }
}

/// <summary>What is counted: each person once, or each membership.</summary>
public enum CountingUnit
{
    /// <summary>Số người.</summary>
    People = 1,

    /// <summary>Số lượt.</summary>
    Memberships = 2,
}

/// <summary>The day at which age is taken.</summary>
public enum AgeReference
{
    /// <summary>Completed years on the as-of date; with a year alone, from 1 January of that year.</summary>
    AsOfDate = 1,

    /// <summary>The calendar year less the birth year.</summary>
    EndOfYear = 2,
}

/// <summary>Where a person is counted.</summary>
public enum ResidenceRule
{
    /// <summary>In the commune where she lives on the day.</summary>
    LivesThere = 1,

    /// <summary>In the commune of the unit she belongs to.</summary>
    BelongsToUnitThere = 2,
}
