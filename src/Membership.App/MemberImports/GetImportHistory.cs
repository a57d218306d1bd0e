using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>All that is known of an import but its rows: who, when, which file, how it was read, what became of it.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportHistory(long ImportId) : IRequest<Outcome<ImportHistory>>, IConcernsImport;

/// <param name="Import">With file hash, choices, counts and the undo.</param>
/// <param name="Columns">Headings and what they were taken for; empty when the list was not read.</param>
/// <param name="Repairs">What was mended, by how many rows.</param>
/// <param name="HasFile">Whether the file as received is still kept.</param>
/// <param name="Steps">What was done with it, in order, as the log has it.</param>
/// <param name="Outcomes">Rows by what an undo made of them; empty while there was none.</param>
public sealed record ImportHistory(
    MemberImport Import, string OrganizationName, string LocalityName, IReadOnlyList<ListColumn> Columns, IReadOnlyDictionary<RepairCode, int> Repairs,
    bool HasFile, IReadOnlyList<ImportHistoryStep> Steps, IReadOnlyDictionary<UndoOutcome, int> Outcomes)
{
    /// <summary>Memberships that were ended with it.</summary>
    public int Ended { get; init; }

    /// <summary>The sheets read, for <see cref="ListRowText"/>; empty as <see cref="Columns"/> is.</summary>
    public IReadOnlyDictionary<int, string> SheetNames { get; init; } = new Dictionary<int, string>();
}

/// <param name="At">UTC.</param>
/// <param name="Reason">Of an undo; null where none is asked for.</param>
/// <param name="Text">What was done, in a few words.</param>
public sealed record ImportHistoryStep(AuditKind Kind, DateTime At, string By, string? Reason, string Text);

internal sealed class GetImportHistoryHandler(MembershipDb db, LocalityDirectory localities, ImportFiles files)
    : IRequestHandler<GetImportHistory, Outcome<ImportHistory>>
{
    private static readonly AuditKind[] Shown =
        [AuditKind.ListReceived, AuditKind.Changed, AuditKind.Imported, AuditKind.Undone, AuditKind.ListDiscarded, AuditKind.Exported];

    public async Task<Outcome<ImportHistory>> Handle(GetImportHistory request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);

        var (columns, summary, sheets) = Read(import);
        return new ImportHistory(
            import,
            await db.Organizations.Where(row => row.Id == import.OrganizationId).Select(row => row.Name).SingleAsync(cancellationToken),
            localities.FactOf(import.LocalityId, import.AsOf)!.Name,
            columns,
            summary.Repairs,
            files.HasUpload(import.Id),
            await StepsAsync(import.Id, sheets, cancellationToken),
            await OutcomesAsync(import.Id, cancellationToken))
        {
            SheetNames = sheets,
            Ended = await db.EndedByAsync(import.Id, cancellationToken),
        };
    }

    private (IReadOnlyList<ListColumn> Columns, ImportSummary Summary, IReadOnlyDictionary<int, string> Sheets) Read(MemberImport import)
    {
        if (import.State is not (MemberImportState.Checked or MemberImportState.Committed or MemberImportState.Undone))
            return ([], new ImportSummary(), new Dictionary<int, string>());

        using var staging = files.OpenStaging(import.Id);
        return (staging.Headings(), staging.Summary(), staging.Tables().SheetNames());
    }

    private async Task<IReadOnlyList<ImportHistoryStep>> StepsAsync(long importId, IReadOnlyDictionary<int, string> sheets, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(entry => entry.Subject == nameof(MemberImport) && entry.SubjectId == importId && Shown.Contains(entry.Kind))
            .OrderBy(entry => entry.Id).ToListAsync(cancellationToken);
        var text = new ImportStepText(sheets);
        var steps = new List<ImportHistoryStep>(entries.Count);
        AuditEntry? before = null;
        foreach (var entry in entries)
        {
            // What an answer changes is written with it, right behind it.
            if (text.Of(entry.Kind, entry.Details, before?.Id == entry.Id - 1 ? before.Details : null) is { } said)
                steps.Add(new ImportHistoryStep(entry.Kind, entry.At, entry.UserName, entry.Reason, said));
            before = entry;
        }

        return steps;
    }

    private async Task<IReadOnlyDictionary<UndoOutcome, int>> OutcomesAsync(long importId, CancellationToken cancellationToken)
    {
        var outcomes = await db.ImportedRows.Where(row => row.ImportId == importId && row.UndoneAs != null).GroupBy(row => row.UndoneAs)
            .Select(group => new { Outcome = group.Key, Rows = group.Count() }).ToListAsync(cancellationToken);
        return outcomes.ToDictionary(outcome => outcome.Outcome!.Value, outcome => outcome.Rows);
    }
}
