using Membership.App.Pipeline;
using Membership.Domain.Users;

namespace Membership.App.Tests.Members;

/// <summary>Who asks in a test: one role at one place.</summary>
internal static class Officers
{
    public static Actor Head(Scope scope) => Of(Role.Head, scope);

    public static Actor Clerk(Scope scope) => Of(Role.DataEntry, scope);

    private static Actor Of(Role role, Scope scope) =>
        new(7, role.ToString(), "127.0.0.1", [new ActorRight(RolePermissions.Of(role), scope)]);
}
