using System.Globalization;
using Membership.App.Pipeline;
using Membership.App.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Testing;

/// <summary>Accounts for tests, made by the requests that administrators use.</summary>
public static class SomeUsers
{
    private static int _number;

    /// <summary>A user with these roles who has changed her first password already.</summary>
    public static async Task<OneTimePassword> AddUserAsync(this TestDatabase database, params GivenRole[] roles)
    {
        var user = await database.AddNewUserAsync(roles);
        await database.With(async db =>
        {
            (await db.Users.SingleAsync(one => one.Id == user.UserId)).MustChangePassword = false;
            return await db.SaveChangesAsync();
        });
        return user;
    }

    /// <summary>A user who still has the password she was given.</summary>
    public static async Task<OneTimePassword> AddNewUserAsync(this TestDatabase database, params GivenRole[] roles)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"canbo{Interlocked.Increment(ref _number)}");
        var added = await database.Send(new AddUser(name, "Nguyễn Văn An", roles[0]));
        foreach (var role in roles.Skip(1))
            await database.Send(new GrantRole(added.Value.UserId, role));
        return added.Value;
    }

    /// <summary>Who the user is to a request, with today's rights.</summary>
    public static async Task<Actor> ActorAsync(this TestDatabase database, OneTimePassword user)
    {
        await using var scope = database.NewScope();
        return (await scope.ServiceProvider.GetRequiredService<ActorReading>().ByNameAsync(user.UserName, "192.0.2.7", CancellationToken.None))!;
    }
}
