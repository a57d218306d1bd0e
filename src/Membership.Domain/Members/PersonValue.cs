using Membership.Domain.MemberImports;

namespace Membership.Domain.Members;

/// <summary>
/// The value of one field of a person as text: what a correction types in, and what a <see cref="PersonChange"/> keeps. A date as
/// <see cref="PartialDate.ToString"/> writes it, a sex by the name of its member.
/// </summary>
public static class PersonValue
{
    private const int FormerIdLength = 9;
    private const int MostLetters = 60;

    /// <summary>Reads what an officer typed. Nothing typed means that nothing is known, except of the name, which everybody has.</summary>
    /// <returns>False when it cannot be a value of this field.</returns>
    public static bool TryRead(PersonField field, string? typed, DateOnly today, out string? value)
    {
        var clean = VietnameseText.Clean(typed ?? "");
        value = clean.Length == 0 ? null : Read(field, clean, today);
        return value is not null || (clean.Length == 0 && field != PersonField.FullName);
    }

    private static string? Read(PersonField field, string clean, DateOnly today) => field switch
    {
        PersonField.FullName => NameReader.IsOneName(clean) ? PersonName.Normalize(clean) : null,
        PersonField.Sex => Enum.TryParse<Sex>(clean, out var sex) && Enum.IsDefined(sex) ? sex.ToString() : null,
        PersonField.DateOfBirth => DateReader.OfBirth(clean, today).Date?.ToString(),
        PersonField.CitizenId => CitizenId.TryParse(Digits(clean))?.Digits,
        PersonField.FormerIdNumber => Digits(clean) is { Length: FormerIdLength } former ? former : null,
        PersonField.Phone => Phone(clean),
        _ => clean.Length <= MostLetters ? clean : null,
    };

    /// <summary>As Vietnamese networks number: 0 and nine or ten digits; +84 stands for the 0.</summary>
    public static string? Phone(string clean)
    {
        var digits = Digits(clean.StartsWith("+84", StringComparison.Ordinal) ? "0" + clean[3..] : clean);
        return digits is { Length: 10 or 11 } && digits[0] == '0' ? digits : null;
    }

    /// <summary>Without what people put between digits; null when something else is left.</summary>
    public static string? Digits(string text)
    {
        var digits = string.Concat(text.Where(letter => letter is not ('.' or '-' or ' ')));
        return digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>All but the last four digits hidden; of a shorter value everything.</summary>
    public static string Masked(string number) => number.Length > 8 ? new string('•', number.Length - 4) + number[^4..] : "••••";
}
