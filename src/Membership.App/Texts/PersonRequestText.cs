using Membership.Domain.PersonRequests;

namespace Membership.App.Texts;

/// <summary>Requests about one's own data, in the words of NĐ 356/2025/NĐ-CP.</summary>
public static class PersonRequestText
{
    public static string Of(PersonRequestKind kind) => kind switch
    {
        PersonRequestKind.View => "Xem dữ liệu",
        PersonRequestKind.Correct => "Chỉnh sửa dữ liệu",
        PersonRequestKind.Provide => "Cung cấp dữ liệu",
        PersonRequestKind.Withdraw => "Rút lại sự đồng ý",
        PersonRequestKind.Restrict => "Hạn chế xử lý",
        PersonRequestKind.Oppose => "Phản đối xử lý",
        PersonRequestKind.Delete => "Xóa dữ liệu",
        _ => throw new InvalidOperationException($"No text for {kind}"),
    };

    public static string Of(RequestStanding standing) => standing switch
    {
        RequestStanding.ToAcknowledge => "Chờ xác nhận",
        RequestStanding.AcknowledgementOverdue => "Quá hạn xác nhận",
        RequestStanding.ToAnswer => "Chờ giải quyết",
        RequestStanding.AnswerOverdue => "Quá hạn giải quyết",
        RequestStanding.Answered => "Đã giải quyết",
        RequestStanding.AnsweredLate => "Đã giải quyết, trễ hạn",
        _ => throw new InvalidOperationException($"No text for {standing}"),
    };
}
