namespace Membership.Domain.Localities;

/// <summary>
/// A place with an identity of its own. Code, name, kind and parent are dated facts of it (<see cref="LocalityFact"/>): all 103
/// codes of today's communes of Cần Thơ were codes of other units before 1 July 2025.
/// </summary>
public sealed class Locality
{
    public long Id { get; init; }

    /// <summary>Key in data/localities, stable across versions of the reference data.</summary>
    public required string Key { get; init; }
}

/// <summary>What a locality was called and where it belonged, [ValidFrom, ValidTo).</summary>
public sealed class LocalityFact
{
    public long Id { get; init; }

    public long LocalityId { get; init; }

    /// <summary>The official code of the General Statistics Office at that time. Text: leading zeros count.</summary>
    public required string Code { get; init; }

    /// <summary>With its kind: "Phường Tân An".</summary>
    public required string Name { get; init; }

    public LocalityKind Kind { get; init; }

    public long? ParentId { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day < ValidTo);
}

/// <summary>That the territory of one locality went to another, whole or in part, on a day.</summary>
public sealed class LocalityChange
{
    public long Id { get; init; }

    public long FromId { get; init; }

    public long ToId { get; init; }

    public DateOnly EffectiveOn { get; init; }

    public TerritoryExtent Extent { get; init; }

    /// <summary>Number of the resolution, as printed.</summary>
    public required string LegalBasis { get; init; }

    public string? Note { get; init; }
}

/// <summary>How much of the old territory a change carries over.</summary>
public enum TerritoryExtent
{
    Whole = 1,

    /// <summary>The larger part: the default successor of a divided unit.</summary>
    MainPart = 2,

    /// <summary>A smaller part: people living there are moved one by one, never by default.</summary>
    SmallPart = 3,
}
