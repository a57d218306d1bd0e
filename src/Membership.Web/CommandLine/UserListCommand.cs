using System.CommandLine;
using Membership.App.Users;
using Membership.Web.Display;
using Membership.Web.Pages.Users;

namespace Membership.Web.CommandLine;

internal static class UserListCommand
{
    public static Command Build()
    {
        var json = CommandOptions.Json();
        var command = new Command("list", "Liệt kê người dùng và vai trò") { json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var users = await host.Mediator.Send(new ListUsers(), token);
            if (parsed.GetValue(json))
                CommandJson.Print(new ListedUsers([.. users.Select(ListedUser.Of)]));
            else
                Say(users);
            return 0;
        });
        return command;
    }

    private static void Say(IReadOnlyList<UserRow> users)
    {
        if (users.Count == 0)
            Console.Out.WriteLine("Chưa có người dùng nào.");
        foreach (var user in users)
        {
            Console.Out.WriteLine($"{user.UserName} – {user.DisplayName}{(user.IsDisabled ? " (đã ngừng)" : "")}");
            foreach (var grant in user.Grants)
                Console.Out.WriteLine($"  {GrantText.Of(grant)}, {GrantText.Days(grant)}");
        }
    }
}

/// <summary>What <c>user list --json</c> prints.</summary>
internal sealed record ListedUsers(IReadOnlyList<ListedUser> Users);

/// <param name="LastSignIn">UTC; null: never.</param>
internal sealed record ListedUser(string Name, string DisplayName, bool Disabled, bool SecondFactor, DateTime? LastSignIn, IReadOnlyList<ListedGrant> Grants)
{
    public static ListedUser Of(UserRow user) => new(
        user.UserName, user.DisplayName, user.IsDisabled, user.HasSecondFactor, user.LastSignIn,
        [.. user.Grants.Select(grant => new ListedGrant(RoleSlug.Of(grant.Role), grant.LocalityName, grant.OrganizationName, grant.From, grant.LastDay))]);
}

/// <param name="Locality">Null: everywhere.</param>
/// <param name="Organization">Null: all.</param>
/// <param name="To">The last day; null: no end.</param>
internal sealed record ListedGrant(string Role, string? Locality, string? Organization, DateOnly From, DateOnly? To);
