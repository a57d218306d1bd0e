using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Users;
using Membership.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Testing;

/// <summary>Actors as grants make them, without an account.</summary>
public static class SomeActor
{
    /// <param name="localityCode">Read as of <paramref name="day"/>; null for everywhere.</param>
    /// <param name="organizationCode">Null for all.</param>
    public static async Task<Actor> ActorAsync(
        this TestDatabase database, Role role, string? localityCode, string? organizationCode = null, DateOnly? day = null)
    {
        var locality = localityCode is null ? null : database.Services.GetRequiredService<LocalityDirectory>().Find(localityCode, day ?? new DateOnly(2025, 12, 15))
            ?? throw new ArgumentException($"Nothing had code {localityCode}");
        var organization = organizationCode is null ? null : await database.With(db =>
            Task.FromResult((long?)db.Organizations.Single(one => one.Code == organizationCode).Id));
        await using var scope = database.NewScope();
        var grant = new RoleGrant { Role = role, LocalityId = locality?.LocalityId, OrganizationId = organization };
        var reach = scope.ServiceProvider.GetRequiredService<ActorReading>().ScopeOf(grant);
        return new Actor(null, $"{role}", "thử nghiệm", [new ActorRight(RolePermissions.Of(role), reach)]);
    }

    /// <summary>One person with several posts.</summary>
    public static Actor And(this Actor actor, Actor other) => actor with { Rights = [.. actor.Rights, .. other.Rights] };
}
