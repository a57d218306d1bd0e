using Membership.Domain.Members;

namespace Membership.App.Texts;

/// <summary>What stands in place of a name that may not be shown, or is not there any more.</summary>
public static class WithheldText
{
    public const string Restricted = "Hạn chế xử lý";

    /// <summary>Also what the register keeps as the name of an anonymised person.</summary>
    public const string Anonymised = "Đã ẩn danh";

    /// <summary>Null when the person may be shown.</summary>
    public static string? Of(Person person) => person switch
    {
        { AnonymisedAt: not null } => Anonymised,
        { RestrictedAt: not null } => Restricted,
        _ => null,
    };
}
