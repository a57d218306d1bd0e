namespace Membership.Web.Users;

/// <summary>A page whose form may carry a file; on any other page one is refused.</summary>
/// <param name="requestBytes">At most, of the whole request.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReceivesFileAttribute(long requestBytes) : Attribute
{
    public long RequestBytes { get; } = requestBytes;
}
