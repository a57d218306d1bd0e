using System.Text;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Whether a word is a syllable of Vietnamese, by the rule of its spelling (onset, rime, tone) and not by a list: enough to tell
/// a text from the same bytes read in the wrong letters. Old and new places of the tone mark are the same.
/// </summary>
internal static class VietnameseSyllable
{
    private const int LongestSyllable = 7; // nghiêng
    private const string Vowels = "aăâeêioôơuưy";

    /// <summary>None, huyền, sắc, ngã, hỏi, nặng.</summary>
    private const string Tones = "\0\u0300\u0301\u0303\u0309\u0323";

    private static readonly Dictionary<char, (char Letter, char Tone)> Taken = TakenApart();

    private static readonly string[] Onsets =
    [
        "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
    ];

    private static readonly HashSet<string> Rimes =
    [
        .. ("a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
            + "ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y ynh yt yêm yên yêng yêt yêu "
            + "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot "
            + "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt "
            + "uơ uy uya uych uynh uyn uyp uyt uyu uyên uyêt ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu").Split(' '),
    ];

    /// <param name="word">NFC; case does not matter.</param>
    /// <param name="mayLackTone">The tone before a closed stop may be left out, as hurried clerks do: "Thôt Nôt".</param>
    public static bool IsOne(ReadOnlySpan<char> word, bool mayLackTone = false)
    {
        // A word of one syllable has one tone mark at most; marks beyond the longest syllable are no word either.
        if (word.Length is 0 or > LongestSyllable)
            return false;

        Span<char> plain = stackalloc char[word.Length];
        var tone = '\0';
        for (var at = 0; at < word.Length; at++)
        {
            var letter = char.ToLowerInvariant(word[at]);
            var (bare, mark) = Taken.GetValueOrDefault(letter, (letter, '\0'));
            if (mark != '\0' && tone != '\0')
                return false;

            tone = mark == '\0' ? tone : mark;
            plain[at] = bare;
        }

        return IsSpelled(plain, tone, mayLackTone);
    }

    /// <summary>Whether Vietnamese has the letter, Latin letters without marks apart.</summary>
    public static bool HasLetter(char letter) =>
        char.ToLowerInvariant(letter) is var small && (small == 'đ' || Taken.ContainsKey(small) || (small >= '\u0080' && Vowels.Contains(small, StringComparison.Ordinal)));

    private static bool IsSpelled(ReadOnlySpan<char> plain, char tone, bool mayLackTone)
    {
        foreach (var onset in Onsets)
        {
            if (plain.StartsWith(onset) && Fits(onset, plain[onset.Length..], tone, mayLackTone))
                return true;
        }

        return false;
    }

    private static bool Fits(string onset, ReadOnlySpan<char> rime, char tone, bool mayLackTone)
    {
        if (!Rimes.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rime))
            return false;

        // Before a closed stop only sắc and nặng are spoken.
        var isStopped = rime[^1] is 'p' or 't' or 'c' || rime.EndsWith("ch");
        var isSpoken = !isStopped || tone is '\u0301' or '\u0323' || (mayLackTone && tone == '\0');
        return isSpoken && onset switch
        {
            "k" or "gh" or "ngh" => rime[0] is 'e' or 'ê' or 'i' or 'y',
            "c" or "ng" => rime[0] is not ('e' or 'ê' or 'i' or 'y'),
            "qu" => rime[0] is not ('o' or 'u' or 'ư'),
            _ => true,
        };
    }

    private static Dictionary<char, (char Letter, char Tone)> TakenApart()
    {
        var taken = new Dictionary<char, (char, char)>();
        foreach (var vowel in Vowels)
        {
            foreach (var tone in Tones.AsSpan(1))
                taken[$"{vowel}{tone}".Normalize(NormalizationForm.FormC)[0]] = (vowel, tone);
        }

        return taken;
    }
}
