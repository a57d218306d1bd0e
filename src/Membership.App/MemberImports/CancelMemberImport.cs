using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Stops what is waiting or under way for an import in this process. A list that was being read is thrown away; a write to the
/// register or an undo leaves the register as it was.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record CancelMemberImport(long ImportId) : IRequest<Outcome<ImportStep>>, IConcernsImport;

internal sealed class CancelMemberImportHandler(MembershipDb db, ImportQueue queue, AuditTrail trail) : IRequestHandler<CancelMemberImport, Outcome<ImportStep>>
{
    public async Task<Outcome<ImportStep>> Handle(CancelMemberImport request, CancellationToken cancellationToken)
    {
        if (!await db.MemberImports.AnyAsync(import => import.Id == request.ImportId, cancellationToken))
            return new ImportNotFound(request.ImportId);
        if (queue.Cancel(request.ImportId) is not { } step)
            return new NothingToCancel(request.ImportId);

        trail.Note(new AuditNote(AuditKind.Changed, nameof(MemberImport), request.ImportId)
        {
            Details = new Dictionary<string, object?> { ["cancelled"] = step },
        });
        return step;
    }
}
