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
public sealed record ImportProgress(ImportStage Stage, int RowsDone, int? RowsTotal);
