using MediatR;
using Membership.App.Pipeline;
using Membership.App.Users;
using Membership.Domain;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Users;

/// <summary>A database with a clock that moves, and what people do to sign in.</summary>
internal sealed class UserDesk : IAsyncDisposable
{
    public const string GoodPassword = "ngựa xanh leo cây dừa";

    private UserDesk(TestDatabase database, MovableClock clock) => (Database, Clock) = (database, clock);

    public TestDatabase Database { get; }

    public MovableClock Clock { get; }

    public static async Task<UserDesk> OpenAsync()
    {
        var clock = new MovableClock(new DateOnly(2025, 12, 15));
        return new UserDesk(await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock)), clock);
    }

    public Task<Outcome<SignInStep>> SignInAsync(string name, string password) => AsStranger(new SignIn(name, password));

    /// <summary>The token of a new session.</summary>
    public async Task<string> TokenAsync(OneTimePassword user) => (await SignInAsync(user.UserName, user.Password)).Value.Session!.Token;

    public Task<Outcome<StartedSession>> ConfirmAsync(ProvenPassword proven, string code) => AsStranger(new ConfirmSecondFactor(proven, code));

    /// <summary>The session of the token, as the next page would find it.</summary>
    public async Task<CurrentSession?> FindAsync(string token)
    {
        await using var scope = Database.NewScope();
        return await scope.ServiceProvider.GetRequiredService<SessionReading>().FindAsync(token, "192.0.2.7", CancellationToken.None);
    }

    public async Task<TResult> SendAs<TResult>(OneTimePassword user, IRequest<TResult> request) =>
        await Database.SendAs(await Database.ActorAsync(user), request);

    /// <summary>Turns the user's second factor on.</summary>
    public async Task<(string Secret, IReadOnlyList<string> RecoveryCodes)> AddSecondFactorAsync(OneTimePassword user)
    {
        var secret = (await SendAs(user, new BeginSecondFactor())).Value.Text;
        var enabled = await SendAs(user, new EnableSecondFactor(user.Password, CodeOf(secret)));
        Clock.Advance(TimeSpan.FromMinutes(1));
        return (secret, enabled.Value.RecoveryCodes);
    }

    public string CodeOf(string secret) => Totp.CodeAt(secret, Clock.GetUtcNow().UtcDateTime);

    public Task<long> GrantOfAsync(OneTimePassword user) =>
        Database.With(db => db.RoleGrants.Where(grant => grant.UserId == user.UserId).Select(grant => grant.Id).SingleAsync());

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private Task<TResult> AsStranger<TResult>(IRequest<TResult> request) => Database.SendAs(Actor.Nobody("192.0.2.7"), request);
}
