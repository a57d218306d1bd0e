namespace Membership.Domain.Localities;

/// <summary>A commune as it was called at one time, with what it belonged to then.</summary>
/// <param name="Name">With its kind: "Phường An Hội".</param>
/// <param name="Parent">"Quận Ninh Kiều"; the city itself since there are no districts.</param>
/// <param name="Province">What the parent belonged to; null for one at the top.</param>
public sealed record CommuneName(long LocalityId, string Name, string Parent, string? Province, DateOnly From, DateOnly? To)
{
    /// <summary>What the communes that it was made of belonged to: people go on writing the district of before with today's name.</summary>
    public IReadOnlyList<string> FormerParents { get; init; } = [];

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day < To);
}
