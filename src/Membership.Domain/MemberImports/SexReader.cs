using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Whether a row says that the person is a man or a woman: in a column of words, in ticks, or by the column that holds
/// the birth date.</summary>
internal static class SexReader
{
    /// <param name="byBirthColumn">What the birth columns Nam and Nữ said.</param>
    public static Sex? Read(RowReading row, Sex? byBirthColumn)
    {
        var byWord = OfWord(row);
        var byTick = OfTicks(row);
        if (Differ(byBirthColumn, byWord) || Differ(byBirthColumn, byTick) || Differ(byWord, byTick))
        {
            row.Report(RowProblemCode.SexAmbiguous, byWord is null ? MemberField.FemaleTick : MemberField.Sex);
            return null;
        }

        return byBirthColumn ?? byWord ?? byTick;
    }

    /// <summary>
    /// Whether a column writes F and M: both stand in it, and no other letter. N is none that speaks against it, it is asked; and one
    /// of the two alone is asked as well, because officers write M for other things.
    /// </summary>
    public static bool UsesEnglishLetters(IEnumerable<Cell> column)
    {
        var words = column.Where(cell => cell.Kind == CellKind.Text).Select(cell => Folded(cell.Text)).ToHashSet();
        return words.Overlaps(["f", "female"]) && words.Overlaps(["m", "male"])
            && !words.Any(word => word is [>= 'a' and <= 'z'] and not ("f" or "m" or "n"));
    }

    private static bool Differ(Sex? one, Sex? other) => one is not null && other is not null && one != other;

    private static Sex? OfWord(RowReading row)
    {
        var cell = row[MemberField.Sex];
        if (CellText.IsBlank(cell) || row.HasError(MemberField.Sex))
            return null;

        var chosen = row.Chosen(MemberField.Sex, cell.Text);
        var sex = OfWord(chosen ?? cell.Text, row.Rules.Survey.UsesEnglishLetters);
        if (sex is null && chosen != "")
            row.Report(RowProblemCode.SexUnreadable, MemberField.Sex);

        return sex;
    }

    private static Sex? OfWord(string text, bool usesEnglishLetters) => text switch
    {
        "Nam" or "nam" => Sex.Male,
        "Nữ" or "nữ" => Sex.Female,
        _ => Folded(text) switch
        {
            "nam" or "male" or "nam gioi" => Sex.Male,
            "nu" or "female" or "nu gioi" => Sex.Female,
            "m" when usesEnglishLetters => Sex.Male,
            "f" when usesEnglishLetters => Sex.Female,
            _ => null,
        },
    };

    private static string Folded(string text) => PersonName.Fold(PersonName.Normalize(text)).TrimEnd('.');

    private static Sex? OfTicks(RowReading row)
    {
        if (!row.Shape.Has(MemberField.FemaleTick) && !row.Shape.Has(MemberField.MaleTick))
            return null;

        var female = IsTicked(row, MemberField.FemaleTick, "nu");
        var male = IsTicked(row, MemberField.MaleTick, "nam");
        if (female == true && male == true)
            row.Report(RowProblemCode.SexAmbiguous, MemberField.FemaleTick);

        return (male, female) switch
        {
            (false, true) => Sex.Female,
            (true, false) => Sex.Male,
            (false, false) when BlankMeansMale(row.Shape) => Sex.Male,
            _ => null,
        };
    }

    /// <summary>A list whose only word about sex is one column "Nữ" crosses the women and leaves the men blank.</summary>
    private static bool BlankMeansMale(ListShape shape) =>
        shape.Has(MemberField.FemaleTick) && !shape.Has(MemberField.MaleTick) && !shape.Has(MemberField.Sex)
        && !shape.Has(MemberField.BirthIfMale) && !shape.Has(MemberField.BirthIfFemale);

    /// <summary>Null when the cell holds something that is no tick: reported.</summary>
    private static bool? IsTicked(RowReading row, MemberField field, string word)
    {
        var cell = row[field];
        if (CellText.SaysNothing(cell) || CellText.IsBlank(cell))
            return false;
        if (CellText.IsTick(cell) || IsWordOrItsInitial(cell, word))
            return true;

        if (!row.HasError(field))
            row.Report(RowProblemCode.SexUnreadable, field);

        return null;
    }

    private static bool IsWordOrItsInitial(Cell cell, string word) =>
        PersonName.Fold(PersonName.Normalize(cell.Text)) is var text && (text == word || text == word[..1]);
}
