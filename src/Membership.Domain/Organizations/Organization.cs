namespace Membership.Domain.Organizations;

/// <summary>A mass organization as a whole. What it calls a member and whom it admits is data: statutes change.</summary>
public sealed class Organization
{
    public long Id { get; init; }

    /// <summary>DANG, MTTQ, CD, HND, DTN, LHPN, CCB …: what the command line takes.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>For tables and charts: "Hội Nông dân".</summary>
    public required string ShortName { get; set; }

    public OrganizationKind Kind { get; set; }

    /// <summary>"đoàn viên", "hội viên", "đảng viên", "ủy viên".</summary>
    public required string MemberNoun { get; set; }

    /// <summary>How lists of organizations are ordered, from 1.</summary>
    public int Position { get; set; }

    /// <summary>False for a union of organizations without individual mass membership (Mặt trận Tổ quốc).</summary>
    public bool HasIndividualMembers { get; set; }
}

/// <summary>Whom an organization admits, [ValidFrom, ValidTo): rules of statutes are dated data.</summary>
public sealed class OrganizationRule
{
    public long Id { get; init; }

    public long OrganizationId { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    /// <summary>In completed years; null when age decides nothing.</summary>
    public int? MinimumAge { get; init; }

    /// <summary>In completed years, inclusive; null when there is no upper limit.</summary>
    public int? MaximumAge { get; init; }

    /// <summary>Who is eligible, in a Vietnamese sentence.</summary>
    public required string Eligibility { get; init; }

    /// <summary>Document and clause.</summary>
    public required string Source { get; init; }
}

/// <summary>
/// A unit in an organization's own tree, valid [ValidFrom, ValidTo). Not an administrative area: a unit may sit in an
/// enterprise or cover several communes.
/// </summary>
public sealed class OrganizationUnit
{
    public long Id { get; init; }

    public long OrganizationId { get; init; }

    public long? ParentId { get; init; }

    public OrganizationUnitKind Kind { get; init; }

    public required string Name { get; set; }

    /// <summary><see cref="Members.PersonName.Fold"/> of the name, to find the unit a list writes in its own way.</summary>
    public required string FoldedName { get; set; }

    /// <summary>The commune in which it works; null when it covers several.</summary>
    public long? LocalityId { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>The import that founded it; null when it came from elsewhere.</summary>
    public long? ImportId { get; init; }
}

public enum OrganizationUnitKind
{
    /// <summary>Tổ chức cơ sở of a commune.</summary>
    BaseUnit = 1,

    /// <summary>Chi hội, chi đoàn, chi bộ.</summary>
    Branch = 2,
}
