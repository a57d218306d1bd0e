namespace Membership.Domain.MemberImports;

/// <summary>By what all rows of one table are read.</summary>
/// <param name="AsOf">The day the list speaks of: nobody on it was born or admitted later.</param>
public sealed record RowRules(ListShape Shape, DateOnly AsOf)
{
    public ListChoices Choices { get; init; } = ListChoices.None;

    public ListSurvey Survey { get; init; } = ListSurvey.Nothing;

    /// <summary>Days to add to a number that means a day: 1.462 in a workbook of the 1904 system, else 0.</summary>
    public int DaysOfNumbers { get; init; }

    /// <summary>Null where nobody asks for other memberships than those in the list's organization.</summary>
    public ListOrganizations? Organizations { get; init; }

    /// <summary>Null where nobody asks what addresses say of communes.</summary>
    public PlaceMatcher? Places { get; init; }

    /// <summary>Whom the organization admits; null when age decides nothing.</summary>
    public AgeRange? Age { get; init; }
}

/// <summary>In completed years, both ends included; null where there is no limit.</summary>
public sealed record AgeRange(int? Minimum, int? Maximum);
