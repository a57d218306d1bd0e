using Membership.Domain;

namespace Membership.App.Organizations;

/// <summary>No organization has this code.</summary>
public sealed record OrganizationNotFound(string Code) : Refusal;
