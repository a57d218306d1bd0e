namespace Membership.Domain.Proposals;

/// <summary>
/// A number that a user gave on a day, in a list or a form, and that belongs to somebody beyond her scope who is not the one she named: once
/// per user, day, person and number, so that checking a list again counts nothing anew.
/// </summary>
public sealed class NumberTried
{
    public required string UserName { get; init; }

    /// <summary>Of Vietnam.</summary>
    public DateOnly Day { get; init; }

    public long PersonId { get; init; }

    /// <summary>Keyed blind index of the number that was given.</summary>
    public required string Tried { get; init; }
}
