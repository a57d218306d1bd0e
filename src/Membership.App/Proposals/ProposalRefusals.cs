using Membership.Domain;

namespace Membership.App.Proposals;

/// <summary>Some of them were decided or withdrawn meanwhile, or are not the user's to decide.</summary>
public sealed record ProposalsAreNotOpen : Refusal;

/// <summary>What the register says now leaves no room for it.</summary>
/// <param name="PersonName">Of whom.</param>
public sealed record ProposalDoesNotFit(string PersonName) : Refusal;
