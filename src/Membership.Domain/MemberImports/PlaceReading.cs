using Membership.Domain.Localities;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Which commune an address means.</summary>
public enum PlaceOutcome
{
    /// <summary>The address names no commune.</summary>
    Nothing = 0,

    /// <summary>The list's commune, one that it was made of, or one that it became.</summary>
    Own,

    /// <summary>Exactly one other commune.</summary>
    Another,

    /// <summary>One of several others: their name was given more than once, and no district tells them apart.</summary>
    Several,

    /// <summary>No commune of any time was called so there.</summary>
    Unknown,
}

/// <summary>What an address says of the commune in which somebody lives.</summary>
/// <param name="Text">The commune and what it is said to belong to, however it was abbreviated: "phường An Hội, quận Ninh Kiều".</param>
/// <param name="Candidates">One name of each commune that can be meant.</param>
public sealed record PlaceReading(PlaceOutcome Outcome, string Text, IReadOnlyList<CommuneName> Candidates)
{
    public static readonly PlaceReading Nothing = new(PlaceOutcome.Nothing, "", []);

    /// <summary>Under which the officer's answer is kept.</summary>
    public string Key { get; } = ListChoices.ValueKey(MemberField.Address, PersonName.Fold(Text));

    internal bool IsKnown => Outcome is PlaceOutcome.Own or PlaceOutcome.Another or PlaceOutcome.Several;
}
