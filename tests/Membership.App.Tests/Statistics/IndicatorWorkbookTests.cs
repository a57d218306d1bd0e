using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Spreadsheet;
using Membership.App.Indicators;
using Membership.App.Statistics;
using Membership.Domain.Targets;

namespace Membership.App.Tests.Statistics;

public sealed class IndicatorWorkbookTests
{
    private const string Table = "Tỷ lệ tham gia";
    private const string Trend = "Diễn biến";
    private const int FirstUnitRow = 6;

    private static readonly Dictionary<string, IndicatorProgress> Shapes = new()
    {
        ["as usual"] = SomeProgress.City(),
        ["all 103 communes"] = SomeProgress.Of([.. Enumerable.Range(0, 103).Select(at => SomeProgress.Unit($"{31000 + at}", $"Phường Số {at}", 500 + at, 700, at < 60 ? 1000 : null))]),
        ["one commune"] = SomeProgress.Of(SomeProgress.Unit("31120", "Phường Tân An", 741, 990, 1_000)),
        ["no unit below"] = SomeProgress.Of(),
        ["no share anywhere"] = SomeProgress.Of(SomeProgress.Unit("31123", "Phường Cái Khế", 212, 260, null)) with { Trend = [] },
        ["no target"] = WithoutTarget(),
    };

    public static TheoryData<string> ShapeNames => [.. Shapes.Keys];

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Workbook_WhateverIsKnown_IsValid(string shape)
    {
        using var workbook = Written(Shapes[shape]);

        Assert.Empty(workbook.Problems);
    }

    [Theory]
    [MemberData(nameof(ShapeNames))]
    public void Formulas_WhenRecalculated_GiveTheStoredValues(string shape)
    {
        using var workbook = Written(Shapes[shape]);
        using var recalculated = new XLWorkbook(new MemoryStream(workbook.Content));

        var different =
            from name in workbook.SheetNames
            from cell in workbook.Sheet(name).Descendants<Cell>()
            where cell.CellFormula is not null
            let computed = Convert.ToDouble(recalculated.Worksheet(name).Evaluate(cell.CellFormula!.Text), CultureInfo.InvariantCulture)
            let stored = double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)
            where Math.Abs(computed - stored) > 1e-9
            select $"{name}!{cell.CellReference} {computed} {stored}";
        Assert.Empty(different);
    }

    [Fact]
    public void Table_Always_HoldsTheFiguresOfThePage()
    {
        var progress = SomeProgress.City();

        using var workbook = Written(progress);

        foreach (var (at, unit) in progress.Units.Index())
        {
            var row = FirstUnitRow + at;
            Assert.Equal(unit.Locality.Name, workbook.Stored(Table, $"B{row}"));
            Assert.Equal(unit.HasRegister ? unit.People : null, Number(workbook, $"C{row}"));
            Assert.Equal(unit.HasRegister ? unit.Memberships : null, Number(workbook, $"D{row}"));
            Assert.Equal((double?)unit.Measure.Share, Number(workbook, $"F{row}"));
            Assert.Equal((double?)unit.DistanceFromTarget, Number(workbook, $"H{row}"));
        }
    }

    [Theory]
    [InlineData("Phường Tân An", "Chưa đạt (thiếu 1 người)")] // 740 of 1.000 is not more than 74 %
    [InlineData("Phường Bình Thủy", "Đạt chỉ tiêu")]
    [InlineData("Phường Cái Răng", "Đạt chỉ tiêu (vượt 100%, cần kiểm tra)")]
    [InlineData("Phường Cái Khế", "Chưa có số liệu dân số")]
    [InlineData("Xã Thới Lai", "Chưa có danh sách")]
    public void Status_OfAUnit_IsSaidInWords(string unit, string status)
    {
        using var workbook = Written(SomeProgress.City());

        Assert.Equal(status, workbook.Stored(Table, $"I{workbook.RowOf(Table, "B", unit)}"));
    }

    [Theory]
    [InlineData("C", "#,##0")]
    [InlineData("F", "0.00%")]
    [InlineData("G", "\"trên \"0%")]
    [InlineData("H", "+0.00;-0.00;0.00")]
    [InlineData("K", "dd/mm/yyyy")]
    public void Numbers_OfATableColumn_AreFormatted(string column, string format)
    {
        using var workbook = Written(SomeProgress.City());

        Assert.Equal(format, workbook.Format(Table, column + FirstUnitRow));
    }

    [Fact]
    public void Total_WhenUnitsAddUp_IsLive()
    {
        using var workbook = Written(SomeProgress.City());

        Assert.Equal("SUMIF(F6:F12,\">=0\",C6:C12)", workbook.Formula(Table, "C13"));
        Assert.Equal("SUMIF(F6:F12,\">=0\",E6:E12)", workbook.Formula(Table, "E13"));
        Assert.Equal("SUMIF(F6:F12,\">=0\",C6:C12)/E13", workbook.Formula(Table, "F13"));
    }

    [Fact]
    public void Total_WhenNoUnitHasAShare_IsOverAll()
    {
        using var workbook = Written(SomeProgress.Of(SomeProgress.Unit("31123", "Phường Cái Khế", 212, 260, null)));

        Assert.Equal("SUM(C6:C6)", workbook.Formula(Table, "C7"));
        Assert.Equal(212, Number(workbook, "C7"));
    }

    [Fact]
    public void Total_WhenAPersonIsInTwoCommunes_IsThePagesNumberWithoutFormula()
    {
        var city = SomeProgress.City();
        var fewer = city.Whole with { People = city.Whole.People - 1, Measure = city.Whole.Measure with { Numerator = city.Whole.Measure.Numerator - 1 } };

        using var workbook = Written(city with { Whole = fewer });

        Assert.Null(workbook.Formula(Table, "C13"));
        Assert.Equal(fewer.People, Number(workbook, "C13"));
        Assert.Null(workbook.Formula(Table, "F13"));
        Assert.Equal((double?)fewer.Measure.Share, Number(workbook, "F13"));
    }

    [Fact]
    public void Explanation_Always_StandsWithTheTable()
    {
        using var workbook = Written(SomeProgress.City());

        var text = string.Join('\n', workbook.Texts(Table));
        Assert.Contains("TỶ LỆ QUẦN CHÚNG THAM GIA CÁC TỔ CHỨC", text, StringComparison.Ordinal);
        Assert.Contains("số liệu đến ngày 30/06/2026; tổ chức: tất cả tổ chức được tính; 5/7 đơn vị có số liệu", text, StringComparison.Ordinal);
        Assert.Contains("Chỉ tiêu: trên 74% đến 31/12/2025 (08-NQ/TU, II.2.2, gạch đầu dòng 9)", text, StringComparison.Ordinal);
        Assert.Contains("Cách tính (phiên bản 1): " + SomeProgress.Sentence, text, StringComparison.Ordinal);
        Assert.Contains("Nguồn dân số: Số liệu mẫu của phần mềm (6 đơn vị, ngày 01/01/2026).", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Source_WhenSampleAndNotSayingSo_IsMarked()
    {
        var unit = SomeProgress.Unit("31120", "Phường Tân An", 741, 990, 1_000);

        using var workbook = Written(SomeProgress.Of(unit with { Population = unit.Population! with { Source = "Công an phường" } }));

        Assert.Equal("Công an phường – số liệu mẫu", workbook.Stored(Table, "J6"));
    }

    [Theory]
    [InlineData(Table, "A6", "'Tỷ lệ tham gia'!$4:$5")]
    [InlineData(Trend, "A5", "'Diễn biến'!$4:$4")]
    public void Header_WhenScrolledOrPrinted_StaysInSight(string sheet, string firstFreeCell, string repeated)
    {
        using var workbook = Written(SomeProgress.City());

        var pane = workbook.Sheet(sheet).Descendants<Pane>().Single();
        Assert.Equal((firstFreeCell, PaneStateValues.Frozen), (pane.TopLeftCell!.Value, pane.State!.Value));
        Assert.Contains(repeated, workbook.DefinedNames);
    }

    [Fact]
    public void Page_OfEverySheet_IsA4LandscapeFittedToItsWidth()
    {
        using var workbook = Written(SomeProgress.City());

        foreach (var sheet in workbook.SheetNames.Select(workbook.Sheet))
        {
            var setup = sheet.Descendants<PageSetup>().Single();
            Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
            Assert.True(sheet.Descendants<PageSetupProperties>().Single().FitToPage?.Value);
            Assert.Contains("Trang &P/&N", sheet.Descendants<OddFooter>().Single().Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void BarChart_Always_CoversEveryUnitThatHasAShare()
    {
        using var workbook = Written(SomeProgress.City());

        Assert.Equal(
            [
                ["'Tỷ lệ tham gia'!$F$4", "'Tỷ lệ tham gia'!$B$6:$B$10", "'Tỷ lệ tham gia'!$F$6:$F$10"],
                ["'Tỷ lệ tham gia'!$G$4", "'Tỷ lệ tham gia'!$B$6:$B$10", "'Tỷ lệ tham gia'!$G$6:$G$10"],
            ],
            workbook.References("Biểu đồ"));
    }

    [Fact]
    public void TrendChart_Always_CoversEveryMonth()
    {
        using var workbook = Written(SomeProgress.City());

        Assert.Equal(
            [
                ["'Diễn biến'!$F$4", "'Diễn biến'!$A$5:$A$29", "'Diễn biến'!$F$5:$F$29"],
                ["'Diễn biến'!$G$4", "'Diễn biến'!$A$5:$A$29", "'Diễn biến'!$G$5:$G$29"],
            ],
            workbook.References(Trend));
        Assert.Equal("30/06/2026", DateTime.FromOADate(Number(workbook, "A29", Trend)!.Value).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void TrendMonth_WithoutShare_IsAGapAndNotZero()
    {
        using var workbook = Written(SomeProgress.City());

        var firstPoint = workbook.Charts(Trend).Single().Descendants<DocumentFormat.OpenXml.Drawing.Charts.LineChartSeries>().First()
            .Descendants<DocumentFormat.OpenXml.Drawing.Charts.Values>().Single().Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>().First();
        Assert.Null(workbook.Stored(Trend, "F5"));
        Assert.Equal(1u, firstPoint.Index!.Value);
    }

    [Fact]
    public void Chart_Always_HasTitlesAndAlternativeText()
    {
        using var workbook = Written(SomeProgress.City());

        var chart = workbook.Charts("Biểu đồ").Single().Descendants<DocumentFormat.OpenXml.Drawing.Charts.Title>().Select(title => title.InnerText);
        Assert.Equal(["3/5 đơn vị có số liệu đạt chỉ tiêu trên 74%", "Đơn vị", "Tỷ lệ tham gia (%)"], chart);
    }

    [Fact]
    public void Chart_WithoutTarget_HasNoTargetLine()
    {
        using var workbook = Written(WithoutTarget());

        Assert.Single(workbook.References("Biểu đồ"));
        Assert.Single(workbook.References(Trend));
    }

    [Fact]
    public void Sheets_WhenNothingToDraw_AreLeftOut()
    {
        using var workbook = Written(SomeProgress.Of(SomeProgress.Unit("31123", "Phường Cái Khế", 212, 260, null)) with { Trend = [] });

        Assert.Equal([Table], workbook.SheetNames);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 292")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public void Name_ThatLooksLikeAFormula_IsText(string name)
    {
        using var workbook = Written(SomeProgress.Of(SomeProgress.Unit("31120", name, 741, 990, 1_000)));

        Assert.Equal(name, workbook.Stored(Table, "B6"));
        Assert.Null(workbook.Formula(Table, "B6"));
        Assert.True(workbook.IsQuoted(Table, "B6"));
    }

    [Fact]
    public void Workbook_OfTheSameFigures_IsTheSameToTheByte()
    {
        using var first = Written(SomeProgress.City());
        using var second = Written(SomeProgress.City());

        Assert.Equal(first.Content, second.Content);
    }

    private static IndicatorProgress WithoutTarget()
    {
        var city = SomeProgress.City();
        return city with { Target = null, Whole = Unassigned(city.Whole), Units = [.. city.Units.Select(Unassigned)] };

        static UnitFigure Unassigned(UnitFigure figure) => figure with
        {
            DistanceFromTarget = null,
            Progress = figure.Measure.Against(null, Comparator.MoreThan),
        };
    }

    private static WrittenWorkbook Written(IndicatorProgress progress) =>
        new(stream => IndicatorWorkbook.Write(progress, SomeProgress.Sentence, stream));

    private static double? Number(WrittenWorkbook workbook, string reference, string sheet = Table) =>
        workbook.Stored(sheet, reference) is { } stored ? double.Parse(stored, CultureInfo.InvariantCulture) : null;
}
