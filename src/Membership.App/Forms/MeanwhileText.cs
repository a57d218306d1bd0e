using Membership.App.Texts;

namespace Membership.App.Forms;

/// <summary>What somebody else did since a form was opened, in words.</summary>
public static class MeanwhileText
{
    public static string Of(ChangedMeanwhile changed) =>
        $"Từ lúc bạn mở biểu mẫu, {string.Join("; ", changed.Both.Select(Of))}. Chưa ghi gì. Hãy xem lại rồi gửi lại.";

    /// <summary>"Ngày sinh đã được hnd.1 đổi thành “20/05/1990” lúc 10:00 15/12/2025".</summary>
    public static string Of(MeanwhileField field) =>
        $"{field.Label} đã {(field.By is { } by ? $"được {by} " : "")}đổi thành “{field.Now ?? "để trống"}”{When(field)}";

    /// <summary>Without the values, for a place that keeps none: "Ngày sinh (hnd.1 đổi lúc 10:00 15/12/2025)".</summary>
    public static string Others(IEnumerable<MeanwhileField> fields) => string.Join(", ", fields.Select(field =>
        $"{field.Label} ({field.By ?? "người khác"} đổi{When(field)})"));

    private static string When(MeanwhileField field) => field.At is { } at ? $" lúc {ShownDate.Moment(at)}" : "";
}
