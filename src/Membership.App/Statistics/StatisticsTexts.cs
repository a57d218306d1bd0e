using System.Globalization;
using Membership.App.Indicators;
using Membership.App.Spreadsheets.Writing;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;

namespace Membership.App.Statistics;

/// <summary>The words of the workbooks, as on the page.</summary>
internal static class StatisticsTexts
{
    private const int FirstMonthWithoutZero = 3;

    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Date(DateOnly date) => ShownDate.Of(date);

    /// <summary>"ngày 09 tháng 3 năm 2022": of months only January and February carry a zero (Nghị định 30/2020/NĐ-CP).</summary>
    public static string LongDate(DateOnly date)
    {
        var month = date.Month.ToString(date.Month < FirstMonthWithoutZero ? "00" : "0", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {month} năm {date.Year}");
    }

    public static string Percent(Measure measure) => measure.ShownPercent?.ToString("0.00", Vietnamese) + "%";

    public static string Target(TargetRow? target) => target is null
        ? "Chỉ tiêu: chưa giao."
        : $"Chỉ tiêu: {TargetText.Of(target)} đến {Date(target.Deadline)} ({target.ResolutionNumber}, {target.Clause}): “{target.Quotation}”";

    public static string Organization(IndicatorProgress progress) =>
        progress.Organization?.ShortName ?? "tất cả tổ chức được tính";

    public static string Completeness(IndicatorProgress progress) =>
        $"{progress.UnitsCounted}/{progress.UnitsTotal} đơn vị có số liệu";

    public static string Definition(IndicatorProgress progress, string sentence) =>
        $"Cách tính (phiên bản {progress.Definition.Version}): {sentence}";

    /// <summary>In place of a count that is withheld from who may not see people.</summary>
    public const string Withheld = "không hiện";

    public static string Status(UnitFigure figure) => figure.Progress switch
    {
        Progress.Reached => "Đạt chỉ tiêu",
        Progress.Behind => "Chưa đạt",
        Progress.NotAssigned => "Chưa giao chỉ tiêu",
        Progress.Withheld => Withheld,
        _ => figure.HasRegister ? "Chưa có số liệu dân số" : "Chưa có danh sách",
    };

    /// <summary>A share over the whole is shown and flagged.</summary>
    public static string FlaggedStatus(UnitFigure figure, TargetRow? target) => Status(figure) + (figure switch
    {
        { Measure.IsOverWhole: true } => " (vượt 100%, cần kiểm tra)",
        // The points beside it read 0,00.
        { Progress: Progress.Behind, DistanceFromTarget: > -0.005m } when target is not null =>
            $" (thiếu {figure.Measure.MissingTo(target.Value, target.Comparator)} người)",
        _ => "",
    });

    public static string Source(PopulationSource? population) => population switch
    {
        null => "",
        { IsSample: true } => WithSampleMark(population.Source),
        _ => population.Source,
    };

    public static string Sources(IEnumerable<UnitFigure> figures)
    {
        var sources = figures.Select(figure => figure.Population).OfType<PopulationSource>()
            .GroupBy(Source)
            .Select(group => $"{group.Key} ({group.Count()} đơn vị, ngày {string.Join(", ", group.Select(item => item.AsOf).Distinct().Order().Select(Date))})")
            .ToList();
        return sources.Count == 0 ? "Nguồn dân số: chưa có số liệu dân số." : "Nguồn dân số: " + string.Join("; ", sources) + ".";
    }

    public static CellLook TargetLook(TargetRow target) => (target.Comparator, target.Value % 100 == 0) switch
    {
        (Comparator.MoreThan, true) => CellLook.TargetMoreThan,
        (Comparator.MoreThan, false) => CellLook.TargetMoreThanFine,
        (_, true) => CellLook.TargetAtLeast,
        _ => CellLook.TargetAtLeastFine,
    };

    /// <summary>The target as a fraction, beside the shares; blank when there is none.</summary>
    public static CellDraft TargetCell(TargetRow? target) => target is null
        ? CellDraft.Blank(CellLook.TextCentred)
        : CellDraft.OfNumber(TargetLook(target), target.Value / 10_000d);

    /// <summary>Empty where nobody is in the system, which is not 0.</summary>
    public static CellDraft CountCell(UnitFigure? figure, long? count) => figure switch
    {
        { IsWithheld: true } => WithheldCell(CellLook.TextCentred),
        { HasRegister: true } => CellDraft.OfNumber(CellLook.Count, count),
        _ => CellDraft.OfNumber(CellLook.Count, null),
    };

    public static CellDraft MembershipsCell(UnitFigure? figure) =>
        figure is { AreMembershipsWithheld: true } ? WithheldCell(CellLook.TextCentred) : CountCell(figure, figure?.Memberships);

    /// <summary>A text, because an empty cell and 0 would each say something else.</summary>
    public static CellDraft WithheldCell(CellLook look) => CellDraft.OfText(look, Withheld);

    /// <summary>"Cần Thơ" of "Thành phố Cần Thơ".</summary>
    public static string BareName(string locality) =>
        new[] { "Thành phố ", "Tỉnh ", "Phường ", "Xã ", "Đặc khu ", "Thị trấn " }
            .Where(kind => locality.StartsWith(kind, StringComparison.Ordinal))
            .Select(kind => locality[kind.Length..])
            .FirstOrDefault(locality);

    private static string WithSampleMark(string source) =>
        source.Contains("số liệu mẫu", StringComparison.OrdinalIgnoreCase) ? source : source + " – số liệu mẫu";
}
