using System.Reflection;
using FluentValidation;
using MediatR;

namespace Membership.App.Pipeline;

/// <summary>Stops a request whose actor lacks the declared permission, before anything of it runs.</summary>
internal sealed class AuthorizationBehaviour<TRequest, TResponse>(Actor actor) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly Permission Needed = typeof(TRequest).GetCustomAttribute<RequiresAttribute>()?.Permission
        ?? throw new InvalidOperationException($"{typeof(TRequest).Name} declares no permission");

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        actor.Permissions.Contains(Needed)
            ? next()
            : throw new UnauthorizedAccessException($"{typeof(TRequest).Name} needs {Needed}");
}

/// <summary>Runs the request's validators; what they find goes back to the form as <see cref="ValidationException"/>.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = validators.SelectMany(validator => validator.Validate(request).Errors).ToList();
        return failures.Count == 0 ? next() : throw new ValidationException(failures);
    }
}
