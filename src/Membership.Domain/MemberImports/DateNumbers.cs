using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>A run of digits in a date. Not there: 0 digits, value 0, which also means unknown.</summary>
internal readonly record struct DateNumber(int Value, int Digits)
{
    public static implicit operator DateNumber(int unknown) => new(unknown, 0);
}

/// <summary>The numbers of a date as text, whatever stands between them.</summary>
internal ref struct DateNumbers
{
    /// <summary>As <see cref="Count"/>: there is something that does not belong in a date, or a fourth number.</summary>
    public const int Foreign = -1;

    private const int Most = 3;
    private const int MostDigits = 4;
    private int _gap;

    public int Count { get; private set; }

    public DateNumber First { get; private set; }

    public DateNumber Second { get; private set; }

    public DateNumber Third { get; private set; }

    /// <summary>Slashes or hyphens between the first two numbers: two say that the month is left out.</summary>
    public int GapBeforeSecond { get; private set; }

    public static DateNumbers In(ReadOnlySpan<char> text)
    {
        var numbers = default(DateNumbers);
        text = WithoutTime(text);
        for (var at = 0; at < text.Length && numbers.Count != Foreign;)
        {
            var length = RunLength(text[at..]);
            numbers.Take(text.Slice(at, length));
            at += length;
        }

        return numbers;
    }

    // "1980-03-05T00:00:00", "05/03/1980 00:00:00": what other systems export.
    private static ReadOnlySpan<char> WithoutTime(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        var end = colon < 0 ? -1 : text[..colon].LastIndexOfAny(' ', 'T');
        return end < 0 ? text : text[..end];
    }

    private static int RunLength(ReadOnlySpan<char> text)
    {
        var kind = KindOf(text[0]);
        var length = 1;
        while (kind != Kind.Between && length < text.Length && KindOf(text[length]) == kind)
            length++;

        return length;
    }

    private void Take(ReadOnlySpan<char> run)
    {
        switch (KindOf(run[0]))
        {
            case Kind.Digit:
                TakeNumber(run);
                break;
            case Kind.Between:
                _gap += run[0] is '/' or '-' ? 1 : 0;
                break;
            case Kind.Letter when IsDateWord(run):
                break;
            default:
                Count = Foreign;
                break;
        }
    }

    private void TakeNumber(ReadOnlySpan<char> digits)
    {
        if (Count == Most || digits.Length > MostDigits)
        {
            Count = Foreign;
            return;
        }

        var value = 0;
        foreach (var digit in digits)
            value = (value * 10) + (digit - '0');

        Place(new DateNumber(value, digits.Length));
    }

    private void Place(DateNumber number)
    {
        Count++;
        if (Count == 1)
            First = number;
        else if (Count == 2)
            (Second, GapBeforeSecond) = (number, _gap);
        else
            Third = number;

        _gap = 0;
    }

    private static bool IsDateWord(ReadOnlySpan<char> word) =>
        PersonName.Fold(word.ToString()) is "ngay" or "thang" or "nam" or "sinh" or "sn";

    private static Kind KindOf(char letter) => letter switch
    {
        >= '0' and <= '9' => Kind.Digit,
        '/' or '-' or '.' or ' ' or ',' or '_' or '\\' or '…' or '–' => Kind.Between,
        _ when char.IsLetter(letter) || char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.NonSpacingMark => Kind.Letter,
        _ when char.IsWhiteSpace(letter) || VietnameseText.IsInvisible(letter) => Kind.Between,
        _ => Kind.Foreign,
    };

    private enum Kind
    {
        Digit,
        Between,
        Letter,
        Foreign,
    }
}
