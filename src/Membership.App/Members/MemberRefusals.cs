using Membership.Domain;
using Membership.Domain.Members;

namespace Membership.App.Members;

/// <summary>Also for somebody beyond the scope: whether the register knows her is not said.</summary>
public sealed record PersonNotFound(long Id) : Refusal;

/// <summary>Her data may only be kept (hạn chế xử lý), and the actor is not of those who answer for them.</summary>
public sealed record PersonIsRestricted : Refusal;

/// <summary>What identified her was removed; nothing can be changed any more.</summary>
public sealed record PersonIsAnonymised : Refusal;

public sealed record PersonIsNotRestricted : Refusal;

/// <summary>The number is somebody else's; whose is not said.</summary>
public sealed record CitizenIdBelongsToSomebodyElse : Refusal;

public sealed record ChangeNotFound(long Id) : Refusal;

/// <summary>Residences and memberships go back with the import that changed them.</summary>
public sealed record ChangeIsNotOfAField : Refusal;

/// <summary>What the change brought is no longer what stands there.</summary>
public sealed record FieldHasChangedSince(PersonField Field) : Refusal;
