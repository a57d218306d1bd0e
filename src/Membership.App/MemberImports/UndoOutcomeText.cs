using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What became of a row when its import was undone.</summary>
public static class UndoOutcomeText
{
    public static string Of(UndoOutcome outcome) => outcome switch
    {
        UndoOutcome.Restored => "Hoàn lại: sổ như trước khi nhập",
        UndoOutcome.KeptAsCorrectedSince => "Giữ nguyên vì đã sửa sau đó",
        UndoOutcome.KeptAsInLaterList => "Giữ nguyên vì có trong một danh sách nhập sau",
        UndoOutcome.ImpossibleAsRestricted => "Không hoàn lại được vì dữ liệu của người đó đang bị hạn chế xử lý",
        UndoOutcome.ImpossibleAsAnonymised => "Không hoàn lại được vì dữ liệu của người đó đã được ẩn danh",
        UndoOutcome.ImpossibleAsNotRecorded => "Không hoàn lại được vì không còn lưu số liệu trước khi nhập",
        UndoOutcome.KeptAsAgreed => "Giữ nguyên vì nơi phụ trách người đó đã đồng ý",
        _ => throw new InvalidOperationException($"{outcome} has no text"),
    };
}
