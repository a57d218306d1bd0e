using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Audit;

/// <summary>
/// After a backup was put back: takes the log as it is for the right one, and says so in it. Nothing does that by itself, because a
/// restored log and one that somebody has shortened look alike.
/// </summary>
[Requires(Permission.Administer)]
[ConcernsNothing("the log is the whole installation's")]
public sealed record AcceptRestoredLog(string Reason) : IRequest<Outcome<RestoredLog>>;

/// <param name="KnownBefore">Entries that the file outside of the database knew of; null when it was gone or nobody's.</param>
public sealed record RestoredLog(long Entries, long? KnownBefore);

/// <summary>The log already is the one that the file outside of the database knows.</summary>
public sealed record LogIsWhole : Refusal;

/// <summary>The log's own head is nobody's: no backup of this program holds such a log.</summary>
public sealed record LogHasNoHead : Refusal;

internal sealed class AcceptRestoredLogValidator : AbstractValidator<AcceptRestoredLog>
{
    public AcceptRestoredLogValidator() => RuleFor(request => request.Reason).IsAReason();
}

internal sealed class AcceptRestoredLogHandler(MembershipDb db, LogHeads heads, AuditTrail trail) : IRequestHandler<AcceptRestoredLog, Outcome<RestoredLog>>
{
    public async Task<Outcome<RestoredLog>> Handle(AcceptRestoredLog request, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var outside = heads.Read();
        if (heads.StandingOf(outside, connection) is LogHeadStanding.Fits or LogHeadStanding.NotBegun)
            return new LogIsWhole();
        if (heads.SealedHead(connection) is not { } log)
            return new LogHasNoHead();

        // The entry first: whoever reads the log finds why it may have been shorter.
        trail.Note(new AuditNote(AuditKind.LogRestored)
        {
            Reason = request.Reason.Trim(),
            Details = new Dictionary<string, object?> { ["entries"] = log.Entries, ["knownEntries"] = outside?.Entries },
        });
        await db.SaveChangesAsync(cancellationToken);
        heads.Accept(connection);
        return new RestoredLog(log.Entries, outside?.Entries);
    }
}
