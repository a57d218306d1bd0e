namespace Membership.App.Spreadsheets;

/// <summary>What a file may cost before it is refused. Settings; the defaults fit every real list seen with room.</summary>
public sealed record WorkbookLimits
{
    /// <summary>Bytes of the file as uploaded.</summary>
    public long FileBytes { get; init; } = 100L * 1024 * 1024;

    /// <summary>Bytes of all parts once inflated, counted while inflating: the sizes in a zip header may lie.</summary>
    public long InflatedBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Lists that one user may have received and neither written nor thrown away: their files lie on the disk.</summary>
    public int OpenLists { get; init; } = 50;

    public int ZipEntries { get; init; } = 2_000;

    public int Rows { get; init; } = 1_048_576;

    public int Columns { get; init; } = 500;

    /// <summary>Characters of one cell: Excel's own limit.</summary>
    public int CellLength { get; init; } = 32_767;
}
