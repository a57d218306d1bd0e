using Membership.Domain;

namespace Membership.App.PersonRequests;

public sealed record PersonRequestNotFound(long Id) : Refusal;

/// <summary>An answer ends a request: nothing follows it.</summary>
public sealed record RequestIsAnswered(DateOnly AnsweredOn) : Refusal;

public sealed record RequestIsAcknowledged(DateOnly AcknowledgedOn) : Refusal;

/// <summary>The law allows one longer term.</summary>
public sealed record RequestIsExtended(DateOnly AnswerBy) : Refusal;

/// <summary>An extension must be said before the first term has passed.</summary>
public sealed record RequestTermHasPassed(DateOnly AnswerBy) : Refusal;
