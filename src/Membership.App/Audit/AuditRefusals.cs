using Membership.Domain;

namespace Membership.App.Audit;

public sealed record PeriodEndsBeforeItBegins(DateOnly From, DateOnly To) : Refusal;

/// <summary>More than one sheet should hold.</summary>
public sealed record TooManyEntries(int Entries, int Limit) : Refusal;
