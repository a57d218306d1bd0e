using Membership.App.Audit;
using Membership.App.Database;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>What is asked of every file of a list that leaves: nobody's whose data is restricted, and an entry at each person in it.</summary>
internal sealed class HandedOutFiles(MembershipDb db, ImportFiles files, AuditTrail trail)
{
    private const string MeansSomebody = "PersonId IS NOT NULL OR Verdict = 4";

    /// <summary>Whom the list means, as far as it is known, and which of its rows mean, or perhaps mean, somebody restricted.</summary>
    public async Task<PeopleOfList> ReadAsync(long importId, CancellationToken cancellationToken)
    {
        var taken = await db.ImportedRows.IgnoreQueryFilters().Where(row => row.ImportId == importId && row.RowNumber > 0)
            .Select(row => new { row.RowNumber, row.PersonId }).ToListAsync(cancellationToken);
        var meant = taken.Select(row => (row.RowNumber, row.PersonId)).ToHashSet();
        var perhaps = new HashSet<(int RowNumber, long PersonId)>();
        if (files.HasStaging(importId))
        {
            using var staging = files.OpenStaging(importId);
            foreach (var row in staging.Rows(MeansSomebody))
            {
                if (row.PersonId is { } person)
                    meant.Add((row.RowNumber, person));
                perhaps.UnionWith(row.Details.Candidates.Select(candidate => (row.RowNumber, candidate)));
            }
        }

        var restricted = (await db.People.IgnoreQueryFilters().Where(person => person.RestrictedAt != null).Select(person => person.Id).ToListAsync(cancellationToken)).ToHashSet();
        return new PeopleOfList(
            meant.Select(one => one.PersonId).Where(person => !restricted.Contains(person)).ToHashSet(),
            meant.Union(perhaps).Where(one => restricted.Contains(one.PersonId)).Select(one => one.RowNumber).ToHashSet());
    }

    /// <summary>At the list, and at each person.</summary>
    public void Note(long importId, string what, long bytes, string reason, PeopleOfList people)
    {
        trail.Note(new AuditNote(AuditKind.Exported, nameof(MemberImport), importId)
        {
            Reason = reason.Trim(),
            Details = new Dictionary<string, object?> { ["what"] = what, ["bytes"] = bytes, ["people"] = people.Ids.Count, ["leftOut"] = people.RestrictedRows.Count },
        });
        foreach (var person in people.Ids.Order())
        {
            trail.Note(new AuditNote(AuditKind.PersonOpened, nameof(Person), person)
            {
                Reason = reason.Trim(),
                Details = new Dictionary<string, object?> { ["what"] = what, ["import"] = importId },
            });
        }
    }
}

/// <param name="Ids">Without those who are restricted.</param>
/// <param name="RestrictedRows">Keys of rows that do not leave.</param>
internal sealed record PeopleOfList(IReadOnlySet<long> Ids, IReadOnlySet<int> RestrictedRows);
