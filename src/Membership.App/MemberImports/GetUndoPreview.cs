using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>What undoing an import would do with the rows that it took. Writes nothing.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetUndoPreview(long ImportId) : IRequest<Outcome<UndoPreview>>, IConcernsImport;

/// <param name="Rows">As an undo would sum them up.</param>
/// <param name="Ended">Memberships that were ended with it, which are among the rows.</param>
/// <param name="Continuations">Written since from corrected workbooks of this list: what this import had written they did not write again.</param>
public sealed record UndoPreview(MemberImport Import, UndoSummary Rows, int Ended, IReadOnlyList<MemberImport> Continuations);

internal sealed class GetUndoPreviewHandler(MembershipDb db, ImportUndoing undoing) : IRequestHandler<GetUndoPreview, Outcome<UndoPreview>>
{
    public async Task<Outcome<UndoPreview>> Handle(GetUndoPreview request, CancellationToken cancellationToken)
    {
        var found = await db.CommittedImportAsync(request.ImportId, cancellationToken);
        return found.IsRefused
            ? found.Refusal!
            : new UndoPreview(
                found.Value,
                new UndoSummary(await undoing.PreviewAsync(found.Value, cancellationToken)),
                await db.EndedByAsync(found.Value.Id, cancellationToken),
                await ContinuationsAsync(found.Value.Id, cancellationToken));
    }

    /// <summary>Those of those too: each looks back along the whole line.</summary>
    private async Task<IReadOnlyList<MemberImport>> ContinuationsAsync(long importId, CancellationToken cancellationToken)
    {
        var written = new List<MemberImport>();
        for (long?[] before = [importId]; before.Length > 0;)
        {
            var next = await db.MemberImports.AsNoTracking().Where(row => before.Contains(row.ContinuesId)).OrderBy(row => row.Id).ToListAsync(cancellationToken);
            written.AddRange(next.Where(row => row.State == MemberImportState.Committed));
            before = [.. next.Select(row => (long?)row.Id)];
        }

        return written;
    }
}
