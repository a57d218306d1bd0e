namespace Membership.App.MemberImports;

public enum ImportStage
{
    Reading = 1,
    Writing = 2,
    Counting = 3,
    Undoing = 4,
}

/// <summary>How far an import has come.</summary>
/// <param name="RowsTotal">How many there are; an estimate while <paramref name="Stage"/> is Reading; null when not known.</param>
public sealed record ImportProgress(ImportStage Stage, int RowsDone, int? RowsTotal)
{
    /// <summary>Null before anything is done.</summary>
    public double? RowsPerSecond { get; init; }

    /// <summary>Of this stage; null when not known.</summary>
    public TimeSpan? TimeLeft { get; init; }

    /// <summary>The first rows as they were understood, at most <see cref="FirstRowsAtMost"/>, to be shown while the rest is read.</summary>
    public IReadOnlyList<StagedRow> FirstRows { get; init; } = [];

    public const int FirstRowsAtMost = 15;
}
