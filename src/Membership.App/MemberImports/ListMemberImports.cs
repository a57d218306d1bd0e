using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>The imports so far, newest first.</summary>
/// <param name="Page">From 1.</param>
[Requires(Permission.ImportLists)]
[ConcernsNothing("the database gives the lists of the scope only")]
public sealed record ListMemberImports(int Page = 1) : IRequest<MemberImportList>
{
    public const int PageSize = 30;
}

public sealed record MemberImportList(IReadOnlyList<MemberImportLine> Lines, int Total);

/// <param name="Ended">Memberships that were ended with it.</param>
/// <param name="ClosedBy">The import that has written its corrected file; null while it is open.</param>
public sealed record MemberImportLine(MemberImport Import, string OrganizationName, string LocalityName, int Ended, long? ClosedBy = null);

internal sealed class ListMemberImportsHandler(MembershipDb db, LocalityDirectory localities) : IRequestHandler<ListMemberImports, MemberImportList>
{
    public async Task<MemberImportList> Handle(ListMemberImports request, CancellationToken cancellationToken)
    {
        var lines = await db.MemberImports.AsNoTracking()
            .OrderByDescending(import => import.Id)
            .Skip((request.Page - 1) * ListMemberImports.PageSize).Take(ListMemberImports.PageSize)
            .Join(db.Organizations, import => import.OrganizationId, organization => organization.Id, (import, organization) => new { import, organization.ShortName })
            .OrderByDescending(line => line.import.Id)
            .ToListAsync(cancellationToken);
        var ids = lines.Select(line => line.import.Id).ToArray();
        var ended = await db.ImportedRows.Where(row => ids.Contains(row.ImportId) && row.RowNumber < 0).GroupBy(row => row.ImportId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var closed = await db.MemberImports.ClosedByAsync(ids, cancellationToken);
        return new MemberImportList(
            [
                .. lines.Select(line => new MemberImportLine(
                    line.import, line.ShortName, localities.FactOf(line.import.LocalityId, line.import.AsOf)!.Name, ended.GetValueOrDefault(line.import.Id),
                    closed.TryGetValue(line.import.Id, out var last) ? last : null)),
            ],
            await db.MemberImports.CountAsync(cancellationToken));
    }
}
