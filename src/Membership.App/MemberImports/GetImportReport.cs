using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>Everything an import found, without a cap: for the command line.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportReport(long ImportId) : IRequest<Outcome<ImportReport>>, IConcernsImport;

/// <param name="Tables">At least one.</param>
public sealed record ImportReport(
    MemberImport Import, IReadOnlyList<ListTable> Tables, IReadOnlyList<ReportedProblem> Problems, IReadOnlyDictionary<RepairCode, int> Repairs,
    IReadOnlyList<FoundWarning> Warnings)
{
    /// <summary>Rows that overwrite a value of a known person, by what it is.</summary>
    public required IReadOnlyDictionary<KnownFact, int> Overwritten { get; init; }

    /// <summary>In the order of the list; each once, however it is written.</summary>
    public required IReadOnlyList<BranchReading> NewBranches { get; init; }

    /// <summary>What waits for an answer; null when nothing does.</summary>
    public required ListNotAnswered? Open { get; init; }

    /// <summary>Rows that mean, or may mean, people whom the user does not cover.</summary>
    public int BeyondScope { get; init; }

    /// <summary>Hidden, or filtered away.</summary>
    public int HiddenRows { get; init; }

    /// <summary>Null where the kind of file does not tell.</summary>
    public int? StruckRows { get; init; }

    public IReadOnlyList<DeclaredTotal> WrongTotals { get; init; } = [];
}

/// <param name="RowNumber"><see cref="ListRow.Key"/> of the row.</param>
public sealed record ReportedProblem(int RowNumber, RowProblem Problem);

internal sealed class GetImportReportHandler(MembershipDb db, ImportFiles files, AuditTrail trail) : IRequestHandler<GetImportReport, Outcome<ImportReport>>
{
    public async Task<Outcome<ImportReport>> Handle(GetImportReport request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), import.Id));
        using var staging = files.OpenStaging(import.Id);
        var problems = staging.Rows("Verdict = 5 ORDER BY RowNumber")
            .SelectMany(row => row.Details.Problems.Select(problem => new ReportedProblem(row.RowNumber, problem)));
        var summary = staging.Summary();
        var look = staging.Looks.Read();
        var questions = await ListQuestions.ReadAsync(db, import, staging, cancellationToken);
        return new ImportReport(import, staging.Tables(), [.. problems], summary.Repairs, summary.Warnings)
        {
            Overwritten = summary.Of(FindingKind.Overwritten).ToDictionary(finding => (KnownFact)finding.Code, finding => finding.Rows),
            NewBranches = [.. questions.NewBranches.Select(branch => branch.Reading).Distinct()],
            Open = questions.Open(import.Id),
            BeyondScope = staging.Count(ImportPublishing.MeansBeyond),
            HiddenRows = summary.Rows(RowLookCode.Hidden),
            StruckRows = look.TellsStrikes ? summary.Rows(RowLookCode.StruckThrough) : null,
            WrongTotals = look.WrongTotals,
        };
    }
}
