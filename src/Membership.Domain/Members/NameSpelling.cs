using System.Text;

namespace Membership.Domain.Members;

/// <summary>Tells spellings of one word from words of other marks: hòa is hoà, Lý is Lí, capitals say nothing; Hùng is not Hưng.</summary>
public static class NameSpelling
{
    // A tone stands on another vowel in another spelling (Thuỷ, Thủy): it is compared by word.
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    /// <summary>Equal for spellings of one name: lower case, tones at the end of each word, i for y where both are written.</summary>
    public static string Key(string name) => string.Join(' ', PersonName.Normalize(name).ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KeyOfWord));

    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || Key(one) == Key(other);

    private static string KeyOfWord(string word)
    {
        var letters = string.Concat(word.Where(letter => !Tones.Contains(letter, StringComparison.Ordinal)));
        var tones = string.Concat(word.Where(letter => Tones.Contains(letter, StringComparison.Ordinal)));
        return (EndsInEitherY(letters) ? letters[..^1] + "i" : letters) + tones;
    }

    /// <summary>Lý, Mỹ, Kỳ, Quý: not Thúy and Tây, which are other words with i.</summary>
    private static bool EndsInEitherY(string letters) => letters is [.., var before, 'y'] && (IsConsonant(before) || letters is "quy");

    private static bool IsConsonant(char letter) => "bcdđghklmnpqrstvx".Contains(letter, StringComparison.Ordinal);
}
