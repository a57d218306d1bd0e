using System.Globalization;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.Web.Pages.MemberImports;

/// <summary>Addresses of the import pages. They carry numbers of imports and rows, never anything of a person.</summary>
public static class MemberImportLinks
{
    public const string VerdictKey = "ket-qua";
    public const string FindingKey = "phat-hien";
    public const string PageKey = "trang";
    public const string RowKey = "dong";

    /// <summary>The import that an upload is to continue.</summary>
    public const string ContinuesKey = "tiep-theo";

    private static readonly string[] Kinds = ["sua", "loi", "luu-y", "o-trong", "doi", "bo-sung", "hoi", "dang"];

    private static readonly FindingKind[] Changes = [FindingKind.Overwritten, FindingKind.Filled, FindingKind.Asked];

    private static readonly RowFinding[] Findings =
    [
        .. Enum.GetValues<RepairCode>().Select(RowFinding.Of), .. Enum.GetValues<RowProblemCode>().Select(RowFinding.Of),
        .. Enum.GetValues<RowWarningCode>().Select(RowFinding.Of), .. Enum.GetValues<MemberField>().Select(RowFinding.OfBlank),
        .. Changes.SelectMany(kind => Enum.GetValues<KnownFact>().Select(fact => RowFinding.Of(kind, fact))),
        .. Enum.GetValues<RowLookCode>().Select(RowFinding.Of),
    ];

    public const string Index = "/nhap-danh-sach";

    public const string Template = Index + "/mau";

    public static string Preview(long importId) => string.Create(CultureInfo.InvariantCulture, $"{Index}/{importId}");

    /// <param name="rowKey">Of the row to stop at; null: the first.</param>
    public static string Rows(long importId, RowFilter filter, int page = 1, int? rowKey = null)
    {
        var query = new List<string>();
        if (filter.Verdict is { } verdict)
            query.Add($"{VerdictKey}={Slug(verdict)}");
        if (filter.Finding is { } finding)
            query.Add($"{FindingKey}={Slug(finding)}");
        if (page > 1)
            query.Add(string.Create(CultureInfo.InvariantCulture, $"{PageKey}={page}"));
        return Preview(importId) + (query.Count > 0 ? "?" + string.Join('&', query) : "")
            + (rowKey is { } key ? string.Create(CultureInfo.InvariantCulture, $"#dong-{key}") : "#cac-dong");
    }

    public static string NotTaken(long importId) => Preview(importId) + "/dong-chua-nhap.xlsx";

    /// <summary>The page of the rows on which one stands, however the rows are filtered.</summary>
    public static string Row(long importId, int rowKey) =>
        string.Create(CultureInfo.InvariantCulture, $"{Preview(importId)}?{RowKey}={rowKey}#dong-{rowKey}");

    public static string EditRow(long importId, int rowKey) => string.Create(CultureInfo.InvariantCulture, $"{Preview(importId)}/dong/{rowKey}");

    /// <param name="answer">Which of the handlers that take an answer.</param>
    public static string Answer(long importId, string answer) => $"{Preview(importId)}/tra-loi/{answer}";

    public static string Reading(long importId) => Preview(importId) + "/doc-tep";

    public static string Missing(long importId, int page = 1) =>
        Preview(importId) + "/vang-mat" + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?{PageKey}={page}") : "");

    public static string Marked(long importId) => Preview(importId) + "/danh-dau.xlsx";

    public static string Original(long importId) => Preview(importId) + "/tep-goc";

    public static string History(long importId, int page = 1) =>
        Preview(importId) + "/lich-su" + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"?{PageKey}={page}#tung-dong") : "");

    /// <summary>The upload form, filled in for the same organization, place and day.</summary>
    public static string Continue(long importId) => string.Create(CultureInfo.InvariantCulture, $"{Index}?{ContinuesKey}={importId}");

    public static string Effects(long importId) => Preview(importId) + "/tac-dong";

    public static string Undo(long importId) => Preview(importId) + "/hoan-tac";

    public static string Slug(RowVerdict verdict) => verdict switch
    {
        RowVerdict.New => "moi",
        RowVerdict.Changed => "thay-doi",
        RowVerdict.Unchanged => "khong-doi",
        RowVerdict.Doubtful => "nghi-trung",
        RowVerdict.Rejected => "bi-loai",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No address for this verdict"),
    };

    /// <summary>Null when the address names no verdict.</summary>
    public static RowVerdict? VerdictOf(string? slug) =>
        Enum.GetValues<RowVerdict>().Cast<RowVerdict?>().FirstOrDefault(verdict => Slug(verdict!.Value) == slug);

    public static string Slug(RowFinding finding) => string.Create(CultureInfo.InvariantCulture, $"{Kinds[(int)finding.Kind]}-{finding.Code}");

    /// <summary>Null when the address names nothing that can be found.</summary>
    public static RowFinding? FindingOf(string? slug) => Findings.Cast<RowFinding?>().FirstOrDefault(finding => Slug(finding!.Value) == slug);
}
