using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Whether the very bytes of an import were uploaded before, for the same organization and locality.</summary>
[Requires(Permission.ImportLists)]
public sealed record FindSameFile(long ImportId) : IRequest<Outcome<SameFile>>, IConcernsImport;

/// <param name="Earlier">The last import of the same file before this one; null when there is none.</param>
public sealed record SameFile(MemberImport? Earlier);

internal sealed class FindSameFileHandler(MembershipDb db) : IRequestHandler<FindSameFile, Outcome<SameFile>>
{
    public async Task<Outcome<SameFile>> Handle(FindSameFile request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);

        return new SameFile(await db.MemberImports.AsNoTracking()
            .Where(row => row.Id < import.Id && row.Sha256 == import.Sha256
                && row.OrganizationId == import.OrganizationId && row.LocalityId == import.LocalityId)
            .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken));
    }
}
