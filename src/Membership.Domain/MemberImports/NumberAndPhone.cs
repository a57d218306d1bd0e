using System.Buffers;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>An identity number and a telephone that stand in one cell.</summary>
/// <param name="Id">Twelve or nine digits; null when there is none.</param>
/// <param name="Phone">Ten digits, or nine that lost the 0 in a cell of numbers; null when there is none.</param>
internal readonly record struct NumberAndPhone(string? Id, string? Phone)
{
    private const int FewestDigits = 9;
    private const int FormerIdLength = 9;
    private const int PhoneLength = 10;
    private const int MostNumbers = 2;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");
    private static readonly char[] Between = [.. "/\\;,|-–\n\r\t:()"];

    /// <summary>Null for what is neither, and for two of one kind.</summary>
    public static NumberAndPhone? In(Cell cell)
    {
        if (cell.Kind == CellKind.Number)
            return cell.Text is { Length: FewestDigits } number && number[0] is '3' or '5' or '7' or '8' or '9' ? new NumberAndPhone(null, cell.Text) : null;
        if (cell.Kind != CellKind.Text || cell.Text.Length < FewestDigits || !cell.Text.AsSpan().ContainsAny(Digits))
            return null;

        // A number alone, the most frequent by far.
        return cell.Text.AsSpan().ContainsAnyExcept(Digits) || cell.Text.Length is not (CitizenId.Length or FormerIdLength) ? Of(Numbers(cell.Text)) : null;
    }

    private static NumberAndPhone? Of(List<string> numbers)
    {
        var ids = numbers.FindAll(number => number.Length is CitizenId.Length or FormerIdLength);
        var phones = numbers.FindAll(number => number.Length == PhoneLength && number[0] == '0');
        var isClear = numbers.Count is > 0 and <= MostNumbers && ids.Count <= 1 && phones.Count <= 1 && ids.Count + phones.Count == numbers.Count;
        return isClear ? new NumberAndPhone(ids.FirstOrDefault(), phones.FirstOrDefault()) : null;
    }

    private static List<string> Numbers(string text)
    {
        var parts = VietnameseText.Clean(text.Replace('\n', '/')).Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(Joined).Where(number => number.Length > 0).ToList();
        return parts is [{ Length: CitizenId.Length + PhoneLength } both] ? Halves(both) : parts;
    }

    private static List<string> Halves(string both) => both[PhoneLength] == '0' && both[CitizenId.Length] != '0'
        ? [both[..PhoneLength], both[PhoneLength..]] : [both[..CitizenId.Length], both[CitizenId.Length..]];

    private static string Joined(string part) => string.Concat(part.Where(char.IsAsciiDigit));
}
