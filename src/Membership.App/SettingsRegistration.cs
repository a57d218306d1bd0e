using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App;

internal static class SettingsRegistration
{
    /// <summary>One section of the configuration; <paramref name="usual"/> where nothing is configured.</summary>
    public static void AddSettings<T>(this IServiceCollection services, string section, T usual)
        where T : class =>
        services.AddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection(section).Get<T>() ?? usual);
}
