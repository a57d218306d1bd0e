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

    /// <summary>A text whose ordinal order is the order of names.</summary>
    public static string Key(string fullName)
    {
        var words = fullName.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return "";

        var key = new StringBuilder();
        Append(key, words[^1]);
        Append(key, words.Length > 1 ? words[0] : "");
        Append(key, words.Length > 2 ? string.Join(' ', words[1..^1]) : "");
        return key.ToString();
    }

    private static void Append(StringBuilder key, string part)
    {
        var tones = new StringBuilder();
        foreach (var letter in part)
        {
            var (place, tone) = PlaceOf(letter);
            key.Append(place);
            tones.Append(tone);
        }

        key.Append(EndOfPart).Append(tones.ToString().TrimEnd('0')).Append(EndOfPart);
    }

    /// <summary>A character's place in the alphabet, and its tone from '0' (ngang) to '5' (nặng).</summary>
    private static (char Place, char Tone) PlaceOf(char letter)
    {
        var decomposed = letter.ToString().Normalize(NormalizationForm.FormD);
        var tone = decomposed.Select(mark => Tones.IndexOf(mark, StringComparison.Ordinal) + 1).Max();
        var toneless = string.Concat(decomposed.Where(mark => !Tones.Contains(mark))).Normalize(NormalizationForm.FormC);
        var place = Alphabet.IndexOf(toneless, StringComparison.Ordinal);
        var placeChar = place >= 0 ? (char)('A' + place) : letter == ' ' ? '\u0002' : letter;
        return (placeChar, (char)('0' + tone));
    }
}
