using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a row of a list says of a person, once it could be read. Null means that the list does not say.</summary>
public sealed record ListedPerson : IDescribedPerson
{
    public required string FullName { get; init; }

    public required string FoldedName { get; init; }

    public Sex? Sex { get; init; }

    public PartialDate? BirthDate { get; init; }

    /// <summary>Twelve digits.</summary>
    public string? CitizenId { get; init; }

    public string? FormerIdNumber { get; init; }

    public string? Phone { get; init; }

    /// <summary>Dân tộc.</summary>
    public string? Ethnicity { get; init; }

    public string? Religion { get; init; }

    public Learning Learning { get; init; } = Learning.Unknown;

    public string? Address { get; init; }

    /// <summary>The commune in which she lives, where the officer said that it is another one than the list's.</summary>
    public long? CommuneId { get; init; }

    /// <summary>Chi hội, chi đoàn … as written in the row, or in the heading above it.</summary>
    public string? Branch { get; init; }

    public PartialDate? AdmittedOn { get; init; }

    public string? Office { get; init; }

    /// <summary>Null in a list of one organization.</summary>
    public OtherMemberships? AlsoIn { get; init; }

    /// <summary>The row says that the person is no member of the list's own organization.</summary>
    public bool IsInOthersOnly { get; init; }

    /// <summary>What the row says of her as a member of another organization: its list would say no more.</summary>
    public ListedPerson In(OtherMembership other) => this with { AdmittedOn = other.Since, Branch = null, Office = null, AlsoIn = null, IsInOthersOnly = false };

    /// <param name="branchAbove">The branch named by the heading above the row; one in the row itself goes before it.</param>
    public static ListedPerson Of(ParsedMember parsed, string? branchAbove) => new()
    {
        FullName = parsed.FullName,
        FoldedName = PersonName.Fold(parsed.FullName),
        Sex = parsed.Sex,
        BirthDate = parsed.BirthDate,
        CitizenId = parsed.CitizenId?.Digits,
        FormerIdNumber = parsed.FormerIdNumber,
        Phone = parsed.Phone,
        Ethnicity = parsed.Ethnicity,
        Religion = parsed.Religion,
        Learning = parsed.Learning,
        Address = parsed.Address,
        CommuneId = parsed.CommuneId,
        Branch = parsed.Branch ?? branchAbove,
        AdmittedOn = parsed.AdmittedOn,
        Office = parsed.Office,
        AlsoIn = parsed.AlsoIn,
        IsInOthersOnly = parsed.IsInOthersOnly,
    };
}

/// <summary>What the register holds of a person who may be the one in a row.</summary>
public sealed record KnownPerson : IDescribedPerson
{
    public required long Id { get; init; }

    public required string FullName { get; init; }

    public required string FoldedName { get; init; }

    public Sex? Sex { get; init; }

    public PartialDate? BirthDate { get; init; }

    public string? CitizenId { get; init; }

    public string? FormerIdNumber { get; init; }

    public string? Phone { get; init; }

    public string? Ethnicity { get; init; }

    public string? Religion { get; init; }

    public Learning Learning { get; init; } = Learning.Unknown;

    /// <summary>Her data may only be kept, not used: no list changes them.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>As a member of whichever organization recorded it; null while none has.</summary>
    public RecordedEnd? Death { get; init; }

    /// <summary>Whoever reads or writes the list may edit her; of anybody else a list changes nothing.</summary>
    public bool IsWithinScope { get; init; } = true;

    /// <summary>All residences, by date.</summary>
    public IReadOnlyList<KnownResidence> Residences { get; init; } = [];

    /// <summary>Memberships in the list's organization only, by date.</summary>
    public IReadOnlyList<KnownMembership> Memberships { get; init; } = [];

    /// <summary>All memberships by key of the organization, by date; only where a list asks for those of other organizations.</summary>
    public ILookup<long, KnownMembership> MembershipsByOrganization { get; init; } = Array.Empty<KnownMembership>().ToLookup(_ => 0L);
}

public sealed record KnownResidence(long Id, long LocalityId, string? Address, DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly day) => From <= day && (To is null || day < To);
}

/// <param name="BaseUnitId">The unit itself, or the base unit that a branch belongs to.</param>
public sealed record KnownMembership(
    long Id, long UnitId, long BaseUnitId, DateOnly From, DateOnly? To, PartialDate? AdmittedOn, MembershipReason BeganBy, string? Office)
{
    /// <summary>Null while <see cref="To"/> is.</summary>
    public MembershipReason? EndedBy { get; init; }

    /// <summary><see cref="MembershipInterval.IsClaim"/>.</summary>
    public bool IsClaim { get; init; }

    public bool Contains(DateOnly day) => From <= day && (To is null || day < To);
}
