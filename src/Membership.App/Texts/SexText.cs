using Membership.Domain.Members;

namespace Membership.App.Texts;

public static class SexText
{
    public static string Of(Sex? sex) => OrNull(sex) ?? "–";

    /// <summary>Null when it is not known.</summary>
    public static string? OrNull(Sex? sex) => sex switch
    {
        Sex.Male => "Nam",
        Sex.Female => "Nữ",
        _ => null,
    };
}
