using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What stands below a list: place and date, who made it, who signs.</summary>
internal static class ListEnding
{
    // Folded. None of them begins what a list says about a member.
    private static readonly string[] Starts =
    [
        "nguoi lap", "lap bieu", "lap bang", "can bo lap", "thu truong", "tm.", "t/m", "t.m", "tm ban", "kt.", "tl.", "tuq.", "xac nhan cua", "nguoi phe duyet",
        "nguoi duyet", "(ky", "ky ten", "(da ky", "(ghi ro", "ky, ", "noi nhan", "nguoi tong hop", "nguoi kiem tra", "phe duyet cua",
        "dai dien ban", "ban chap hanh hoi", "ban chap hanh chi", "ban chap hanh doan",
    ];

    // Also written in the column of offices: a marker only where no member stands beside it.
    private static readonly string[] Offices =
        ["chu tich", "pho chu tich", "bi thu", "pho bi thu", "chi hoi truong", "truong ban", "ban chap hanh", "hieu truong", "thu ky", "truong khu vuc", "truong ap"];

    public static bool IsMarker(IEnumerable<string> texts) => texts.Any(IsMarker);

    /// <summary>A text that itself announces a signature, whatever stands beside it.</summary>
    public static bool IsSignature(string text) => IsMarker(text);

    public static bool IsSignersOffice(string text) => Offices.Contains(PersonName.Fold(text).Trim('.', ':', ' '));

    public static bool IsNote(string text) =>
        PersonName.Fold(text).TrimStart('*', '-', ' ') is var words
        && (words.StartsWith("ghi chu:", StringComparison.Ordinal) || words.StartsWith("luu y:", StringComparison.Ordinal));

    private static bool IsMarker(string text)
    {
        var words = PersonName.Fold(text);
        return Starts.Any(start => words.StartsWith(start, StringComparison.Ordinal)) || IsPlaceAndDate(words);
    }

    // "Cần Thơ, ngày … tháng … năm 2025".
    private static bool IsPlaceAndDate(string words)
    {
        var day = words.IndexOf("ngay", StringComparison.Ordinal);
        var month = day < 0 ? -1 : words.IndexOf("thang", day, StringComparison.Ordinal);
        var isDate = month > 0 && words.IndexOf("nam", month, StringComparison.Ordinal) > 0;
        return isDate && (day == 0 || words[..day].Contains(',', StringComparison.Ordinal));
    }
}
