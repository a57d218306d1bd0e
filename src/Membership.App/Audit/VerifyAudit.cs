using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Audit;

/// <summary>
/// Reckons every hash of the log again, and what it says of changes of people, and finds each byte that is not as it was written. Of the
/// register it tries each sealed value where it stands.
/// </summary>
[Requires(Permission.ReadAudit)]
[ConcernsNothing("checks hashes, tells no content")]
public sealed record VerifyAudit : IRequest<AuditVerification>;

/// <param name="LastHash">To be kept elsewhere: who has both database and key file could write another log, but not one that ends in it.</param>
/// <param name="Breaks">Empty when the log is whole; in order, at most <see cref="MostBreaks"/>.</param>
public sealed record AuditVerification(long Entries, long PersonChanges, string LastHash, IReadOnlyList<AuditBreak> Breaks)
{
    public const int MostBreaks = 100;
}

/// <summary>A place where the log is not as it was written.</summary>
/// <param name="EntryId">Null when it is no entry's.</param>
/// <param name="SealedRow">Of a sealed value its table, column and row.</param>
public sealed record AuditBreak(AuditBreakKind Kind, long? EntryId = null, long? PersonChangeId = null, string? SealedRow = null);

public enum AuditBreakKind
{
    /// <summary>Something in the entry, or its place in the order.</summary>
    EntryChanged = 1,
    EntryMissing = 2,
    EntryInserted = 3,

    /// <summary>What says how many entries there are.</summary>
    HeadChanged = 4,
    PersonChangeChanged = 5,
    PersonChangeMissing = 6,

    /// <summary>The values are gone, but the log knows of no anonymisation.</summary>
    PersonChangeErased = 7,

    /// <summary>There are changes of people that no entry knows.</summary>
    PersonChangeInserted = 8,

    /// <summary>The file outside of the database knows of entries that the log has not.</summary>
    LogShortened = 9,

    /// <summary>The file outside of the database is gone.</summary>
    HeadFileMissing = 10,

    /// <summary>The file outside of the database is not as this installation wrote it.</summary>
    HeadFileChanged = 11,

    /// <summary>A sealed value does not open, or is another person's or another field's.</summary>
    SealedValueMoved = 12,
}

internal sealed class VerifyAuditHandler(MembershipDb db, AuditChain chain, LogHeads heads, PersonChangeSeals seals, FieldCipher cipher) : IRequestHandler<VerifyAudit, AuditVerification>
{
    public async Task<AuditVerification> Handle(VerifyAudit request, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();

        var outside = heads.Read();
        // Deferred: one state of the log for all statements, without keeping anybody from writing.
        await using var transaction = connection.BeginTransaction(deferred: true);
        var breaks = new List<AuditBreak>();
        using var changes = new PersonChangeCheck(connection, transaction, chain, seals, breaks);
        var check = new AuditCheck(chain, changes, breaks) { Outside = heads.StandingOf(outside, connection), Knows = outside };
        check.Begin(AuditRows.ReadHead(connection, transaction));
        foreach (var row in AuditRows.Read(connection, transaction))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (breaks.Count >= AuditVerification.MostBreaks)
                break;
            check.Next(row);
        }

        check.End();
        breaks.AddRange(new SealedPlaceCheck(connection, transaction, cipher).Moved(cancellationToken).Take(AuditVerification.MostBreaks - Math.Min(breaks.Count, AuditVerification.MostBreaks)));
        return new AuditVerification(check.Entries, changes.Covered, check.LastHash, [.. breaks.Take(AuditVerification.MostBreaks)]);
    }
}
