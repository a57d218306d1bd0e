using Membership.App.Indicators;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Web.Pages.Indicators;

namespace Membership.Web.Tests.Indicators;

public sealed class IndicatorChartsTests
{
    private static readonly DateOnly AsOf = new(2025, 12, 15);

    [Fact]
    public void Bars_WhenACommuneHasNoShare_LeaveItOutInsteadOfDrawingZero()
    {
        var progress = Progress(Unit("Xã A", 60, 100), Unit("Xã B", 80, 100), Unit("Xã C", 50, null));

        var bars = IndicatorCharts.Bars(progress);

        Assert.Equal([new ChartPoint("Xã A", 60, Reached: false), new ChartPoint("Xã B", 80, Reached: true)], bars.Points);
        Assert.Equal((74m, "trên 74%"), (bars.Target, bars.TargetLabel));
    }

    [Fact]
    public void Bars_WhenThereAreMany_AreThoseFurthestBelowTheTarget() =>
        Assert.Equal(IndicatorCharts.MostBars, IndicatorCharts.Bars(Progress(Enumerable.Range(1, 30).Select(number => Unit($"Xã {number}", number, 100)).ToArray())).Points.Count);

    [Fact]
    public void Trend_WhenAMonthHasNoShare_LeavesAGap()
    {
        var progress = Progress() with { Trend = [new(new(2025, 6, 30), 5, 6, new Measure(5, null)), new(new(2025, 7, 31), 5, 6, new Measure(5, 10))] };

        var trend = IndicatorCharts.Trend(progress);

        Assert.Equal([new ChartPoint("06/2025", null, Reached: false), new ChartPoint("07/2025", 50, Reached: false)], trend.Points);
    }

    [Fact]
    public void Json_WhenANameLooksLikeMarkup_CannotEndTheScript() =>
        Assert.DoesNotContain("</script", IndicatorCharts.Json(IndicatorCharts.Bars(Progress(Unit("</script>", 1, 2)))), StringComparison.Ordinal);

    [Fact]
    public void BarsMessage_WhenSeveralAreMeasured_NamesBestAndWorst() =>
        Assert.Equal(
            "1/2 đơn vị có số liệu đạt chỉ tiêu trên 74%; cao nhất là Xã B (80,00%), thấp nhất là Xã A (60,00%).",
            IndicatorTexts.BarsMessage(Progress(Unit("Xã A", 60, 100), Unit("Xã B", 80, 100), Unit("Xã C", 50, null))));

    [Theory]
    [InlineData(40, 45, "tăng 5,00 điểm phần trăm, từ 40,00% lên 45,00%.")]
    [InlineData(45, 40, "giảm 5,00 điểm phần trăm, từ 45,00% xuống 40,00%.")]
    public void TrendMessage_WhenTheRateMoved_SaysWhichWay(int first, int last, string end)
    {
        var progress = Progress() with { Trend = [new(new(2025, 6, 30), 0, 0, new Measure(first, 100)), new(new(2025, 7, 31), 0, 0, new Measure(last, 100))] };

        Assert.EndsWith(end, IndicatorTexts.TrendMessage(progress), StringComparison.Ordinal);
    }

    private static IndicatorProgress Progress(params UnitFigure[] units) => new(
        new IndicatorDefinition { Code = IndicatorDefinition.Participation, Name = "Tỷ lệ", Note = "" },
        new TargetRow(7400, Comparator.MoreThan, new DateOnly(2025, 12, 31), "08-NQ/TU", "II.2.2", "…"),
        AsOf,
        Organization: null,
        Unit("Thành phố", 1, 2),
        UnitsCounted: units.Length,
        UnitsTotal: units.Length,
        units,
        Trend: []);

    private static UnitFigure Unit(string name, long people, long? population)
    {
        var measure = new Measure(people, population);
        return new UnitFigure(new LocalityName(1, "1", name), HasRegister: true, people, people, measure, Population: null,
            measure.Against(7400, Comparator.MoreThan), measure.DistanceFrom(7400));
    }
}
