using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Membership.Domain.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Reads a received list, row by row, into staging and gives each row its verdict. Writes nothing to the register. May be
/// repeated: after an interruption, or when the register has changed since.
/// </summary>
[Requires(Permission.ImportLists)]
public sealed record CheckMemberList(long ImportId, IProgress<ImportProgress>? Progress = null) : IRequest<Outcome<MemberImport>>, IConcernsImport;

internal sealed class CheckMemberListHandler(
    MembershipDb db, LocalityDirectory localities, ImportFiles files, DataFolder folder, FieldCipher cipher)
    : IRequestHandler<CheckMemberList, Outcome<MemberImport>>
{
    private const int RowsAtOnce = 500;
    private const int RowsBetweenReports = 1_000;

    public async Task<Outcome<MemberImport>> Handle(CheckMemberList request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Reading or MemberImportState.Checked or MemberImportState.Asking))
            return new ImportNotReady(request.ImportId);

        using var claim = files.TryClaim(import.Id);
        if (claim is null)
            return new ImportNotReady(request.ImportId);

        var organization = await db.Organizations.SingleAsync(row => row.Id == import.OrganizationId, cancellationToken);
        import.CheckedAtVersion = await db.RegisterVersionAsync(cancellationToken);
        var refusal = await ReadAsync(import, organization, request.Progress, cancellationToken);
        import.Ended(refusal);
        if (import.State == MemberImportState.Refused)
            files.Forget(import.Id);

        await db.SaveChangesAsync(cancellationToken);
        return refusal is null ? import : refusal;
    }

    private async Task<Refusal?> ReadAsync(
        MemberImport import, Organization organization, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var opened = files.OpenUpload(import);
            if (opened.IsRefused)
                return opened.Refusal;

            using var workbook = opened.Value;
            var found = ListReading.Find(workbook, import.SheetAsked);
            if (found.IsRefused)
                return found.Refusal;

            await using var register = await SqliteSetup.OpenAsync(folder.DatabaseFile, cancellationToken);
            var reading = organization.Kind == OrganizationKind.Political ? found.Value.WithPartyDateAsAdmission() : found.Value;
            import.Sheet = reading.Sheet;
            import.HeaderRow = reading.Shape.HeaderRow;
            Stage(import, reading, workbook, ListContext.Of(import, organization, localities, register), register, progress, cancellationToken);
            return import.Rows == 0 ? new ListHasNoPeople(reading.Sheet) : null;
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal;
        }
    }

    private void Stage(
        MemberImport import, ListReading reading, Workbook workbook, ListContext list, SqliteConnection register,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        using var staging = files.CreateStaging(import.Id);
        staging.AddHeadings(reading.Shape.Columns);
        var missing = new MissingMembers(register, list);
        var checker = new RowChecker(list, missing);
        var people = new KnownPeople(register, cipher, list);
        var verdicts = new int[(int)RowVerdict.Rejected + 1];
        var summary = new ImportSummary();
        var first = new List<StagedRow>();
        (import.Rows, import.EmptyCellRows) = (0, 0);
        foreach (var chunk in reading.People().Select(row => Read(row.Row, row.Branch, reading.Shape, import.AsOf)).Chunk(RowsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in Check(chunk, checker, people))
            {
                staging.Add(row);
                summary.Count(row.Details);
                verdicts[(int)row.Verdict]++;
                import.EmptyCellRows += row.Details.Blank.Count > 0 ? 1 : 0;
                if (first.Count < ImportProgress.FirstRowsAtMost)
                    first.Add(row);
            }

            import.Rows += chunk.Length;
            if (import.Rows == chunk.Length || import.Rows % RowsBetweenReports == 0)
                progress?.Report(new ImportProgress(ImportStage.Reading, import.Rows, Estimate(import.Rows, workbook.Progress)) { FirstRows = first });
        }

        import.MissingMembers = AddMissing(import, missing, staging);
        staging.FinishInserting(summary);
        if (import.Rows > 0)
            progress?.Report(new ImportProgress(ImportStage.Reading, import.Rows, import.Rows));
        (import.NewRows, import.ChangedRows, import.UnchangedRows, import.DoubtfulRows, import.RejectedRows) =
            (verdicts[1], verdicts[2], verdicts[3], verdicts[4], verdicts[5]);
    }

    private static int AddMissing(MemberImport import, MissingMembers missing, ImportStaging staging)
    {
        if (import.Choices.Mode != ListMode.Full)
            return 0;

        var members = missing.Find();
        staging.Missing.Add(members);
        return members.Count;
    }

    private static IEnumerable<StagedRow> Check(ReadRow[] rows, RowChecker checker, KnownPeople people)
    {
        var known = people.For([.. rows.Select(row => row.Listed).OfType<ListedPerson>()]);
        var byName = known.ToLookup(person => person.FoldedName);
        var byNumber = known.Where(person => person.CitizenId is not null).ToDictionary(person => person.CitizenId!);
        return rows.Select(row => checker.Check(row, Candidates(row, byName, byNumber)));
    }

    private static ReadRow Read(SheetRow row, string? branch, ListShape shape, DateOnly asOf)
    {
        var parsed = MemberRowParser.Parse(row, shape, asOf);
        return new ReadRow(row, parsed, parsed.Problems.Count > 0 ? null : ListedPerson.Of(parsed, branch))
        {
            Blank = BlankFields.Of(shape.Columns, row),
        };
    }

    private static List<KnownPerson> Candidates(
        ReadRow row, ILookup<string, KnownPerson> byName, Dictionary<string, KnownPerson> byNumber)
    {
        var candidates = row.Listed is null ? [] : byName[row.Listed.FoldedName].ToList();
        if (row.Listed?.CitizenId is { } number && byNumber.TryGetValue(number, out var person) && !candidates.Contains(person))
            candidates.Add(person);
        return candidates;
    }

    private static int? Estimate(int rows, double progress) => progress > 0 ? Math.Max(rows, (int)(rows / progress)) : null;
}
