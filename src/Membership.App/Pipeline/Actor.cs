using Membership.Domain.Users;

namespace Membership.App.Pipeline;

/// <summary>Who asks, and what she may: what is written beside every change and every opening.</summary>
/// <param name="UserId">Null for the administrator of the machine and for nobody.</param>
/// <param name="Name">Account name.</param>
/// <param name="From">Network address, or "dòng lệnh".</param>
/// <param name="Rights">What today's grants give, each with its scope.</param>
public sealed record Actor(long? UserId, string Name, string From, IReadOnlyList<ActorRight> Rights)
{
    public const string FromCommandLine = "dòng lệnh";

    private static readonly HashSet<Permission> Everything = [.. Enum.GetValues<Permission>()];

    /// <summary>Whoever may run the program on the data folder's machine could read the folder anyway.</summary>
    public static Actor OfThisMachine { get; } =
        new(null, Environment.UserName, FromCommandLine, [new ActorRight(Everything, Scope.Everything)]);

    /// <summary>Not signed in.</summary>
    public static Actor Nobody(string from) =>
        new(null, "chưa đăng nhập", from, [new ActorRight(new HashSet<Permission> { Permission.Anyone }, Scope.Everything)]);

    public bool May(Permission permission) => Rights.Any(right => right.Permissions.Contains(permission));

    /// <summary>Throws <see cref="NotAllowedException"/> without the permission. Pages ask it too that show a form before any request is sent.</summary>
    public void Require(Permission permission)
    {
        if (!May(permission))
            throw new NotAllowedException(new PermissionMissing(permission));
    }

    /// <summary>Nothing without the permission.</summary>
    public Scope ScopeOf(Permission permission) =>
        Scope.Union(Rights.Where(right => right.Permissions.Contains(permission)).Select(right => right.Scope).ToList());
}

public sealed record ActorRight(IReadOnlySet<Permission> Permissions, Scope Scope);

/// <summary>Holds the actor of one page request, command or background step; who is not set is nobody.</summary>
public sealed class CurrentActor
{
    public Actor Value { get; set; } = Actor.Nobody("?");
}

/// <summary>
/// The scope that the running request was let in with: the database reads nothing beyond it (<see cref="Database.MembershipDb"/>).
/// Outside of a request it is nothing.
/// </summary>
public sealed class ScopeInForce
{
    public Scope Value { get; private set; } = Scope.Nothing;

    public IDisposable Enter(Scope scope)
    {
        var before = Value;
        Value = scope;
        return new Leaving(() => Value = before);
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
