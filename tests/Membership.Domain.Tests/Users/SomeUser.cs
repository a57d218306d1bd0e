using Membership.Domain.Users;

namespace Membership.Domain.Tests.Users;

internal static class SomeUser
{
    public static User New => new() { UserName = "nguyen.an", NormalizedUserName = "NGUYEN.AN", DisplayName = "Nguyễn Văn An", SecurityStamp = "1" };
}
