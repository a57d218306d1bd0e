using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Audit;

/// <summary>Entries of the log, newest first.</summary>
/// <param name="Page">From 1; a page past the last gives the last.</param>
[Requires(Permission.ReadAudit)]
[ConcernsNothing("the database gives the entries of the scope only")]
public sealed record SearchAudit(AuditFilter Filter, int Page = 1) : IRequest<Outcome<AuditPage>>
{
    public const int PageSize = 50;
}

public sealed record AuditPage(int Total, int Page, IReadOnlyList<AuditLine> Lines)
{
    public int Pages => Math.Max(1, (Total + SearchAudit.PageSize - 1) / SearchAudit.PageSize);
}

internal sealed class SearchAuditHandler(MembershipDb db, LocalityDirectory localities, AuditTrail trail) : IRequestHandler<SearchAudit, Outcome<AuditPage>>
{
    public async Task<Outcome<AuditPage>> Handle(SearchAudit request, CancellationToken cancellationToken)
    {
        if (request.Filter.Refusal is { } refusal)
            return refusal;

        var entries = request.Filter.Apply(db.AuditEntries.AsNoTracking());
        var empty = new AuditPage(await entries.CountAsync(cancellationToken), 1, []);
        var page = Math.Clamp(request.Page, 1, empty.Pages);
        var found = await entries.OrderByDescending(entry => entry.Id)
            .Skip((page - 1) * SearchAudit.PageSize).Take(SearchAudit.PageSize).ToListAsync(cancellationToken);
        var reading = await AuditLineReading.BeginAsync(db, localities, cancellationToken);
        trail.Note(request.Filter.NoteOf(AuditKind.AuditRead, ("page", page), ("shown", found.Count)));
        return empty with { Page = page, Lines = found.ConvertAll(reading.LineOf) };
    }
}
