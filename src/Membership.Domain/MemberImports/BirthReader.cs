using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>When a person was born: one column, a year beside it, day, month and year apart, or a column each for men and women.</summary>
internal static class BirthReader
{
    // What programs write for a date that nobody gave.
    private static readonly PartialDate? DayOfEmptyCell = PartialDate.TryCreate(1900, 1, 1);

    public static (PartialDate? Date, Sex? Sex) Read(RowReading row)
    {
        var date = ReadOneColumn(row);
        var hasTwo = row.Shape.Has(MemberField.BirthIfMale) || row.Shape.Has(MemberField.BirthIfFemale);
        if (!hasTwo)
            return (date, null);

        var male = !SaysNothing(row[MemberField.BirthIfMale]);
        var female = !SaysNothing(row[MemberField.BirthIfFemale]);
        if (male && female)
            row.Report(RowProblemCode.SexAmbiguous, MemberField.BirthIfFemale);

        if (male == female)
            return (date, null);

        var field = male ? MemberField.BirthIfMale : MemberField.BirthIfFemale;
        var sex = male ? Sex.Male : Sex.Female;
        return (CellText.IsTick(row[field]) ? date : Take(row, field, DateReader.OfBirth(row, field)) ?? date, sex);
    }

    // "/ /" and the like: a form filled with nothing.
    private static bool SaysNothing(Cell cell) =>
        CellText.SaysNothing(cell) || (cell.Kind == CellKind.Text && DateNumbers.In(cell.Text).Count == 0);

    private static PartialDate? ReadOneColumn(RowReading row)
    {
        var whole = DateReader.OfBirth(row, MemberField.DateOfBirth);
        if (whole.Date is { } date)
            CompareYear(row, date);
        if (!whole.IsEmpty || !row.Shape.Has(MemberField.BirthYear))
            return Take(row, MemberField.DateOfBirth, whole);

        return Take(row, MemberField.BirthYear, DateReader.OfBirth(row, MemberField.BirthYear, YearWithDayAndMonth(row)));
    }

    private static void CompareYear(RowReading row, PartialDate date)
    {
        // Day, month and year apart are one date that stands beside.
        if (row.Shape.Has(MemberField.BirthYear) && !row.Shape.Has(MemberField.BirthMonth)
            && DateReader.OfBirth(row, MemberField.BirthYear).Date is { } other && other.Year != date.Year)
            row.Warn(RowWarningCode.BirthYearAgainstBirthDate, MemberField.BirthYear);
    }

    private static Cell YearWithDayAndMonth(RowReading row)
    {
        var year = row[MemberField.BirthYear];
        if (!row.Shape.Has(MemberField.BirthMonth) || CellText.IsBlank(year) || CellText.IsError(year))
            return year;

        return new Cell(CellKind.Text, $"{PartOf(row, MemberField.BirthDay)}/{PartOf(row, MemberField.BirthMonth)}/{year.Text}");
    }

    private static string PartOf(RowReading row, MemberField field) => CellText.IsBlank(row[field]) ? "0" : row[field].Text;

    private static PartialDate? Take(RowReading row, MemberField field, DateReading reading)
    {
        if (reading.Problem is { } problem)
            row.Report(problem, field);

        if (reading.Repair is { } repair)
            row.Repaired(repair, field);

        if (reading.Date == DayOfEmptyCell)
        {
            row.Report(RowProblemCode.DateOutOfRange, field);
            return null;
        }

        if (reading.Date?.Year != row.Rules.AsOf.Year)
            return reading.Date;

        row.Report(RowProblemCode.BornInYearOfList, field);
        return null;
    }
}
