namespace Membership.Domain.MemberImports;

/// <summary>Where in an address the name of a commune may begin. Asked for every row of a list: nothing is taken apart for it.</summary>
internal static class PlaceStart
{
    // With the slips of those who type marks one by one; "phương" and "xà" are parts of names.
    private static readonly string[] Words = ["phường", "phuong", "phưòng", "phừơng", "xã", "xa", "thị trấn", "thi tran"];
    private static readonly string[] Short = ["p", "x", "tt"];

    // A street or a market may be called like a commune, and a thị xã or a hợp tác xã is none.
    private static readonly string[] NotBefore = ["thị", "thi", "tác", "tac", "đường", "duong", "chợ", "cầu", "hẻm", "hem", "ngõ"];

    /// <summary>The last position before another one; -1 when there is none.</summary>
    public static int Before(ReadOnlySpan<char> address, int end)
    {
        for (var at = end - 1; at >= 0; at--)
        {
            if (address[at] is 'p' or 'P' or 'x' or 'X' or 't' or 'T' && (at == 0 || !char.IsLetterOrDigit(address[at - 1])) && IsKind(address[at..]) && !FollowsOther(address[..at]))
                return at;
        }

        return -1;
    }

    /// <summary>Nothing stands before it, or a comma and its like.</summary>
    public static bool BeginsPart(ReadOnlySpan<char> address, int at)
    {
        var before = address[..at].TrimEnd();
        return before.Length == 0 || !(char.IsLetterOrDigit(before[^1]) || before[^1] == '.');
    }

    /// <summary>Xã hội, xã viên, Xã Tắc, or the street P.Đ.Phùng: no commune is called so.</summary>
    public static bool IsOtherWord(string key) => key.Split(' ') is ["hoi" or "vien" or "tac" or "doi" or "giao", ..] or [[not (>= '0' and <= '9')], _, ..];

    private static bool IsKind(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (Begins(text, word) && text[word.Length] is ' ' or '.' or ':')
                return true;
        }

        foreach (var word in Short)
        {
            if (Begins(text, word) && text[word.Length] is ' ' or '.')
                return true;
        }

        return Begins(text, "p") && char.IsAsciiDigit(text[1]);
    }

    private static bool Begins(ReadOnlySpan<char> text, string word) => text.Length > word.Length && text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool FollowsOther(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(' ');
        foreach (var word in NotBefore)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
