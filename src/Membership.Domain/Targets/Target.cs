namespace Membership.Domain.Targets;

/// <summary>Nghị quyết: a document that sets targets.</summary>
public sealed class Resolution
{
    public long Id { get; init; }

    /// <summary>Số/ký hiệu as printed: "08-NQ/TU".</summary>
    public required string Number { get; init; }

    public DateOnly IssuedOn { get; init; }

    public required string Issuer { get; init; }

    public required string Title { get; init; }
}

/// <summary>Chỉ tiêu: what a resolution asks of an indicator in a locality by a day.</summary>
public sealed class Target
{
    public long Id { get; init; }

    public long ResolutionId { get; init; }

    /// <summary>Where in the resolution: "II.2.2, gạch đầu dòng 10".</summary>
    public required string Clause { get; init; }

    /// <summary>The words of the resolution.</summary>
    public required string Quotation { get; init; }

    public required string IndicatorCode { get; init; }

    /// <summary>The locality it was set for; it holds for those below it too, until they have their own.</summary>
    public long LocalityId { get; init; }

    /// <summary>In the indicator's unit: a share in hundredths of a percent (7400 = 74 %), a count as it is.</summary>
    public int Value { get; init; }

    public TargetUnit Unit { get; init; }

    public DateOnly ValidFrom { get; init; }

    public DateOnly Deadline { get; init; }
}

public enum TargetUnit
{
    /// <summary>Hundredths of a percent.</summary>
    Share = 1,

    /// <summary>A number founded each year.</summary>
    CountPerYear = 2,
}

/// <summary>How a measure is held against a target.</summary>
public enum Comparator
{
    /// <summary>"trên": strictly more.</summary>
    MoreThan = 1,

    /// <summary>"từ … trở lên", "ít nhất".</summary>
    AtLeast = 2,
}

/// <summary>Where a unit stands against its target.</summary>
public enum Progress
{
    /// <summary>Chưa giao chỉ tiêu.</summary>
    NotAssigned = 1,

    /// <summary>Chưa có số liệu: numerator or denominator is missing.</summary>
    NotMeasured = 2,
    Behind = 3,
    Reached = 4,

    /// <summary>Too few people to be shown to who may not see people (<see cref="Indicators.WithheldTable"/>).</summary>
    Withheld = 5,
}
