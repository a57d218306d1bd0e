using MediatR;
using Membership.App.Pipeline;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.Web.Pages.Members;

public sealed class PersonModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    protected override Permission Needed => Permission.SeePeople;

    public static string BeganText(MembershipReason reason) => reason switch
    {
        MembershipReason.Admission => "Kết nạp",
        MembershipReason.Readmission => "Kết nạp lại",
        MembershipReason.TransferIn => "Chuyển đến",
        MembershipReason.InternalTransfer => "Chuyển nội bộ",
        MembershipReason.Merger => "Sáp nhập",
        _ => "Có trong danh sách",
    };

    public static string EndedText(MembershipReason? reason) => reason switch
    {
        MembershipReason.TransferOut => "chuyển đi",
        MembershipReason.InternalTransfer => "chuyển nội bộ",
        MembershipReason.Merger => "sáp nhập",
        MembershipReason.Withdrawal => "xin ra",
        MembershipReason.Removal => "xóa tên",
        MembershipReason.Expulsion => "khai trừ",
        MembershipReason.AgingOut => "trưởng thành",
        MembershipReason.EndedByRule => "do thay đổi quy định",
        MembershipReason.Death => "qua đời",
        _ => "đã kết thúc",
    };
}
