using System.Globalization;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Web.Pages.Indicators;

namespace Membership.Web.Pages.Members;

/// <summary>Addresses of a person's pages: her id in the register, never anything of her.</summary>
public static class MemberLinks
{
    public const string Find = "/nguoi/tim";

    public static string Person(long id) => string.Create(CultureInfo.InvariantCulture, $"/nguoi/{id}");

    public static string Open(long id) => Person(id) + "/mo-thong-tin";

    public static string Correct(long id) => Person(id) + "/sua";

    public static string Revert(long id, long changeId) => string.Create(CultureInfo.InvariantCulture, $"/nguoi/{id}/hoan-tac/{changeId}");

    public static string Restrict(long id) => Person(id) + "/han-che";

    public static string Anonymise(long id) => Person(id) + "/an-danh";

    public static string File(long id) => Person(id) + "/ho-so";

    /// <summary>The form that asks what the list is for.</summary>
    public static string Export(FigureScope scope, CountingReason reason) => IndicatorLinks.People(scope, reason).Replace("/nguoi?", "/nguoi/xuat?", StringComparison.Ordinal);

    /// <summary>Names a field in forms.</summary>
    public static string Slug(PersonField field) => field switch
    {
        PersonField.FullName => "ho-ten",
        PersonField.Sex => "gioi-tinh",
        PersonField.DateOfBirth => "ngay-sinh",
        PersonField.CitizenId => "so-dinh-danh",
        PersonField.FormerIdNumber => "so-cmnd",
        PersonField.Phone => "dien-thoai",
        PersonField.Ethnicity => "dan-toc",
        PersonField.Religion => "ton-giao",
        PersonField.Education => "hoc-van",
        PersonField.Qualification => "chuyen-mon",
        PersonField.PoliticalTheory => "ly-luan-chinh-tri",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No name for this field"),
    };
}
