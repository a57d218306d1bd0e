using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What officers read for each kind of change in a known person.</summary>
public static class KnownFactText
{
    /// <summary>After a number of rows: "2 đổi họ tên".</summary>
    public static string Overwritten(KnownFact fact) => "đổi " + Name(fact);

    /// <summary>"3 bổ sung số điện thoại".</summary>
    public static string Filled(KnownFact fact) => "bổ sung " + Name(fact);

    /// <summary>What would be lost, after a number of rows.</summary>
    public static string Asked(KnownFact fact) => fact == KnownFact.Address ? "đổi nơi ở thành nơi ghi kém chi tiết hơn" : Overwritten(fact);

    public static string Name(KnownFact fact) => fact switch
    {
        KnownFact.Name => "họ tên",
        KnownFact.BirthDate => "ngày sinh",
        KnownFact.Sex => "giới tính",
        KnownFact.Numbers => "số giấy tờ",
        KnownFact.Address => "nơi ở",
        KnownFact.Branch => "chi hội, chi đoàn",
        KnownFact.Phone => "số điện thoại",
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No text for this fact"),
    };
}
