using System.Globalization;
using System.Text;

namespace Membership.Domain.Members;

/// <summary>Vietnamese personal names: how they are stored, compared, searched and sorted.</summary>
public static class PersonName
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The key under which two spellings are one: lower case, no marks, đ as d, single spaces, hòa = hoà.</summary>
    public static string Fold(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
                AppendSpace(result);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                result.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLower(letter, Vietnamese));
        }

        return result.ToString().TrimEnd();
    }

    private static void AppendSpace(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ')
            result.Append(' ');
    }
}
