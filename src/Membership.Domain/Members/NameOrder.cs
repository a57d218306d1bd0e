using System.Text;

namespace Membership.Domain.Members;

/// <summary>
/// The order of a Vietnamese list of people: given name (tên), then family name (họ), then middle name (đệm); in each, letters first
/// (a ă â b c d đ e ê …), tones second (ngang, huyền, hỏi, ngã, sắc, nặng), as CLDR has it for vi. The key is stored and
/// indexed, so it must not change with the library of the machine: hence our own, compared with ICU in a test.
/// </summary>
public static class NameOrder
{
    private const string Alphabet = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private const char EndOfPart = '\u0001';

    private static readonly (char Place, char Tone)[] Places = BuildPlaces();

    /// <summary>A text whose ordinal order is the order of names.</summary>
    public static string Key(string fullName)
    {
        var name = fullName.ToLowerInvariant().AsSpan().Trim(' ');
        if (name.IsEmpty)
            return "";

        var afterFirst = name.IndexOf(' ');
        var beforeLast = name.LastIndexOf(' ');
        var key = new KeyWriter(stackalloc char[256], (2 * name.Length) + 6);
        key.Append(name[(beforeLast + 1)..]);
        key.Append(afterFirst < 0 ? "" : name[..afterFirst]);
        key.Append(afterFirst < beforeLast ? name[afterFirst..beforeLast].Trim(' ') : "");
        return key.ToString();
    }

    // Taking letters apart is slow: once for each letter that Vietnamese uses, not once for each letter of each name.
    private static (char Place, char Tone)[] BuildPlaces()
    {
        var places = new (char Place, char Tone)[0x1F00];
        for (var code = 0; code < places.Length; code++)
        {
            if (code is < 0x0250 or >= 0x1E00)
                places[code] = FindPlaceOf((char)code);
        }

        return places;
    }

    /// <summary>A character's place in the alphabet, and its tone from '0' (ngang) to '5' (nặng).</summary>
    private static (char Place, char Tone) PlaceOf(char letter) =>
        letter < Places.Length && Places[letter].Tone != default ? Places[letter] : FindPlaceOf(letter);

    private static (char Place, char Tone) FindPlaceOf(char letter)
    {
        if (char.IsSurrogate(letter))
            return (letter, '0');

        var decomposed = letter.ToString().Normalize(NormalizationForm.FormD);
        var tone = decomposed.Select(mark => Tones.IndexOf(mark, StringComparison.Ordinal) + 1).Max();
        var toneless = string.Concat(decomposed.Where(mark => !Tones.Contains(mark))).Normalize(NormalizationForm.FormC);
        var place = Alphabet.IndexOf(toneless, StringComparison.Ordinal);
        var placeChar = place >= 0 ? (char)('A' + place) : letter == ' ' ? '\u0002' : letter;
        return (placeChar, (char)('0' + tone));
    }

    private ref struct KeyWriter(Span<char> small, int capacity)
    {
        private readonly Span<char> _key = capacity <= small.Length ? small : new char[capacity];
        private int _length;

        /// <summary>The part's letters, an end, its tones up to the last that is not ngang, an end.</summary>
        public void Append(ReadOnlySpan<char> part)
        {
            var previous = '\0';
            var tones = _length;
            foreach (var letter in part)
            {
                if (letter != ' ' || previous != ' ')
                    _key[tones++] = PlaceOf(letter).Place;

                previous = letter;
            }

            _key[tones++] = EndOfPart;
            _length = AppendTones(part, tones);
            _key[_length++] = EndOfPart;
        }

        private readonly int AppendTones(ReadOnlySpan<char> part, int end)
        {
            var previous = '\0';
            var lastSounding = end;
            foreach (var letter in part)
            {
                if (letter == ' ' && previous == ' ')
                    continue;

                var tone = PlaceOf(letter).Tone;
                _key[end++] = tone;
                lastSounding = tone == '0' ? lastSounding : end;
                previous = letter;
            }

            return lastSounding;
        }

        public override readonly string ToString() => _key[.._length].ToString();
    }
}
