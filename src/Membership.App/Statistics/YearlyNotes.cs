using System.Globalization;

namespace Membership.App.Statistics;

/// <summary>What has to be said under the yearly form for its figures to be understood.</summary>
internal static class YearlyNotes
{
    public static IEnumerable<string> Of(YearlyStatistics statistics, string definitionSentence)
    {
        var progress = statistics.Progress;
        yield return StatisticsTexts.Target(progress.Target);
        yield return StatisticsTexts.Definition(progress, definitionSentence);
        if (progress.Definition.Note.Length > 0)
            yield return "Điểm cần xác nhận: " + progress.Definition.Note;
        yield return StatisticsTexts.Sources(progress.Units.Append(progress.Whole));
        if (progress.UnitsTotal > progress.UnitsCounted)
            yield return $"Số liệu chưa đầy đủ do còn {progress.UnitsTotal - progress.UnitsCounted} đơn vị chưa có số liệu; tỷ lệ chỉ phản ánh {progress.UnitsCounted}/{progress.UnitsTotal} đơn vị.";
        foreach (var note in Boundaries(statistics))
            yield return note;
    }

    private static IEnumerable<string> Boundaries(YearlyStatistics statistics)
    {
        var without = statistics.Years.Where(year => year.Progress is null).ToList();
        if (without.Count > 0)
            yield return $"Không có số liệu năm {Years(without)}: {statistics.Progress.Whole.Locality.Name} khi đó chưa được thành lập với địa giới hiện nay.";

        var other = statistics.Years.Where(year => year.Progress is { } progress && progress.UnitsTotal != statistics.Progress.UnitsTotal).ToList();
        if (other.Count > 0)
            yield return $"Số liệu năm {Years(other)} theo địa giới của năm đó ({string.Join(", ", other.Select(year => year.Progress!.UnitsTotal).Distinct())} đơn vị), nay là {statistics.Progress.UnitsTotal} đơn vị: không so sánh trực tiếp được.";
    }

    private static string Years(IEnumerable<YearColumn> years) =>
        string.Join(", ", years.Select(year => year.Year.ToString(CultureInfo.InvariantCulture)));
}
