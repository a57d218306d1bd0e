using System.Globalization;
using Membership.App.Indicators;
using Membership.Domain.Targets;

namespace Membership.App.Texts;

/// <summary>A target in the words of the resolutions, on pages and in workbooks alike.</summary>
public static class TargetText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Of(TargetRow target) => Of(target.Value, target.Comparator);

    /// <summary>"trên 74%", "từ 74,5% trở lên".</summary>
    /// <param name="share">Hundredths of a percent.</param>
    public static string Of(int share, Comparator comparator)
    {
        var percent = (share / 100m).ToString("0.##", Vietnamese) + "%";
        return comparator == Comparator.MoreThan ? "trên " + percent : $"từ {percent} trở lên";
    }
}
