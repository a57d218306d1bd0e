namespace Membership.App.MemberImports;

/// <summary>A sheet of the file of which no row was read.</summary>
/// <param name="Index">Position among the sheets of the file, from 0.</param>
public sealed record SkippedSheet(int Index, string Name, SheetSkipReason Reason);

public enum SheetSkipReason
{
    /// <summary>The officer chose other sheets.</summary>
    NotChosen = 1,

    Hidden = 2,

    Empty = 3,

    /// <summary>Nothing on it looks like the heading of a list.</summary>
    NoList = 4,

    /// <summary>There is a heading and nobody below it.</summary>
    NoPeople = 5,
}
