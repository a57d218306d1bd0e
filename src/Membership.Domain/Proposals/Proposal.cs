using Membership.Domain.Members;

namespace Membership.Domain.Proposals;

/// <summary>
/// What a list says of somebody, or of a ward, beyond the reach of its officer: it is written once somebody who covers her, or the ward,
/// has agreed.
/// </summary>
public sealed class Proposal
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public ProposalKind Kind { get; init; }

    public ProposalState State { get; set; } = ProposalState.Open;

    /// <summary>With <see cref="ProposalKind.Field"/> only.</summary>
    public PersonField? Field { get; init; }

    /// <summary>Sealed: the field's value as <see cref="PersonValue"/> writes it, the address of a residence, the office of a membership; null when the
    /// list gives none.</summary>
    public SealedText? Value { get; set; }

    /// <summary>The ward that decides, by who covers it for the list's organization; null: those who cover the person.</summary>
    public long? WardId { get; init; }

    /// <summary>Where she lives, as the list says; with <see cref="ProposalKind.Residence"/> only.</summary>
    public long? HomeId { get; init; }

    /// <summary>The list's organization.</summary>
    public long OrganizationId { get; init; }

    /// <summary>The unit of the list that names her.</summary>
    public long? UnitId { get; init; }

    /// <summary>Of the claim; null otherwise.</summary>
    public long? MembershipId { get; init; }

    /// <summary>The first day that the list proves.</summary>
    public DateOnly From { get; init; }

    /// <summary>The first day on which it is over; null while it is not.</summary>
    public DateOnly? To { get; init; }

    public PartialDate? AdmittedOn { get; init; }

    public long ImportId { get; init; }

    public int RowNumber { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ProposedAt { get; init; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was decided so.</summary>
    public string? Reason { get; set; }
}

public enum ProposalKind
{
    /// <summary>She was entered in the list's unit (<see cref="MembershipInterval.IsClaim"/>): agreed, the unit sees what others recorded of her.</summary>
    Claim = 1,

    /// <summary>One of her own fields.</summary>
    Field = 2,

    /// <summary>Where she lives, or her address there.</summary>
    Residence = 3,

    /// <summary>She may be the one in the list, or belongs to another unit of the same organization: agreed, she goes on in the list's unit.</summary>
    Membership = 4,
}

public enum ProposalState
{
    Open = 1,
    Agreed = 2,
    Refused = 3,

    /// <summary>Its list was undone.</summary>
    Withdrawn = 4,
}
