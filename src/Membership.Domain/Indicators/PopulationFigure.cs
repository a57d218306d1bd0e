namespace Membership.Domain.Indicators;

/// <summary>
/// A dated, sourced number of inhabitants of a locality; valid from its date until a later one for the same ages. Without one
/// a rate is "chưa có số liệu dân số", never 0 %.
/// </summary>
public sealed class PopulationFigure
{
    public long Id { get; init; }

    public long LocalityId { get; init; }

    /// <summary>In completed years; null for the whole population.</summary>
    public int? AgeFrom { get; init; }

    /// <summary>Inclusive; null for no upper limit.</summary>
    public int? AgeTo { get; init; }

    public DateOnly AsOf { get; init; }

    /// <summary>People.</summary>
    public long Value { get; init; }

    /// <summary>Who says so, in which document.</summary>
    public required string Source { get; init; }

    /// <summary>Invented for the sample ("số liệu mẫu").</summary>
    public bool IsSample { get; init; }

    public DateTime RecordedAt { get; init; }

    /// <summary>Who typed it in; null for a figure of the reference data or of the sample.</summary>
    public string? RecordedBy { get; init; }
}
