using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>The one transaction of an undo, over a register to which the staging file is attached.</summary>
public sealed class ImportUndoing(ImportFiles files, FieldCipher cipher, AuditChain chain, Actor actor, TimeProvider clock, ImportAudit audit)
{
    /// <summary>48 MB: as many index entries go as the commit has added.</summary>
    private const string KeepIndexesInMemory = "PRAGMA main.cache_size = -48000";

    private const string StateNow = "SELECT State FROM main.MemberImports WHERE Id = @import";

    private const string RestoredKnownPeople =
        "SELECT DISTINCT PersonId FROM temp.Undoing WHERE Outcome = 1 AND TakenAs <> 1 ORDER BY PersonId";

    /// <summary>Latest first; its own rows are of another reason.</summary>
    private const string ChangesOfPerson = """
        SELECT Field, Before, After, OrganizationId FROM main.PersonChanges
        WHERE PersonId = @person AND ImportId = @import AND Reason = 'import' ORDER BY Id DESC
        """;

    /// <summary>What an undo would do with each taken row; the register's only writer is not kept waiting.</summary>
    internal async Task<IReadOnlyDictionary<UndoOutcome, int>> PreviewAsync(MemberImport import, CancellationToken cancellationToken)
    {
        await using var register = await files.OpenRegisterWithStagingAsync(import.Id, cancellationToken);
        await using var transaction = register.BeginTransaction(deferred: true);
        var write = Writing(register, transaction, import, "");
        return new UndoDecisions(write, Images(write), cipher).Decide();
    }

    internal async Task<Outcome<UndoSummary>> UndoAsync(
        MemberImport import, string reason, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var register = await files.OpenRegisterWithStagingAsync(import.Id, cancellationToken);
        await using var transaction = register.BeginTransaction();
        var write = Writing(register, transaction, import, reason);
        write.Execute(KeepIndexesInMemory);
        // Only here nobody else can write any more.
        if ((MemberImportState)write.Count(StateNow) is not (MemberImportState.Committed or MemberImportState.Undone))
            return new ImportNotCommitted(import.Id);

        progress?.Report(new ImportProgress(ImportStage.Undoing, 0, import.TakenRows));
        var decisions = new UndoDecisions(write, Images(write), cipher);
        var outcomes = decisions.Decide();
        if (import.State == MemberImportState.Undone && !outcomes.ContainsKey(UndoOutcome.Restored))
            return new NothingLeftToUndo(import.Id);

        await WriteAsync(write, decisions, reason, cancellationToken);
        var summary = new UndoSummary(outcomes);
        audit.WriteUndo(write, import, summary, reason);
        await transaction.CommitAsync(cancellationToken);
        audit.Committed();
        return summary;
    }

    private async Task WriteAsync(RegisterWrite write, UndoDecisions decisions, string reason, CancellationToken cancellationToken)
    {
        write.Execute(UndoSql.Touch);
        var communes = (await SeriesRecount.CommunesOfPeopleAsync(write.Connection, cancellationToken)).ToHashSet();
        RestoreKnown(write, decisions, cancellationToken);
        foreach (var statement in UndoSql.RemoveNewPeople)
            write.Execute(statement);
        foreach (var statement in UndoSql.Finish)
            write.Execute(statement, ("@because", reason));
        while (write.Execute(UndoSql.RemoveEmptyUnits) > 0)
            cancellationToken.ThrowIfCancellationRequested();

        write.Execute(RegisterVersion.BumpSql);
        communes.UnionWith(await SeriesRecount.CommunesOfPeopleAsync(write.Connection, cancellationToken));
        await SeriesRecount.RecountAsync(write.Connection, communes, cancellationToken);
    }

    private void RestoreKnown(RegisterWrite write, UndoDecisions decisions, CancellationToken cancellationToken)
    {
        var images = Images(write);
        foreach (var person in write.Rows(RestoredKnownPeople, reader => reader.GetInt64(0)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What was added goes first: an interval that ended for it can then go on again.
            foreach (var image in decisions.ImagesOf(person).OrderBy(image => image.Before is not null).ThenByDescending(image => image.Id))
                images.Restore(image);
            foreach (var (field, before, after, organization) in write.Rows(ChangesOfPerson, Change, ("@person", person)))
                write.Remember(person, field, after, before, organization);
        }
    }

    private RegisterWrite Writing(SqliteConnection register, SqliteTransaction transaction, MemberImport import, string reason) =>
        new(register, transaction, import.Id, clock.GetUtcNow().UtcDateTime, actor.Name)
        {
            Seals = audit.Seals,
            Reason = $"Hoàn lại đợt nhập số {import.Id}: {reason}",
        };

    private RegisterImages Images(RegisterWrite write) => new(write, cipher, chain);

    private static (string Field, string? Before, string? After, long? Organization) Change(SqliteDataReader reader) =>
        (reader.GetString(0), reader.TextOrNull(1), reader.TextOrNull(2), reader.IsDBNull(3) ? null : reader.GetInt64(3));
}
