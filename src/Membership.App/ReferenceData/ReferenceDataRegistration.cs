using Membership.App.Database;
using Membership.App.Localities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.ReferenceData;

internal static class ReferenceDataRegistration
{
    public static void AddReferenceData(this IServiceCollection services)
    {
        services.AddSingleton(ReferenceFolder.OfThisProgram);
        services.AddScoped<ReferenceLoader>();
        services.AddScoped<DatabaseUpgrade>();
        services.AddScoped<DatabasePreparation>();
        services.AddSingleton(provider => new LocalityDirectory(() => ReadLocalities(provider.GetRequiredService<IServiceScopeFactory>())));
    }

    private static LocalityDirectoryContent ReadLocalities(IServiceScopeFactory scopes)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        return new(db.LocalityFacts.AsNoTracking().ToList(), db.LocalityChanges.AsNoTracking().ToList());
    }
}
