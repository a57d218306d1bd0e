using Membership.Domain;

namespace Membership.App.Approvals;

/// <summary>It is written down and waits for somebody else to agree.</summary>
public sealed record NeedsSecondPerson(long ApprovalId) : Refusal;

/// <summary>Somebody else has said no.</summary>
public sealed record DeclinedBySecondPerson(long ApprovalId, string Reason) : Refusal;

/// <summary>Who asked for something cannot agree to it herself.</summary>
public sealed record CannotApproveOwnRequest(long ApprovalId) : Refusal;

/// <summary>It does not exist, is not in the actor's scope, or was decided already.</summary>
public sealed record NoSuchApproval(long ApprovalId) : Refusal;
