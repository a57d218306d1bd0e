using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// What the values of a row say against each other. Never a reason to reject it: sex and number may have been corrected, and the
/// structure of the number is no longer law (Nghị định 70/2024/NĐ-CP).
/// </summary>
internal static class RowWarnings
{
    private const int CenturyAndSexDigit = 3;
    private const int FirstCentury = 1900;
    private const int YearsInCentury = 100;

    // Nobody joins an organization before school.
    private const int YoungestToJoin = 6;
    private static readonly string[] Titles = ["Ông ", "Bà ", "Anh ", "Chị ", "Cô ", "Chú ", "Bác ", "Đồng chí ", "Đ/c "];
    private static readonly char[] BetweenNames = ['/', '–', ';', '+'];

    public static void Find(RowReading row, string name, Sex? sex, PartialDate? birthDate, CitizenId? citizenId, PartialDate? admittedOn)
    {
        if (citizenId is { } number)
            Compare(row, number.Digits, sex, birthDate);
        if (birthDate is { } born)
            CompareAge(row, born, admittedOn);

        var field = row.Shape.Has(MemberField.FullName) ? MemberField.FullName : MemberField.FamilyAndMiddleName;
        FindInName(row, name, sex, field);
        if (HasLeft(row, name))
            LeaveOut(row, field, RowProblemCode.HasLeft, RepairCode.LeaverLeftOut, RowWarningCode.PerhapsLeft);
        FindStruck(row, field);
    }

    private static void FindStruck(RowReading row, MemberField field)
    {
        if (row.IsStruckThrough)
            LeaveOut(row, field, RowProblemCode.StruckThrough, RepairCode.StruckLeftOut, RowWarningCode.CellStruckThrough);
        else if (row.HasStruckCell)
            row.Warn(RowWarningCode.CellStruckThrough, field);
    }

    /// <summary>Unless the officer says that such rows are members all the same.</summary>
    private static void LeaveOut(RowReading row, MemberField field, RowProblemCode problem, RepairCode repair, RowWarningCode otherwise)
    {
        if (row.Allows(repair))
        {
            row.Report(problem, field);
            row.Repaired(repair, field);
        }
        else
        {
            row.Warn(otherwise, field);
        }
    }

    private static void FindInName(RowReading row, string name, Sex? sex, MemberField field)
    {
        if (sex == Sex.Male && name.Contains(" Thị ", StringComparison.OrdinalIgnoreCase))
            row.Warn(RowWarningCode.NameAgainstSex, field);
        if (name.IndexOfAny(BetweenNames) > 0 || name.Contains(" - ", StringComparison.Ordinal) || name.Contains(" và ", StringComparison.OrdinalIgnoreCase))
            row.Warn(RowWarningCode.PerhapsTwoPeople, field);
        if (HasAdditions(name))
            row.Warn(RowWarningCode.NameHasAdditions, field);
    }

    private static bool HasAdditions(string name) =>
        name.AsSpan().ContainsAny('(', ',') || Array.Exists(Titles, title => name.StartsWith(title, StringComparison.OrdinalIgnoreCase));

    private static bool HasLeft(RowReading row, string name) => row.IsAmongLeft
        || Array.Exists(row.Shape.LeavingColumns, column => !CellText.SaysNoLeaving(row[column]))
        || (name.IndexOf('(', StringComparison.Ordinal) is >= 0 and var at && LeavingWords.AreIn(name[at..]))
        || Array.Exists(row.Shape.NoteColumns, column => !CellText.IsBlank(row[column]) && LeavingWords.AreIn(row[column].Text));

    private static void Compare(RowReading row, string digits, Sex? sex, PartialDate? birthDate)
    {
        var field = CellText.IsBlank(row[MemberField.CitizenId]) ? MemberField.FormerIdNumber : MemberField.CitizenId;
        if (!NumberReader.ProvinceCodes.Contains(digits[..CenturyAndSexDigit]))
            row.Warn(RowWarningCode.ProvinceCodeUnknown, field);

        var centuryAndSex = digits[CenturyAndSexDigit] - '0';
        if (sex is not null && sex != (centuryAndSex % 2 == 0 ? Sex.Male : Sex.Female))
            row.Warn(RowWarningCode.CitizenIdAgainstSex, field);

        var year = FirstCentury + (centuryAndSex / 2 * YearsInCentury) + ((digits[4] - '0') * 10) + digits[5] - '0';
        if (birthDate is { } born && born.Year != year)
            row.Warn(RowWarningCode.CitizenIdAgainstBirthYear, field);
    }

    private static void CompareAge(RowReading row, PartialDate born, PartialDate? admittedOn)
    {
        if (row.Rules.Age is { } age && (IsYounger(born, age.Minimum, row.Rules.AsOf) || IsOlder(Latest(born), age.Maximum, row.Rules.AsOf)))
            row.Warn(RowWarningCode.AgeOutsideRule, BirthField(row));
        if (admittedOn is { } joined && born.Reaches(YoungestToJoin) > Latest(joined))
            row.Warn(RowWarningCode.JoinedTooYoung, MemberField.AdmittedOn);
    }

    private static bool IsYounger(PartialDate born, int? minimum, DateOnly asOf) => minimum is { } years && born.Reaches(years) > asOf;

    private static bool IsOlder(DateOnly latest, int? maximum, DateOnly asOf) => maximum is { } years && latest.AddYears(years + 1) <= asOf;

    /// <summary>The last day a partial date can mean.</summary>
    private static DateOnly Latest(PartialDate date) =>
        (date.Month, date.Day) switch
        {
            (null, _) => new DateOnly(date.Year, 12, 31),
            ({ } month, null) => new DateOnly(date.Year, month, DateTime.DaysInMonth(date.Year, month)),
            ({ } month, { } day) => new DateOnly(date.Year, month, day),
        };

    private static MemberField BirthField(RowReading row) => ((MemberField[])
        [MemberField.DateOfBirth, MemberField.BirthIfMale, MemberField.BirthIfFemale, MemberField.BirthYear])
        .FirstOrDefault(field => !CellText.IsBlank(row[field]), MemberField.DateOfBirth);
}
