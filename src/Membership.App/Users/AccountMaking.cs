using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>Makes accounts and passwords for others.</summary>
internal sealed class AccountMaking(UserManager<User> users, TimeProvider clock)
{
    /// <summary>80 bits.</summary>
    private const int GroupsOfPassword = 4;

    public async Task<OneTimePassword> MakeAsync(string userName, string displayName, bool mustChangePassword)
    {
        var user = new User
        {
            UserName = userName,
            NormalizedUserName = users.NormalizeName(userName),
            DisplayName = displayName,
            SecurityStamp = "",
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        var password = SetPassword(user, mustChangePassword);
        var created = await users.CreateAsync(user);
        return created.Succeeded
            ? new OneTimePassword(user.Id, user.UserName, password)
            : throw new InvalidOperationException(created.Errors.First().Description);
    }

    /// <returns>The password, random enough to need no rule.</returns>
    public string SetPassword(User user, bool mustChangePassword)
    {
        var password = RandomCode.New(GroupsOfPassword);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.MustChangePassword = mustChangePassword;
        user.PasswordGivenAt = clock.GetUtcNow().UtcDateTime;
        return password;
    }
}
