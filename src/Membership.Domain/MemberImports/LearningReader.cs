using System.Globalization;
using System.Text.RegularExpressions;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Levels of learning by the names of the national member system, with the abbreviations that lists really have. A level that is
/// followed by a subject keeps it: "ĐH Luật" is Đại học Luật. What is no level is kept as written, with a warning.
/// </summary>
internal static partial class LearningReader
{
    private const string Schools =
        "Tiểu học; Cấp 1; Cấp I; Cấp một; Phổ thông cơ sở cấp 1 | Trung học cơ sở; THCS; Cấp 2; Cấp II; Cấp hai; PTCS; TN THCS; Tốt nghiệp THCS | "
        + "Trung học phổ thông; THPT; Cấp 3; Cấp III; Cấp ba; PTTH; Phổ thông trung học; TN THPT; Tốt nghiệp THPT; Tú tài | Không biết chữ; Mù chữ";

    private const string Qualifications =
        "Chưa có; Không; Không có; Chưa qua đào tạo; Chưa đào tạo | Sơ cấp; SC | "
        + "Trung cấp; TC; TCCN; THCN; Trung cấp chuyên nghiệp; Trung học chuyên nghiệp | Cao đẳng; CĐ | Đại học; ĐH | "
        + "Cử nhân | Kỹ sư; Kĩ sư; KS | Bác sĩ; Bác sỹ; BS | Thạc sĩ; Thạc sỹ; ThS; Cao học | Tiến sĩ; Tiến sỹ; TS";

    private const string Theory =
        "Chưa có; Không; Không có; Chưa học | Sơ cấp; SC; Sơ cấp LLCT; Sơ cấp chính trị | Trung cấp; TC; Trung cấp LLCT; TC LLCT; TCCT; Trung cấp chính trị | "
        + "Cao cấp; CC; Cao cấp LLCT; CC LLCT; CCCT; Cao cấp chính trị | Cử nhân; CN; Cử nhân chính trị";

    private const int LongestSchool = 12;
    private const int LongestOldSchool = 10;

    private static readonly NamesOfValues SchoolNames = new(Schools);
    private static readonly NamesOfValues QualificationNames = new(Qualifications);
    private static readonly NamesOfValues TheoryNames = new(Theory);

    public static Learning Read(RowReading row)
    {
        if (!row.Shape.HasLearning)
            return Learning.Unknown;

        return new Learning(
            Read(row, MemberField.Education, written => Class(written) ?? SchoolNames.Find(written) ?? QualificationNames.FindWithSubject(written)),
            Read(row, MemberField.Qualification, QualificationNames.FindWithSubject),
            Read(row, MemberField.PoliticalTheory, TheoryNames.Find));
    }

    private static string? Read(RowReading row, MemberField field, Func<string, string?> known)
    {
        if (!row.Shape.Has(field) && row.Shape.TickColumns.Length == 0)
            return null;
        if ((TickReader.Read(row, field) ?? OfCell(row, field)) is not { } written)
            return null;
        if (row.Chosen(field, written) is { } chosen)
            return chosen.Length > 0 ? chosen : null;
        if (known(written) is { } name)
            return name;

        row.Warn(RowWarningCode.LearningUnknown, field, written);
        return written;
    }

    /// <summary>A tick or a dash names no level.</summary>
    private static string? OfCell(RowReading row, MemberField field)
    {
        var cell = row[field];
        if (CellText.IsTick(cell) || CellText.SaysNothing(cell))
            return null;

        return field == MemberField.Education && OfDateCell(row, cell) is { } finished ? finished : row.Kept(field, cell, QualificationNames.Find);
    }

    /// <summary>12/12 that Excel took for a day of this year.</summary>
    private static string? OfDateCell(RowReading row, Cell cell)
    {
        if (cell.Kind != CellKind.Date || !row.Allows(RepairCode.ClassInDateCell) || DateReader.DayOf(cell.Number) is not { } day)
            return null;
        if (ClassOf(Math.Min(day.Day, day.Month), Math.Max(day.Day, day.Month)) is not { } finished)
            return null;

        row.Repaired(RepairCode.ClassInDateCell, MemberField.Education);
        return finished;
    }

    private static string? Class(string written) => written.Contains('/', StringComparison.Ordinal) && ClassPattern().Match(written) is { Success: true } match
        ? ClassOf(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
        : null;

    /// <summary>Schools had ten classes until 1989 in the north, and have twelve.</summary>
    private static string? ClassOf(int finished, int of) =>
        of is LongestSchool or LongestOldSchool && finished >= 1 && finished <= of ? string.Create(CultureInfo.InvariantCulture, $"{finished}/{of}") : null;

    [GeneratedRegex(@"^(?:lớp\s*)?([0-9]{1,2})\s*/\s*([0-9]{1,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClassPattern();
}
