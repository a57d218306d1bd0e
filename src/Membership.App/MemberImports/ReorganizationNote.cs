using Membership.App.Localities;
using Membership.App.Texts;

namespace Membership.App.MemberImports;

/// <summary>What became of a list's commune since the list, for the officer to know where its people are counted today.</summary>
public static class ReorganizationNote
{
    /// <summary>Null while the commune exists.</summary>
    public static string? Of(LocalityDirectory localities, long localityId, DateOnly asOf)
    {
        if (localities.EndOf(localityId) is not { } end || localities.DefaultSuccessorOf(localityId) is not { } successor)
            return null;

        var name = localities.FactOf(localityId, asOf)!.Name;
        return localities.WasDivided(localityId)
            ? $"{name} được chia cho nhiều đơn vị từ ngày {ShownDate.Of(end)}. Người trong danh sách tạm được tính ở {successor.Name}, nơi nhận phần lớn; "
                + "hãy rà soát những người ở phần còn lại."
            : $"{name} đã nhập vào {successor.Name} từ ngày {ShownDate.Of(end)}: từ ngày đó người trong danh sách được tính ở {successor.Name}.";
    }
}
