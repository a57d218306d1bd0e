namespace Membership.Domain.MemberImports;

/// <summary>Which of the columns of an address name the commune and what it belongs to: positions among them, -1 for none.</summary>
internal readonly record struct AddressLevels(int Commune, int District, int Province)
{
    private static readonly string[] Communes = ["xa", "phuong", "thitran", "tt"];
    private static readonly string[] Districts = ["quan", "huyen", "thixa", "tx", "tp", "thanhpho"];
    private static readonly string[] Provinces = ["tinh", "thanhpho", "tp"];

    public static AddressLevels Of(IEnumerable<ListColumn> columns)
    {
        // Of two lines of heading the lower one, also where somebody wrote "Xã / Phường".
        var keys = columns.Select(column => ListHeadings.Key(column.Header.Split(" / ")[^1])).ToArray();
        var province = Array.FindIndex(keys, key => IsMadeOf(key, Provinces));
        return new AddressLevels(
            Array.FindIndex(keys, key => IsMadeOf(key, Communes)), Array.FindIndex(keys, key => IsMadeOf(key, Districts) && Array.IndexOf(keys, key) != province), province);
    }

    public string? Of(string?[] parts, int column) => column < 0 ? null : parts[column];

    /// <summary>Nothing but these words: "Xã, phường, thị trấn".</summary>
    private static bool IsMadeOf(string key, string[] words)
    {
        var rest = key;
        while (rest.Length > 0 && Array.Find(words, word => rest.StartsWith(word, StringComparison.Ordinal)) is { } word)
            rest = rest[word.Length..];
        return key.Length > 0 && rest.Length == 0;
    }
}
