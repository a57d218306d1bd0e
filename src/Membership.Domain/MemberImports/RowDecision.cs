namespace Membership.Domain.MemberImports;

/// <summary>What the officer decided about a doubtful row.</summary>
public enum RowDecision
{
    None = 0,

    /// <summary>A person of her own.</summary>
    AsNewPerson = 1,

    /// <summary>The candidate named.</summary>
    AsKnownPerson = 2,

    /// <summary>Left out.</summary>
    LeaveOut = 3,
}
