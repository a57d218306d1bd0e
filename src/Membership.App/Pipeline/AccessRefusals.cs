using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Pipeline;

/// <summary>None of the actor's roles gives this permission today.</summary>
public sealed record PermissionMissing(Permission Permission) : Refusal;

/// <summary>The permission is there, but not for this place or organization.</summary>
public sealed record OutOfScope : Refusal;
