using Membership.App.Indicators;
using Membership.App.Texts;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;
using Membership.Web.Display;

namespace Membership.Web.Pages.Indicators;

/// <summary>The sentences that stand beside figures, each made from the figures themselves.</summary>
public static class IndicatorTexts
{
    /// <summary>In place of a count that is withheld from who may not see people.</summary>
    public const string Withheld = "không hiện";

    /// <summary>"trên 74%", "từ 74% trở lên".</summary>
    public static string ShortTarget(TargetRow target) => TargetText.Of(target);

    /// <summary>"trên 74% đến 31/12/2025".</summary>
    public static string Target(TargetRow target) => $"{ShortTarget(target)} đến {Vietnamese.Date(target.Deadline)}";

    public static string Status(Progress progress) => progress switch
    {
        Progress.Reached => "Đạt chỉ tiêu",
        Progress.Behind => "Chưa đạt",
        Progress.NotAssigned => "Chưa giao chỉ tiêu",
        Progress.Withheld => "Không hiện",
        _ => "Chưa có số liệu dân số",
    };

    /// <summary>"từ 18 tuổi trở lên", "từ 16 đến 60 tuổi".</summary>
    public static string Ages(int? from, int? to) => (from, to) switch
    {
        ({ } low, { } high) => $"từ {low} đến {high} tuổi",
        ({ } low, null) => $"từ {low} tuổi trở lên",
        (null, { } high) => $"đến {high} tuổi",
        _ => "mọi lứa tuổi",
    };

    public static string Ages(IndicatorDefinition definition) => Ages(definition.AgeFrom, definition.AgeTo);

    /// <summary>Why a person is counted or left out, as a short heading.</summary>
    public static string Reason(CountingReason reason) => reason switch
    {
        CountingReason.Counted => "Được tính vào tỷ lệ",
        CountingReason.LivesElsewhere => "Cư trú ở xã, phường khác",
        CountingReason.ResidenceUnknown => "Chưa rõ nơi cư trú",
        CountingReason.NoActiveMembership => "Không sinh hoạt ở tổ chức nào",
        CountingReason.OrganizationNotCounted => "Chỉ tham gia tổ chức không được tính",
        CountingReason.BirthDateUnknown => "Chưa rõ ngày sinh",
        CountingReason.BelowAge => "Chưa đủ tuổi",
        CountingReason.AboveAge => "Quá tuổi",
        _ => throw new InvalidOperationException($"{reason} has no text"),
    };

    /// <summary>The same as a sentence, with what to do about it where something can be done.</summary>
    public static string ReasonSentence(CountingReason reason) => reason switch
    {
        CountingReason.Counted => "Đang sinh hoạt, trong độ tuổi và cư trú trên địa bàn.",
        CountingReason.LivesElsewhere => "Thuộc đơn vị ở đây nhưng cư trú nơi khác, nên được tính ở nơi cư trú.",
        CountingReason.ResidenceUnknown => "Thuộc đơn vị ở đây nhưng danh sách không ghi nơi cư trú. Hãy bổ sung để được tính.",
        CountingReason.NoActiveMembership => "Cư trú ở đây; vào ngày này đã thôi sinh hoạt hoặc chưa vào tổ chức nào.",
        CountingReason.OrganizationNotCounted => "Chỉ sinh hoạt ở tổ chức mà cách tính này không tính đến.",
        CountingReason.BirthDateUnknown => "Không biết năm sinh nên không xét được độ tuổi. Hãy bổ sung để được tính.",
        CountingReason.BelowAge => "Vào ngày này chưa đủ tuổi theo cách tính.",
        CountingReason.AboveAge => "Vào ngày này đã quá tuổi theo cách tính.",
        _ => throw new InvalidOperationException($"{reason} has no text"),
    };

    /// <summary>What the headline says, with its distance from the target.</summary>
    public static string Distance(UnitFigure figure, TargetRow target) => figure.DistanceFromTarget switch
    {
        null => "",
        { } distance when Vietnamese.IsNoPoint(distance) => Missing(figure, target) is { } missing
            ? $"sát mốc chỉ tiêu, còn {missing}"
            : distance == 0 ? "đúng bằng mốc chỉ tiêu" : "cao hơn mốc chỉ tiêu chưa đến 0,01 điểm phần trăm",
        < 0 => $"thấp hơn mốc chỉ tiêu {Distance(figure.DistanceFromTarget.Value)} điểm phần trăm",
        _ => $"cao hơn mốc chỉ tiêu {Distance(figure.DistanceFromTarget.Value)} điểm phần trăm",
    };

    /// <summary>Signed points; where these would read 0,00, how many are missing.</summary>
    public static string ShortDistance(UnitFigure figure, TargetRow target) => figure.DistanceFromTarget switch
    {
        null => "–",
        { } distance => (Vietnamese.IsNoPoint(distance) ? Missing(figure, target) : null) ?? Vietnamese.Points(distance),
    };

    private static string? Missing(UnitFigure figure, TargetRow target) =>
        figure.Measure.MissingTo(target.Value, target.Comparator) is > 0 and var missing ? $"thiếu {Vietnamese.Number(missing)} người" : null;

    /// <summary>What the bar chart shows, for those who do not see it.</summary>
    public static string BarsMessage(IndicatorProgress progress)
    {
        var measured = progress.Units.Where(unit => unit.Measure.HasShare).ToList();
        if (measured.Count == 0)
            return "Chưa đơn vị nào có đủ danh sách và số liệu dân số để so sánh.";

        var lowest = measured.MinBy(unit => unit.Measure.Share)!;
        var highest = measured.MaxBy(unit => unit.Measure.Share)!;
        var reached = measured.Count(unit => unit.Progress == Progress.Reached);
        var counted = progress.Target is null
            ? $"{measured.Count} đơn vị có số liệu"
            : $"{reached}/{measured.Count} đơn vị có số liệu đạt chỉ tiêu {ShortTarget(progress.Target)}";
        return measured.Count == 1
            ? $"{counted}: {highest.Locality.Name} {Vietnamese.Percent(highest.Measure)}."
            : $"{counted}; cao nhất là {highest.Locality.Name} ({Vietnamese.Percent(highest.Measure)}), thấp nhất là {lowest.Locality.Name} ({Vietnamese.Percent(lowest.Measure)}).";
    }

    /// <summary>How the rate moved over the months shown.</summary>
    public static string TrendMessage(IndicatorProgress progress)
    {
        var measured = progress.Trend.Where(point => point.Measure.HasShare).ToList();
        if (measured.Count < 2)
            return "Chưa đủ hai tháng có số liệu để thấy diễn biến.";

        var (first, last) = (measured[0], measured[^1]);
        var moved = (last.Measure.Share!.Value - first.Measure.Share!.Value) * 100;
        var (verb, direction) = decimal.Round(moved, 2) switch { > 0 => ("tăng", "lên"), < 0 => ("giảm", "xuống"), _ => ("gần như không đổi, chênh", "đến") };
        return $"Từ {Vietnamese.Month(first.Day)} đến {Vietnamese.Month(last.Day)}, tỷ lệ {verb} {Distance(moved)} điểm phần trăm, "
            + $"từ {Vietnamese.Percent(first.Measure)} {direction} {Vietnamese.Percent(last.Measure)}.";
    }

    private static string Distance(decimal points) => Vietnamese.Points(Math.Abs(points)).TrimStart('+');
}
