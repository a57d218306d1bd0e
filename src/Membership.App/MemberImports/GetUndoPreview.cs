using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>What undoing an import would do with the rows that it took. Writes nothing.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetUndoPreview(long ImportId) : IRequest<Outcome<UndoPreview>>, IConcernsImport;

/// <param name="Rows">As an undo would sum them up.</param>
/// <param name="Ended">Memberships that were ended with it, which are among the rows.</param>
public sealed record UndoPreview(MemberImport Import, UndoSummary Rows, int Ended);

internal sealed class GetUndoPreviewHandler(MembershipDb db, ImportUndoing undoing) : IRequestHandler<GetUndoPreview, Outcome<UndoPreview>>
{
    public async Task<Outcome<UndoPreview>> Handle(GetUndoPreview request, CancellationToken cancellationToken)
    {
        var found = await db.CommittedImportAsync(request.ImportId, cancellationToken);
        return found.IsRefused
            ? found.Refusal!
            : new UndoPreview(found.Value, new UndoSummary(await undoing.PreviewAsync(found.Value, cancellationToken)), await db.EndedByAsync(request.ImportId, cancellationToken));
    }
}
