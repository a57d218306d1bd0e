using Membership.App.Indicators;
using Membership.Domain.Targets;
using Membership.Web.Display;

namespace Membership.Web.CommandLine;

/// <summary>A figure in a few lines, with what it needs to be understood.</summary>
internal static class FigureText
{
    public static string Of(IndicatorProgress progress)
    {
        var whole = progress.Whole;
        var share = Vietnamese.Percent(whole.Measure) is { } percent
            ? $"{percent} ({Vietnamese.Number(whole.Measure.Numerator)}/{Vietnamese.Number(whole.Measure.Denominator!.Value)})"
            : whole.IsWithheld ? "không hiện" : "chưa có số liệu dân số";
        return $"""
            {progress.Definition.Name} – {whole.Locality.Name}, ngày {Vietnamese.Date(progress.AsOf)}
            Tỷ lệ: {share}. {Status(whole.Progress)}
            {(whole.IsWithheld ? "Số người quá nhỏ nên không hiện" : $"Số người: {Vietnamese.Number(whole.People)} · Số lượt: {(whole.AreMembershipsWithheld ? "không hiện" : Vietnamese.Number(whole.Memberships))}")}
            {progress.UnitsCounted}/{progress.UnitsTotal} đơn vị có số liệu · Cách tính phiên bản {progress.Definition.Version}
            """;
    }

    private static string Status(Progress progress) => progress switch
    {
        Progress.Reached => "Đạt chỉ tiêu.",
        Progress.Behind => "Chưa đạt chỉ tiêu.",
        Progress.NotAssigned => "Chưa giao chỉ tiêu.",
        Progress.Withheld => "Không hiện.",
        _ => "Chưa đo được.",
    };
}
