using Membership.Domain;

namespace Membership.App.Retention;

/// <summary>Something of her lies beyond the scope: who answers for a part cannot erase the whole.</summary>
public sealed record PersonBelongsElsewhereToo : Refusal;

/// <summary>Nobody within the scope is past the time of any rule.</summary>
public sealed record NobodyIsDue : Refusal;
