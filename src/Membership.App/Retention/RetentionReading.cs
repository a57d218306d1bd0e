using Membership.App.Database;
using Membership.App.Texts;
using Membership.Domain.Members;
using Membership.Domain.Retention;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Retention;

/// <summary>The people whom a rule says to forget.</summary>
internal sealed record DueByRule(RetentionRule Rule, IReadOnlyList<long> PersonIds);

/// <summary>
/// Finds who is past the time of a rule, within the scope and wholly so. Only who has no membership left anywhere is due, and
/// nobody whose data is restricted: it may be kept for a claim.
/// </summary>
internal sealed class RetentionReading(MembershipDb db, RetentionRules rules, PeopleBeyondScope beyondScope, TimeProvider clock)
{
    public async Task<IReadOnlyList<DueByRule>> DueAsync(CancellationToken cancellationToken)
    {
        var due = new List<DueByRule>();
        foreach (var rule in rules.All)
        {
            var ids = await EndedByAsync(rule.Status, rule.DueWhenEndedBy(VietnamTime.Today(clock)), cancellationToken);
            var beyond = await beyondScope.AmongAsync(ids, cancellationToken);
            due.Add(new DueByRule(rule, ids.Where(id => !beyond.Contains(id)).ToList()));
        }

        return due;
    }

    private async Task<List<long>> EndedByAsync(RetentionStatus status, DateOnly day, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT p.Id FROM People p
            JOIN (SELECT PersonId, MAX("To") AS EndedOn, COUNT(*) = COUNT("To") AS HasEnded, MAX(EndedBy IS @death) AS IsDeceased
                  FROM Memberships GROUP BY PersonId) m ON m.PersonId = p.Id
            WHERE p.AnonymisedAt IS NULL AND p.RestrictedAt IS NULL AND m.HasEnded AND m.EndedOn <= @day AND m.IsDeceased = @isDeceased
                AND {ScopeSql.SeesPerson(db.Scope)}
            ORDER BY p.Id
            """;
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@death", (int)MembershipReason.Death);
        command.Parameters.AddWithValue("@day", day.ToIso());
        command.Parameters.AddWithValue("@isDeceased", status == RetentionStatus.Deceased);
        command.Parameters.AddRange(ScopeSql.Parameters(db.Scope));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var ids = new List<long>();
        while (await rows.ReadAsync(cancellationToken))
            ids.Add(rows.GetInt64(0));

        return ids;
    }
}
