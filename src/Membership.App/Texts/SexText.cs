using Membership.Domain.Members;

namespace Membership.App.Texts;

public static class SexText
{
    public static string Of(Sex? sex) => sex switch
    {
        Sex.Male => "Nam",
        Sex.Female => "Nữ",
        _ => "–",
    };
}
