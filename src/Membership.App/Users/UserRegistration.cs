using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Users;

internal static class UserRegistration
{
    public static void AddUsers(this IServiceCollection services)
    {
        services.AddSettings("Security", new SecuritySettings());
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = UserPasswordHasher.Iterations);
        services.AddSingleton<UserPasswordHasher>();
        services.AddSingleton<IPasswordHasher<User>>(provider => provider.GetRequiredService<UserPasswordHasher>());
        services.AddSingleton<IPasswordValidator<User>, CommonPasswords>();
        services.AddIdentityCore<User>(options => options.User.AllowedUserNameCharacters = User.NameCharacters).AddUserStore<UserStore>();
        services.AddSingleton<SessionActivity>();
        services.AddScoped<ActorReading>();
        services.AddScoped<GrantReading>();
        services.AddScoped<UserReach>();
        services.AddScoped<UserForms>();
        services.AddScoped<GrantMaking>();
        services.AddScoped<AccountMaking>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<SessionStart>();
        services.AddScoped<SessionReading>();
    }
}
