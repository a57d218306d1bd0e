using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>
/// What happened to a sample person between <see cref="FirstDay"/> and the end of the sample, told in today's communes; the
/// reorganization of 1 July 2025 is laid over it when it is written down.
/// </summary>
/// <param name="PartPerMille">Where in a commune the person lives, 0 to 999: decides which of its former communes was hers.</param>
public sealed record PersonStory(
    SamplePerson Person, int PartPerMille, IReadOnlyList<StoryResidence> Residences, IReadOnlyList<StoryMembership> Memberships)
{
    /// <summary>Registers are kept from this day on; what began before stands on the first lists.</summary>
    public static readonly DateOnly FirstDay = new(2021, 1, 1);

    /// <summary>Whether the person lives in one of the communes and is an active member on the last day.</summary>
    public bool IsActiveAtTheEnd => Residences[^1].To is null && Memberships.Any(membership => membership.To is null);
}

/// <summary>Lives in a commune, [From, To).</summary>
public sealed record StoryResidence(SampleCommune Commune, string Address, DateOnly From, DateOnly? To);

/// <summary>Belongs to an organization in a neighbourhood of a commune, [From, To).</summary>
public sealed record StoryMembership(string Organization, SampleCommune Commune, int Neighbourhood, DateOnly From, DateOnly? To)
{
    public required PartialDate AdmittedOn { get; init; }

    public required MembershipReason BeganBy { get; init; }

    public MembershipReason? EndedBy { get; init; }

    public string? Office { get; init; }

    /// <summary>The same up to a day, or null when it only began on that day or later.</summary>
    public StoryMembership? Until(DateOnly day, MembershipReason reason)
    {
        if (From >= day)
            return null;

        return To <= day ? this : this with { To = day, EndedBy = reason };
    }
}
