using Membership.App.Audit;
using Membership.App.Pipeline;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>The one entry of a commit: what was taken from which file, and a digest over all that it changed of known people.</summary>
public sealed class ImportAudit(AuditWriting writing, AuditChain chain, LogHeads heads, PersonChangeSeals seals, Actor actor)
{
    private SqliteTransaction? _written;

    internal PersonChangeSeals Seals { get; } = seals;

    internal void Write(RegisterWrite write, MemberImport import, CommitSummary summary) => Append(write, NoteOf(write, import, summary));

    /// <summary>The entry of an undo; its digest is over the changes of the import and those that took them back.</summary>
    internal void WriteUndo(RegisterWrite write, MemberImport import, UndoSummary summary, string reason) =>
        Append(
            write,
            new AuditNote(AuditKind.Undone, nameof(MemberImport), import.Id)
            {
                LocalityId = import.LocalityId,
                OrganizationId = import.OrganizationId,
                Reason = reason,
                Details = new Dictionary<string, object?>
                {
                    ["sha256"] = import.Sha256,
                    ["outcomes"] = summary.Rows.ToDictionary(outcome => outcome.Key.ToString(), outcome => outcome.Value),
                    [PersonChangeSeals.Key] = ChangesOf(write),
                },
            });

    /// <summary>To be called once the entry is committed, after all else: of a long write it waits until that is on the disk.</summary>
    internal void Committed()
    {
        if (_written is not null)
            heads.Committed(_written);
    }

    private void Append(RegisterWrite write, AuditNote note)
    {
        writing.Append(write.Connection, write.Transaction, actor, [note]);
        _written = write.Transaction;
    }

    private AuditNote NoteOf(RegisterWrite write, MemberImport import, CommitSummary summary) => new(AuditKind.Imported, nameof(MemberImport), import.Id)
    {
        LocalityId = import.LocalityId,
        OrganizationId = import.OrganizationId,
        Details = new Dictionary<string, object?>
        {
            ["sha256"] = import.Sha256,
            ["rows"] = import.Rows,
            ["newPeople"] = summary.People,
            ["changedPeople"] = summary.Changed,
            ["waiting"] = summary.Waiting,
            ["endedMemberships"] = summary.Ended,
            [PersonChangeSeals.Key] = ChangesOf(write),
        },
    };

    /// <summary>Of all commits of the import so far: a later one takes rows that had waited for a decision.</summary>
    private ImportDigest ChangesOf(RegisterWrite write)
    {
        var digests = write.Texts("SELECT Digest FROM main.PersonChanges WHERE ImportId = @import AND Digest IS NOT NULL ORDER BY Id");
        return new ImportDigest(write.Count("SELECT COALESCE(MAX(Id), 0) FROM main.PersonChanges WHERE ImportId = @import"), digests.Count, chain.Together(digests));
    }
}
