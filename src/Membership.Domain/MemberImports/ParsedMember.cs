using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a row of a list says about a person, as far as it could be read.</summary>
public sealed record ParsedMember
{
    /// <summary>NFC, single spaces, the clerk's case; "" when missing.</summary>
    public required string FullName { get; init; }

    public Sex? Sex { get; init; }

    public PartialDate? BirthDate { get; init; }

    public CitizenId? CitizenId { get; init; }

    /// <summary>Nine digits.</summary>
    public string? FormerIdNumber { get; init; }

    /// <summary>As written when it is not one readable number.</summary>
    public string? Phone { get; init; }

    /// <summary>Dân tộc.</summary>
    public string? Ethnicity { get; init; }

    public string? Religion { get; init; }

    public Learning Learning { get; init; } = Learning.Unknown;

    public string? Address { get; init; }

    /// <summary>The commune in which she lives, as the officer says of what the address says; null for the list's.</summary>
    public long? CommuneId { get; init; }

    /// <summary>From a column of the list; a group title is told by the sorter of rows.</summary>
    public string? Branch { get; init; }

    public PartialDate? AdmittedOn { get; init; }

    public string? Office { get; init; }

    /// <summary>Null in a list of one organization.</summary>
    public OtherMemberships? AlsoIn { get; init; }

    /// <summary>The row says that the person is no member of the list's own organization.</summary>
    public bool IsInOthersOnly { get; init; }

    /// <summary>Her name is struck through in the file.</summary>
    public bool IsStruckThrough { get; init; }

    /// <summary>Empty when the row can be taken.</summary>
    public required IReadOnlyList<RowProblem> Problems { get; init; }

    /// <summary>Each code at most once.</summary>
    public required IReadOnlyList<RowRepair> Repaired { get; init; }

    public IReadOnlyList<RepairCode> Repairs => Repaired.Count == 0 ? [] : [.. Repaired.Select(repair => repair.Code)];

    /// <summary>Reasons to look again; the row can be taken all the same.</summary>
    public required IReadOnlyList<RowWarning> Warnings { get; init; }
}
