using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>What an import would do, or has done: its counts and one page of its rows.</summary>
/// <param name="Filter">Which rows; null for all.</param>
/// <param name="Page">From 1.</param>
/// <param name="Row">Key of a row: the page on which it stands is given, among all rows.</param>
/// <param name="WithRows">False while it is under way, when only its progress is looked at.</param>
[Requires(Permission.ImportLists)]
public sealed record GetImportPreview(long ImportId, RowFilter? Filter = null, int Page = 1, bool WithRows = true, int? Row = null)
    : IRequest<Outcome<ImportPreview>>, IConcernsImport
{
    public const int PageSize = 50;
}

/// <summary>Rows of a list with a verdict, or with something that was found in them, or both. Null: with any.</summary>
public sealed record RowFilter(RowVerdict? Verdict = null, RowFinding? Finding = null)
{
    public static readonly RowFilter All = new();

    public static implicit operator RowFilter(RowVerdict verdict) => new(verdict);
}

/// <param name="Columns">Empty while the list is being read, and when it was refused.</param>
/// <param name="Repairs">What was mended in the whole list, by how many rows.</param>
/// <param name="Undecided">Doubtful rows that still wait.</param>
/// <param name="DecidedNotTaken">Rows that were decided, or corrected after a commit, and can be written.</param>
/// <param name="Reorganization">What became of the commune since the list; null while it exists.</param>
/// <param name="IsStale">The register was written to after the check: the commit will check again first.</param>
public sealed record ImportPreview(
    MemberImport Import,
    string OrganizationName,
    string LocalityCode,
    string LocalityName,
    IReadOnlyList<ListColumn> Columns,
    IReadOnlyList<PreviewRow> Rows,
    int RowsInFilter,
    IReadOnlyDictionary<RepairCode, int> Repairs,
    int Undecided,
    int DecidedNotTaken,
    bool IsStale,
    string? Reorganization)
{
    /// <summary>Which page of the rows this is, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Memberships that were ended with it.</summary>
    public int Ended { get; init; }

    /// <summary>The import that has written its corrected file; null while it is open.</summary>
    public long? ClosedBy { get; init; }

    /// <summary>Where the list stands in the file; empty as <see cref="Columns"/> is.</summary>
    public IReadOnlyList<ListTable> Tables { get; init; } = [];

    /// <summary>The other sheets of the file.</summary>
    public IReadOnlyList<SkippedSheet> SkippedSheets { get; init; } = [];

    /// <summary>Short names of all organizations by their codes, for <see cref="RowWarningText"/>.</summary>
    public IReadOnlyDictionary<string, string> OrganizationNames { get; init; } = new Dictionary<string, string>();

    /// <summary>The sheets read, for <see cref="ListRowText"/>.</summary>
    public IReadOnlyDictionary<int, string> SheetNames => Tables.SheetNames();
}

/// <param name="IsTaken">Already written to the register, and not taken back.</param>
/// <param name="Candidates">Known people a doubtful row may mean.</param>
public sealed record PreviewRow(StagedRow Row, bool IsTaken, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>What became of the row when the import was undone; null while it is not.</summary>
    public UndoOutcome? UndoneAs { get; init; }
}

/// <param name="FullName">Masked when she is outside the scope.</param>
/// <param name="BirthDate">Only the year when she is outside the scope.</param>
/// <param name="CitizenId">Masked; null when unknown.</param>
/// <param name="Elsewhere">The ward of somebody outside the scope; null for all others.</param>
public sealed record Candidate(long PersonId, string FullName, string? BirthDate, string? Sex, string? CitizenId, string? Elsewhere)
{
    /// <summary>What speaks for and against her; null for a row that is not understood.</summary>
    public MatchEvidence? Match { get; init; }

    /// <summary>Short names of those that she is a member of, as far as the scope reaches.</summary>
    public IReadOnlyList<string> Organizations { get; init; } = [];

    public string? Branch { get; init; }

    /// <summary>Where she lives today.</summary>
    public string? Address { get; init; }

    /// <summary>The last three digits.</summary>
    public string? PhoneEnd { get; init; }

    /// <summary>Null unless the register says that she is no member any more.</summary>
    public CandidateEnd? End { get; init; }
}

/// <param name="Organization">Short name of the one that recorded it.</param>
/// <param name="On">The first day on which she was no member.</param>
public sealed record CandidateEnd(string Organization, MembershipReason Reason, DateOnly On);

internal sealed class GetImportPreviewHandler(MembershipDb db, LocalityDirectory localities, ImportFiles files, CandidateReading people, AuditTrail trail)
    : IRequestHandler<GetImportPreview, Outcome<ImportPreview>>
{
    public async Task<Outcome<ImportPreview>> Handle(GetImportPreview request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.ImportId, cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);

        var organization = await db.Organizations.Where(row => row.Id == import.OrganizationId).Select(row => row.Name).SingleAsync(cancellationToken);
        var locality = localities.FactOf(import.LocalityId, import.AsOf)!;
        if (!request.WithRows || import.State is not (MemberImportState.Checked or MemberImportState.Committed or MemberImportState.Undone))
            return new ImportPreview(import, organization, locality.Code, locality.Name, [], [], 0, new Dictionary<RepairCode, int>(), 0, 0, false, null);

        using var staging = files.OpenStaging(import.Id);
        var page = request.Row is { } key ? (staging.RowsBefore(key) / GetImportPreview.PageSize) + 1 : request.Page;
        var filter = request.Filter ?? RowFilter.All;
        var rows = staging.Page(filter, page, GetImportPreview.PageSize);
        var summary = staging.Summary();
        var tables = staging.Tables();
        trail.Note(NoteOf(request, rows.Count));
        return new ImportPreview(
            import,
            organization,
            locality.Code,
            locality.Name,
            tables[0].Columns,
            await WithCandidatesAsync(import, rows, cancellationToken),
            staging.Count(filter),
            summary.Repairs,
            import.State == MemberImportState.Undone ? 0 : staging.Count("Verdict = 4 AND Decision = 0"),
            await WaitingAsync(import, staging, cancellationToken),
            import.State == MemberImportState.Checked && import.CheckedAtVersion != await db.RegisterVersionAsync(cancellationToken),
            ReorganizationNote.Of(localities, import.LocalityId, import.AsOf))
        {
            Page = page,
            Tables = tables,
            Ended = await db.EndedByAsync(import.Id, cancellationToken),
            ClosedBy = (await db.MemberImports.ClosedByAsync([import.Id], cancellationToken)).TryGetValue(import.Id, out var last) ? last : null,
            SkippedSheets = staging.SkippedSheets(),
            OrganizationNames = await db.Organizations.ToDictionaryAsync(row => row.Code, row => row.ShortName, cancellationToken),
        };
    }

    private static AuditNote NoteOf(GetImportPreview request, int shown) => new(AuditKind.ListOpened, nameof(MemberImport), request.ImportId)
    {
        Details = new Dictionary<string, object?> { ["verdict"] = request.Filter?.Verdict, ["page"] = request.Page, ["shown"] = shown },
    };

    /// <summary>Before a commit the rows that were decided; after it those that were decided or corrected since.</summary>
    private async Task<int> WaitingAsync(MemberImport import, ImportStaging staging, CancellationToken cancellationToken) => import.State switch
    {
        MemberImportState.Checked => staging.Count("Verdict = 4 AND Decision IN (1, 2)"),
        // Below 0 stand those whom a full list does not name.
        MemberImportState.Committed => staging.RowsToWrite()
            - await db.ImportedRows.CountAsync(row => row.ImportId == import.Id && row.RowNumber > 0, cancellationToken),
        _ => 0,
    };

    private async Task<IReadOnlyList<PreviewRow>> WithCandidatesAsync(MemberImport import, IReadOnlyList<StagedRow> rows, CancellationToken cancellationToken)
    {
        var numbers = rows.Select(row => row.RowNumber).ToArray();
        var taken = await db.ImportedRows
            .Where(row => row.ImportId == import.Id && numbers.Contains(row.RowNumber)).ToDictionaryAsync(row => row.RowNumber, row => row.UndoneAs, cancellationToken);
        var ids = rows.SelectMany(row => row.PersonId is { } known ? row.Details.Candidates.Append(known) : row.Details.Candidates).Distinct().ToArray();
        var candidates = await people.ReadAsync(ids, import.OrganizationId, cancellationToken);
        return
        [
            .. rows.Select(row => new PreviewRow(
                WithinScope(row, candidates), IsTaken(row, taken), Ordered(row, candidates)) { UndoneAs = taken.GetValueOrDefault(row.RowNumber) }),
        ];
    }

    private static bool IsTaken(StagedRow row, Dictionary<int, UndoOutcome?> taken) =>
        taken.TryGetValue(row.RowNumber, out var undone) && undone != UndoOutcome.Restored;

    /// <summary>The likeliest first.</summary>
    private static IReadOnlyList<Candidate> Ordered(StagedRow row, Dictionary<long, CandidatePerson> people) =>
        [.. row.Details.Candidates.Where(people.ContainsKey).Select(id => people[id].For(row)).OrderByDescending(candidate => candidate.Match?.Score)];

    private static IReadOnlyList<ShownChange> Unseen(IReadOnlyList<ShownChange> changes) => [.. changes.Select(change => change with { Before = null })];

    /// <summary>What the register knows of somebody outside the scope is not shown beside what the list says of her.</summary>
    private static StagedRow WithinScope(StagedRow row, Dictionary<long, CandidatePerson> people) =>
        row.PersonId is { } known && !people.ContainsKey(known)
            ? row with { Details = row.Details with { Changes = Unseen(row.Details.Changes), Kept = Unseen(row.Details.Kept) } }
            : row;
}
