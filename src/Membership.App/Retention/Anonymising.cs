using System.Globalization;
using System.Text.Json;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Texts;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Retention;

/// <summary>
/// Removes what identifies people, for good. Sex, birth date, and the intervals of residence and membership stay: the figures of
/// past years are counted from them, and a recount must find what was published. The files of the lists come first: should the
/// rest fail, doing it again finishes it, and nobody is said to be anonymised whose row still lies in a file.
/// </summary>
internal sealed class Anonymising(MembershipDb db, ImportFiles files, AuditTrail trail, TimeProvider clock)
{
    private const string Hers = "IN (SELECT value FROM json_each(@ids))";

    private const string ErasePeople = $"""
        UPDATE People SET FullName = @name, FoldedName = @folded, NameOrderKey = @order, CitizenId = NULL, CitizenIdIndex = NULL, FormerIdNumber = NULL,
            Phone = NULL, PhoneIndex = NULL, Ethnicity = NULL, Religion = NULL,
            Education = NULL, Qualification = NULL, PoliticalTheory = NULL, AnonymisedAt = @now
        WHERE Id {Hers}
        """;

    private const string EraseAddresses = $"UPDATE Residences SET Address = NULL WHERE PersonId {Hers}";

    private const string EraseOffices = $"UPDATE Memberships SET Office = NULL WHERE PersonId {Hers}";

    /// <summary>Reasons stay, as they do in the log: forms ask for reasons without names.</summary>
    private const string EraseHistory = $"UPDATE PersonChanges SET Before = NULL, After = NULL, Salt = NULL WHERE PersonId {Hers}";

    /// <summary>An import that changed her can no longer be undone for her.</summary>
    private const string EraseImages = $"DELETE FROM ImportImages WHERE PersonId {Hers}";

    private const string EraseProposals = $"UPDATE Proposals SET Value = NULL, State = CASE State WHEN 1 THEN 4 ELSE State END WHERE PersonId {Hers}";

    /// <param name="reason">Why; of a rule its description.</param>
    public async Task AnonymiseAsync(IReadOnlyCollection<long> personIds, string reason, CancellationToken cancellationToken)
    {
        await BlankListsAsync(personIds, cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        // Else what was overwritten stays in free pages of the file, where anybody who has it can read it.
        await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var statement in new[] { ErasePeople, EraseAddresses, EraseOffices, EraseHistory, EraseImages, EraseProposals, RegisterVersion.BumpSql })
                await ExecuteAsync(statement, personIds, cancellationToken);
            foreach (var id in personIds)
                trail.Note(new AuditNote(AuditKind.Anonymised, nameof(Person), id) { Reason = reason });
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
    }

    private Task<int> ExecuteAsync(string statement, IReadOnlyCollection<long> personIds, CancellationToken cancellationToken) => db.Database.ExecuteSqlRawAsync(
        statement,
        [
            new SqliteParameter("@ids", JsonSerializer.Serialize(personIds)),
            new SqliteParameter("@name", WithheldText.Anonymised),
            new SqliteParameter("@folded", PersonName.Fold(WithheldText.Anonymised)),
            new SqliteParameter("@order", NameOrder.Key(WithheldText.Anonymised)),
            new SqliteParameter("@now", clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        ],
        cancellationToken);

    /// <summary>
    /// Lists that wait for their commit are left alone: they speak of today, and whoever stands in them is somebody new by then.
    /// </summary>
    private async Task BlankListsAsync(IReadOnlyCollection<long> personIds, CancellationToken cancellationToken)
    {
        var taken = (await db.ImportedRows.IgnoreQueryFilters().Where(row => personIds.Contains(row.PersonId)).ToListAsync(cancellationToken)).ToLookup(row => row.ImportId, row => row.RowNumber);
        var committed = await db.MemberImports.IgnoreQueryFilters()
            .Where(import => import.State == MemberImportState.Committed || import.State == MemberImportState.Undone).Select(import => import.Id).ToListAsync(cancellationToken);
        foreach (var importId in committed)
        {
            if (files.BlankPeople(importId, taken[importId], personIds.ToHashSet()) > 0)
                files.ForgetUpload(importId);
        }
    }
}
