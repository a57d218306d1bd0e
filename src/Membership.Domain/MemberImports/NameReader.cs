using System.Buffers;
using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>The name of the person in a row, from one column or from two or three.</summary>
internal static class NameReader
{
    /// <summary>Letters of the longest name that one person bears; a cell with more holds several people.</summary>
    public const int MostLetters = 60;

    private const string Formula = "=+-@";
    private static readonly char[] LineBreaks = ['\n', '\r', '\v', '\u2028'];

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " '’‘ʼ`´.,-–()/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Letters of Latin-1 that no Vietnamese name has, but names typed in TCVN3 (NguyÔn V¨n Hïng) and VNI (ÑAËNG) are full of.
    private static readonly SearchValues<char> LegacyFontLetters = SearchValues.Create("ªµºÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ");

    public static string Read(RowReading row)
    {
        var field = row.Shape.Has(MemberField.FullName) ? MemberField.FullName : MemberField.FamilyAndMiddleName;
        if (row.HasError(field) || row.HasError(MemberField.GivenName))
            return "";

        var written = field == MemberField.FullName ? row[field].Text : Joined(row);
        var name = PersonName.Normalize(written);
        if ((ProblemOf(written, name) ?? LookAlikeProblem(row, field, written)) is not { } problem)
            return InTitleCase(row, field, name);

        row.Report(problem, field, written);
        return name;
    }

    private static RowProblemCode? LookAlikeProblem(RowReading row, MemberField field, string written)
    {
        if (!PersonName.HasLookAlikes(written))
            return null;
        if (!row.Allows(RepairCode.LookAlikeLetters))
            return RowProblemCode.NameHasForeignCharacters;

        row.Repaired(RepairCode.LookAlikeLetters, field);
        return null;
    }

    private static string InTitleCase(RowReading row, MemberField field, string name)
    {
        if (!IsInCapitals(name) || !row.Allows(RepairCode.NameInCapitals))
            return name;

        row.Repaired(RepairCode.NameInCapitals, field);
        return PersonName.InTitleCase(name);
    }

    /// <summary>NGUYỄN VĂN AN; not Y, N' or K'Ho.</summary>
    private static bool IsInCapitals(string name)
    {
        var capitals = 0;
        foreach (var letter in name)
        {
            if (char.IsLower(letter))
                return false;

            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        return capitals > 1;
    }

    /// <summary>Whether this is the name of one person, in letters that names are written in.</summary>
    public static bool IsOneName(string written) => ProblemOf(written, PersonName.Normalize(written)) is null;

    // Some rows have the whole name in the first of two columns; the second is then empty, or says the given name again.
    private static string Joined(RowReading row)
    {
        var family = row[MemberField.FamilyAndMiddleName].Text;
        var given = row[MemberField.GivenName].Text;
        var middle = row[MemberField.MiddleName].Text;
        return middle.Length > 0 ? $"{family} {middle} {given}" : $"{family} {given}";
    }

    private static RowProblemCode? ProblemOf(string written, string name)
    {
        if (name.Length == 0)
            return RowProblemCode.NameMissing;
        if ((name.Length > MostLetters && name.Count(char.IsLetter) > MostLetters) || IsSeveralLinesOfNames(written) || IsSeveralNames(name))
            return RowProblemCode.SeveralPeopleInCell;

        return HasForeignCharacters(written, name) || LegacyText.IsOldName(written) ? RowProblemCode.NameHasForeignCharacters : null;
    }

    // A long name broken over two lines has one word in one of them; two people have two words each, or numbers before them.
    private static bool IsSeveralLinesOfNames(string written)
    {
        if (written.AsSpan().IndexOfAny(LineBreaks) < 0)
            return false;

        var lines = written.Split(LineBreaks).Select(VietnameseText.Clean).Where(line => line.Length > 0).ToArray();
        return lines.Length > 1 && (lines.All(line => line.Contains(' ', StringComparison.Ordinal)) || lines.All(line => char.IsAsciiDigit(line[0])));
    }

    // "Lê Hoàng Dũng, Lê Văn Tám"; "Ánh, Nguyễn Thị" is one.
    private static bool IsSeveralNames(string name) => name.Contains(',', StringComparison.Ordinal)
        && name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Count(part => part.Contains(' ', StringComparison.Ordinal)) > 1;

    private static bool HasForeignCharacters(string written, string name)
    {
        if (Formula.Contains(name[0], StringComparison.Ordinal))
            return true;

        var letters = 0;
        foreach (var letter in name)
        {
            if (!Belongs(letter))
                return true;

            letters += char.IsLetter(letter) ? 1 : 0;
        }

        return letters == 0 || HidesSomething(written);
    }

    private static bool Belongs(char letter)
    {
        if (Plain.Contains(letter) || letter is >= '\u1EA0' and <= '\u1EF9')
            return true;

        // Halves of a letter beyond the BMP (CJK, Cham extensions) are surrogates; no name of a member list needs them.
        return CharUnicodeInfo.GetUnicodeCategory(letter) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter => !LegacyFontLetters.Contains(letter),
            UnicodeCategory.ModifierLetter or UnicodeCategory.NonSpacingMark => true,
            UnicodeCategory.TitlecaseLetter => true,
            _ => false,
        };
    }

    // Around a name they are harmless; inside, a control character or a change of direction makes it read as another one.
    private static bool HidesSomething(string written)
    {
        if (VietnameseText.Clean(written) == written)
            return false;

        var visible = written.AsSpan();
        while (!visible.IsEmpty && IsBlank(visible[0]))
            visible = visible[1..];
        while (!visible.IsEmpty && IsBlank(visible[^1]))
            visible = visible[..^1];

        foreach (var letter in visible)
        {
            if (letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') || (char.IsControl(letter) && !char.IsWhiteSpace(letter)))
                return true;
        }

        return false;
    }

    private static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || VietnameseText.IsInvisible(letter);
}
