using Membership.Domain;

namespace Membership.App.Localities;

/// <summary>No locality had this code on that day. The code may have been another unit's at another time.</summary>
public sealed record LocalityNotFound(string Code, DateOnly AsOf) : Refusal;

/// <summary>No commune of any time was called so.</summary>
public sealed record CommuneNotFound(string Name) : Refusal;
