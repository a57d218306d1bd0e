using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Spreadsheet;
using Membership.App.Statistics;

namespace Membership.App.Tests.Statistics;

public sealed class YearlyWorkbookTests
{
    private const string Form = "Thống kê năm";

    [Fact]
    public void Workbook_Always_IsValidAndBringsTheTablesBehindIt()
    {
        using var workbook = Written();

        Assert.Empty(workbook.Problems);
        Assert.Equal([Form, "Tỷ lệ tham gia", "Biểu đồ", "Diễn biến"], workbook.SheetNames);
        Assert.Single(workbook.Charts("Biểu đồ"));
        Assert.Single(workbook.Charts("Diễn biến"));
    }

    [Fact]
    public void Form_Always_HasOneColumnPerYearBetweenTargetAndComparison()
    {
        using var workbook = Written();

        var header = workbook.RowOf(Form, "A", "Nội dung");
        Assert.Equal(
            ["Nội dung", "Đơn vị tính", "Chỉ tiêu NQ\n08-NQ/TU", "Kết quả thực hiện", "So với NQ (điểm %)", "Ghi chú"],
            Texts(workbook, header));
        Assert.Equal(["2021", "2022", "2023", "2024", "2025", "2026\n(đến 30/06)"], Texts(workbook, header + 1));
        Assert.Equal(Enumerable.Range(1, 11).Select(number => number.ToString(CultureInfo.InvariantCulture)), Texts(workbook, header + 2));
    }

    [Fact]
    public void LatestYear_Always_HoldsTheFiguresOfThePage()
    {
        var whole = SomeProgress.City().Whole;

        using var workbook = Written();

        Assert.Equal(whole.People, Number(workbook, "Số người tham gia", "I"));
        Assert.Equal(whole.Memberships, Number(workbook, "Số lượt tham gia", "I"));
        Assert.Equal(whole.Measure.Denominator, Number(workbook, "Dân số trong độ tuổi", "I"));
        Assert.Equal((double?)whole.Measure.Share, Number(workbook, "Tỷ lệ tham gia", "I"));
        Assert.Equal((double)decimal.Round(whole.DistanceFromTarget!.Value, 8), Number(workbook, "Tỷ lệ tham gia", "J"));
        Assert.Equal(5_120, Number(workbook, "Hội Nông dân (hội viên)", "I"));
    }

    [Fact]
    public void Formulas_WhenRecalculated_GiveTheStoredValues()
    {
        using var workbook = Written();
        using var recalculated = new XLWorkbook(new MemoryStream(workbook.Content));

        var formulas = workbook.Sheet(Form).Descendants<Cell>().Where(cell => cell.CellFormula is not null).ToList();
        Assert.Equal(6, formulas.Count);
        Assert.All(formulas, cell => Assert.Equal(
            double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture),
            Convert.ToDouble(recalculated.Worksheet(Form).Evaluate(cell.CellFormula!.Text), CultureInfo.InvariantCulture),
            precision: 8));
    }

    [Fact]
    public void YearBeforeTheLocality_Always_IsBlankAndExplained()
    {
        using var workbook = Written();

        Assert.Null(Number(workbook, "Số người tham gia", "D"));
        Assert.Contains(workbook.Texts(Form), text => text.StartsWith("Không có số liệu năm 2021:", StringComparison.Ordinal));
        Assert.Contains(workbook.Texts(Form), text => text.StartsWith("Số liệu năm 2022, 2023, 2024, 2025 theo địa giới của năm đó (2 đơn vị), nay là 7 đơn vị", StringComparison.Ordinal));
    }

    [Fact]
    public void Form_WhenUnitsAreMissing_SaysHowMany()
    {
        using var workbook = Written();

        Assert.Contains("Số liệu chưa đầy đủ do còn 2 đơn vị chưa có số liệu; tỷ lệ chỉ phản ánh 5/7 đơn vị.", workbook.Texts(Form));
    }

    [Fact]
    public void Heading_Unasked_IsNeutralAndBearsPlaceAndDate()
    {
        using var workbook = Written();

        Assert.Contains("Cần Thơ, ngày 02 tháng 7 năm 2026", workbook.Texts(Form));
        Assert.DoesNotContain(workbook.Texts(Form), text => text.Contains("CỘNG HÒA", StringComparison.Ordinal));
        Assert.Contains("NGƯỜI LẬP BIỂU", workbook.Texts(Form));
        Assert.Contains("NGƯỜI PHÊ DUYỆT", workbook.Texts(Form));
    }

    [Fact]
    public void Heading_OfAnIssuer_IsWrittenAsGiven()
    {
        var heading = new ReportHeading(["THÀNH ỦY CẦN THƠ", "*", "Số 08-BC/TU"], ["ĐẢNG CỘNG SẢN VIỆT NAM"]);

        using var workbook = Written(heading);

        Assert.Equal(["THÀNH ỦY CẦN THƠ", "ĐẢNG CỘNG SẢN VIỆT NAM", "*", "Cần Thơ, ngày 02 tháng 7 năm 2026", "Số 08-BC/TU"], workbook.Texts(Form).Take(5));
        Assert.Empty(workbook.Problems);
    }

    [Theory]
    [InlineData("2022-03-09", "ngày 09 tháng 3 năm 2022")]
    [InlineData("2026-02-28", "ngày 28 tháng 02 năm 2026")] // January and February carry a zero
    [InlineData("2021-12-27", "ngày 27 tháng 12 năm 2021")]
    public void LongDate_Always_IsWrittenAsOffices(string date, string written) =>
        Assert.Equal(written, StatisticsTexts.LongDate(DateOnly.Parse(date, CultureInfo.InvariantCulture)));

    private static WrittenWorkbook Written(ReportHeading? heading = null) => new(stream =>
        YearlyWorkbook.Write(SomeStatistics.City(), SomeProgress.Sentence, heading ?? ReportHeading.Neutral, new(2026, 7, 2), stream));

    private static IEnumerable<string> Texts(WrittenWorkbook workbook, int row) => "ABCDEFGHIJK"
        .Select(column => workbook.Stored(Form, FormattableString.Invariant($"{column}{row}"))).OfType<string>();

    private static double? Number(WrittenWorkbook workbook, string row, string column) =>
        workbook.Stored(Form, FormattableString.Invariant($"{column}{workbook.RowOf(Form, "A", row)}")) is { } stored
            ? double.Parse(stored, CultureInfo.InvariantCulture)
            : null;
}
