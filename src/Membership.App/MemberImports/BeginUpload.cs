using MediatR;
using Membership.App.Pipeline;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Asked before a byte of an upload is read, so that who may import nothing at all can send nothing; what place and
/// organization it is for is checked when they are known.</summary>
[Requires(Permission.ImportLists)]
[ConcernsNothing("tells and keeps nothing")]
public sealed record BeginUpload : IRequest<Unit>;

internal sealed class BeginUploadHandler : IRequestHandler<BeginUpload, Unit>
{
    public Task<Unit> Handle(BeginUpload request, CancellationToken cancellationToken) => Unit.Task;
}
