namespace Membership.Domain.Indicators;

/// <summary>
/// Why a person on a day is in the numerator or left out of it: everyone in the system of a commune has exactly one, so the
/// numerator and the exclusions add up to everyone. In order: the first that holds is the reason.
/// </summary>
public enum CountingReason
{
    Counted = 0,

    /// <summary>Belongs to a unit here and lives in another commune, where she is counted.</summary>
    LivesElsewhere = 1,

    /// <summary>Belongs to a unit here; where she lives on that day is not known.</summary>
    ResidenceUnknown = 2,

    /// <summary>Lives here; no membership on that day: left, or not yet joined.</summary>
    NoActiveMembership = 3,

    /// <summary>A member only of organizations that the definition does not count.</summary>
    OrganizationNotCounted = 4,
    BirthDateUnknown = 5,
    BelowAge = 6,
    AboveAge = 7,
}
