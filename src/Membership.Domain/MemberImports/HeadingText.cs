namespace Membership.Domain.MemberImports;

/// <summary>In which ways the text of a heading can be read.</summary>
internal static class HeadingText
{
    /// <summary>The text as it stands first; then what it says if its letters are those of an old font.</summary>
    public static IReadOnlyList<string> Readings(string text) => [text];
}
