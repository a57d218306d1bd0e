namespace Membership.Domain.Users;

/// <summary>
/// A role given to a user: at a locality with everything below it, for one organization or all, on the days [From, To). A grant
/// follows its locality through a reorganization: to what took over its territory, and back to what it was made of.
/// </summary>
public sealed class RoleGrant
{
    public long Id { get; init; }

    public long UserId { get; init; }

    public Role Role { get; init; }

    /// <summary>Null: everywhere.</summary>
    public long? LocalityId { get; init; }

    /// <summary>Null: all organizations.</summary>
    public long? OrganizationId { get; init; }

    public DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? To { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);

    /// <summary>Never again, whether it ever held or not.</summary>
    public bool IsOverOn(DateOnly day) => To <= day;

    /// <summary>The same role at the same place for the same organization, on days of the other.</summary>
    public bool Repeats(RoleGrant other) =>
        (Role, LocalityId, OrganizationId) == (other.Role, other.LocalityId, other.OrganizationId)
        && (To ?? DateOnly.MaxValue) > other.From && (other.To ?? DateOnly.MaxValue) > From;
}
