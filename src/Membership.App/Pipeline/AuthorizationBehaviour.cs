using System.Reflection;
using MediatR;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Pipeline;

/// <summary>
/// Lets a request in when its actor has the declared permission, and has it for the place, list or person that the request
/// concerns; nothing of the request runs before. The database then shows it that scope only.
/// </summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(Actor actor, ScopeInForce scope, ConcernedPlaces places)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly Permission Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} declares no permission");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        actor.Require(Needed);
        var allowed = actor.ScopeOf(Needed);
        if (!allowed.IsEverything && await places.RefusalAsync(request, allowed, cancellationToken) is { } refusal)
            throw new NotAllowedException(refusal);

        using (scope.Enter(allowed))
            return await next();
    }
}

/// <summary>
/// The actor may not do this. An exception although a user can cause it, because it is the one answer that every request can
/// give: pages turn it into 403, the command line into exit 2, and the log keeps it.
/// </summary>
public sealed class NotAllowedException(Refusal refusal) : Exception(refusal.GetType().Name)
{
    public Refusal Refusal { get; } = refusal;
}
