namespace Membership.Domain.MemberImports;

/// <summary>A district or province that an address names behind its commune.</summary>
/// <param name="Text">In full, with the kind of place.</param>
/// <param name="Meant">Empty when it lies outside of all that is known.</param>
internal sealed record UpperPart(string Text, IReadOnlyList<UpperPlace> Meant)
{
    /// <summary>A province says less: provinces were merged, and people write the one that they are used to.</summary>
    public bool IsBinding => Meant.All(upper => upper.IsDistrict);
}

/// <summary>The end of an address, from its commune on, by its parts.</summary>
/// <param name="Kind">Null where the name stands in a column of communes without it.</param>
/// <param name="Key">Of the commune's name, as <see cref="PlaceIndex"/> knows it.</param>
/// <param name="Written">The name as it stands.</param>
internal sealed record PlaceParts(PlaceKind? Kind, bool IsShort, string Key, string Written, IReadOnlyList<UpperPart> Uppers)
{
    public bool IsNumber => Key.All(char.IsAsciiDigit);

    /// <summary>Null when no name follows the kind.</summary>
    public static PlaceParts? Of(string text, PlaceIndex index)
    {
        var words = PlaceWords.Of(text);
        var kind = PlaceWords.KindAt(words, 0) is { IsCommune: true } said ? said : (PlaceKindWord?)null;
        var at = kind?.Words ?? 0;
        if (at >= words.Count)
            return null;

        var count = index.CommuneWords(words, at);
        if (count == 0)
            count = UnknownWords(words, at);
        return new PlaceParts(
            kind?.Kind, kind?.IsShort ?? false, PlaceWords.Join(words, at, count), PlaceWords.Written(words, at, count), UppersOf(words, at + count, index, isNamed: false));
    }

    /// <summary>The cell of a column of districts or provinces: what it holds is the name of one.</summary>
    public static IReadOnlyList<UpperPart> UppersOf(string cell, PlaceIndex index) => UppersOf(PlaceWords.Of(cell), 0, index, isNamed: true);

    private static List<UpperPart> UppersOf(List<PlaceWord> words, int at, PlaceIndex index, bool isNamed)
    {
        var parts = new List<UpperPart>();
        for (var follows = true; at < words.Count;)
        {
            var kind = UpperKindAt(words, at);
            var start = at + (kind?.Words ?? 0);
            var mayBeName = follows || kind is not null || words[at].BeginsPart;
            var count = mayBeName ? UpperWords(words, start, index, isNamed || kind is not null) : 0;
            if (count > 0)
                parts.Add(Part(words, start, count, kind?.Kind, index));
            follows = count > 0;
            at = start + Math.Max(count, 1);
        }

        return parts;
    }

    private static PlaceKindWord? UpperKindAt(List<PlaceWord> words, int at) => PlaceWords.KindAt(words, at) is { IsCommune: false } kind ? kind : null;

    /// <param name="isName">Also where no district and no province is called so.</param>
    private static int UpperWords(List<PlaceWord> words, int at, PlaceIndex index, bool isName) =>
        index.UpperWords(words, at) is > 0 and var known ? known : isName ? UnknownWords(words, at) : 0;

    private static UpperPart Part(List<PlaceWord> words, int start, int count, PlaceKind? kind, PlaceIndex index)
    {
        var meant = index.Uppers(PlaceWords.Join(words, start, count), kind);
        var written = PlaceWords.Written(words, start, count);
        return new UpperPart(meant.Count == 1 ? PlaceWords.InText(meant[0].Name) : kind is { } said ? $"{PlaceWords.NameOf(said)} {written}" : written, meant);
    }

    /// <summary>Up to the next part, or the next kind of place.</summary>
    private static int UnknownWords(List<PlaceWord> words, int at)
    {
        var count = 1;
        while (at + count < words.Count && !words[at + count].BeginsPart && PlaceWords.KindAt(words, at + count) is null)
            count++;
        return count;
    }
}
