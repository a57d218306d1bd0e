using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Whether the lists on several sheets are one list in parts, or lists of different things.</summary>
public static class SheetChoice
{
    // Such a sheet repeats the others, or names who is no member any more. With marks where they tell words apart (cũ, Cù Lao).
    private static readonly string[] OfAnotherKind = ["mẫu", "cũ", "nháp", "copy"];

    private static readonly string[] OfAnotherKindFolded =
    [
        "tong hop", "tat ca", "toan bo", "toan xa", "toan phuong", "vi du", "huong dan", "chuyen den", "ra khoi", "truong thanh", "ban sao", .. LeavingWords.All,
    ];

    /// <summary>Null when all of them can be read as one list.</summary>
    public static WhichSheets? Question(IReadOnlyList<(string Name, ListShape Shape)> sheets)
    {
        var isClear = sheets.Count < 2 || !(AreYears(sheets) || sheets.Any(sheet => IsOfAnotherKind(sheet.Name)) || HaveOtherColumns(sheets));
        return isClear ? null : new WhichSheets([.. sheets.Select(sheet => sheet.Name)]);
    }

    /// <summary>Whether a sheet's name says that who stands on it is no member any more.</summary>
    public static bool NamesLeft(string sheet) => LeavingWords.AreIn(sheet);

    private static bool AreYears(IReadOnlyList<(string Name, ListShape Shape)> sheets) =>
        sheets.Select(sheet => YearIn(sheet.Name)).OfType<string>().Distinct().Count() > 1;

    private static string? YearIn(string name) => name
        .Split(name.Where(letter => !char.IsAsciiDigit(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(number => number.Length == 4 && (number.StartsWith("19", StringComparison.Ordinal) || number.StartsWith("20", StringComparison.Ordinal)));

    private static bool IsOfAnotherKind(string sheet)
    {
        var name = VietnameseText.Clean(sheet);
        // "Sheet1 (2)" is what Excel calls a copy.
        return name.EndsWith("(2)", StringComparison.Ordinal) || LeavingWords.AreIn(name)
            || HasAny(name.ToLowerInvariant(), OfAnotherKind) || HasAny(PersonName.Fold(name), OfAnotherKindFolded);
    }

    private static bool HasAny(string name, string[] words) => Array.Exists(words, word => $" {name} ".Contains($" {word} ", StringComparison.Ordinal));

    // A list without half of the first one's columns is no part of it.
    private static bool HaveOtherColumns(IReadOnlyList<(string Name, ListShape Shape)> sheets)
    {
        var first = Fields(sheets[0].Shape);
        return sheets.Skip(1).Select(sheet => Fields(sheet.Shape)).Any(other => first.Intersect(other).Count() * 2 < first.Union(other).Count());
    }

    private static HashSet<MemberField> Fields(ListShape shape) =>
        [.. shape.Columns.Select(column => column.Field).OfType<MemberField>().Where(field => field is not (MemberField.Ordinal or MemberField.Note))];
}
