using Membership.Domain;

namespace Membership.App.Localities;

/// <summary>No locality had this code on that day. The code may have been another unit's at another time.</summary>
public sealed record LocalityNotFound(string Code, DateOnly AsOf) : Refusal;
