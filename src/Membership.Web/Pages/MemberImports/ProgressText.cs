using Membership.App.MemberImports;
using Membership.Web.Display;

namespace Membership.Web.Pages.MemberImports;

/// <summary>How far an import has come, in words: rows, rows a second, time left.</summary>
public static class ProgressText
{
    private const int SecondsShown = 90;

    /// <summary>"Đã đọc 12.000 / khoảng 100.000 dòng, 8.000 dòng mỗi giây, còn khoảng 11 giây."; what is not known is left out.</summary>
    public static string Of(ImportProgress progress)
    {
        if (progress is { RowsDone: 0, RowsTotal: null })
            return "";

        var total = progress.RowsTotal is { } all and > 0
            ? $" / {(progress.Stage == ImportStage.Reading && all != progress.RowsDone ? "khoảng " : "")}{Vietnamese.Number(all)}"
            : "";
        var rate = progress.RowsPerSecond is { } rows and >= 1 ? $", {Vietnamese.Number((long)rows)} dòng mỗi giây" : "";
        var left = progress.TimeLeft is { TotalSeconds: >= 1 } time ? $", còn khoảng {Left(time)}" : "";
        return $"Đã {(progress.Stage == ImportStage.Reading ? "đọc" : "làm")} {Vietnamese.Number(progress.RowsDone)}{total} dòng{rate}{left}.";
    }

    private static string Left(TimeSpan time) => time.TotalSeconds < SecondsShown
        ? $"{Vietnamese.Number((long)Math.Ceiling(time.TotalSeconds))} giây"
        : $"{Vietnamese.Number((long)Math.Ceiling(time.TotalMinutes))} phút";
}
