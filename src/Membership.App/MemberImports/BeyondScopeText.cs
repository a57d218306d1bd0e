namespace Membership.App.MemberImports;

/// <summary>What is said of somebody beyond the scope before a list is written: that there may be such a person, and nothing else.</summary>
public static class BeyondScopeText
{
    public static readonly ShownChange Row = new(
        "Ngoài nơi bạn phụ trách",
        null,
        "Sổ có thể đã có người này ở nơi bạn không phụ trách. Khi ghi, hệ thống không sửa gì của người đó mà gửi đề nghị đến nơi phụ trách");

    public static readonly ShownChange Some = new(
        "Ngoài nơi bạn phụ trách", null, "Sổ có thể đã có người này ở nơi bạn không phụ trách");

    /// <summary>Where the row puts somebody into a ward that the user does not cover.</summary>
    public static string Home(string ward) => $"{ward}: gửi đề nghị đến nơi đó, chưa ghi nơi cư trú";
}
