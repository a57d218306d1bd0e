using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>What was found in a whole list, grouped by rule, each with the first row that shows it.</summary>
[Requires(Permission.ImportLists)]
public sealed record GetImportFindings(long ImportId) : IRequest<Outcome<ImportFindings>>, IConcernsImport;

public sealed record ImportFindings(
    IReadOnlyList<RepairProposal> Repairs, IReadOnlyList<FoundProblem> Problems, IReadOnlyList<FoundWarning> Warnings)
{
    /// <summary>Of the members whom a full list does not name: how many were confirmed to have left.</summary>
    public int MembersLeaving { get; init; }

    /// <summary>What the rows change in known people, by field.</summary>
    public IReadOnlyList<FoundChange> Changes { get; init; } = [];

    public ListQuestions Questions { get; init; } = new([], [], null);
    /// <summary>Rows that are hidden or filtered away in the file.</summary>
    public int HiddenRows { get; init; }

    public int StruckRows { get; init; }

    /// <summary>What else the file says about itself.</summary>
    public FileLook Look { get; init; } = new([], TellsStrikes: true);

    /// <summary>Where blank cells stand for which the register holds a value, by field.</summary>
    public IReadOnlyList<FoundBlank> Blanks { get; init; } = [];
}

/// <param name="Rows">0 for a repair that was refused: it is not made any more.</param>
/// <param name="FirstRow">Key of the row of the example; 0 when there is none.</param>
/// <param name="Before">As written in that row, numbers masked; null when there is no example.</param>
/// <param name="After">As it will be stored, numbers masked.</param>
/// <param name="Answer">Null while it waits for one.</param>
public sealed record RepairProposal(RepairCode Code, int Rows, int FirstRow, string? Before, string? After, bool? Answer);

public sealed record FoundProblem(RowProblemCode Code, int Rows, int FirstRow);

public sealed record FoundWarning(RowWarningCode Code, int Rows, int FirstRow);

/// <param name="Kind">Overwritten, filled in, or asked about.</param>
/// <param name="Before">Of the first row, as the preview shows it; null when there is no example, or the register has none.</param>
public sealed record FoundChange(FindingKind Kind, KnownFact Fact, int Rows, int FirstRow, string? Before, string? After);

public sealed record FoundBlank(MemberField Field, int Rows, int FirstRow);

internal sealed class GetImportFindingsHandler(MembershipDb db, ImportFiles files, AuditTrail trail)
    : IRequestHandler<GetImportFindings, Outcome<ImportFindings>>
{
    public async Task<Outcome<ImportFindings>> Handle(GetImportFindings request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), found.Value.Id));
        using var staging = files.OpenStaging(found.Value.Id);
        var summary = staging.Summary();
        return new ImportFindings(
            Proposals(found.Value.Choices, summary, staging),
            [.. summary.Sorted(FindingKind.Problem).Select(finding => new FoundProblem((RowProblemCode)finding.Code, finding.Rows, finding.FirstRow))],
            summary.Warnings)
        {
            Blanks = [.. summary.Sorted(FindingKind.Blank).Select(finding => new FoundBlank((MemberField)finding.Code, finding.Rows, finding.FirstRow))],
            Changes = [.. ChangeKinds.SelectMany(kind => summary.Of(kind).OrderBy(finding => finding.Code)).Select(finding => Change(finding, staging, db))],
            Questions = await ListQuestions.ReadAsync(db, found.Value, staging, cancellationToken),
            HiddenRows = summary.Rows(RowLookCode.Hidden),
            StruckRows = summary.Rows(RowLookCode.StruckThrough),
            Look = staging.Looks.Read(),
            MembersLeaving = found.Value.Choices.Mode == ListMode.Full ? staging.Missing.Where("Reason IS NOT NULL").Count : 0,
        };
    }

    private static readonly FindingKind[] ChangeKinds = [FindingKind.Overwritten, FindingKind.Filled, FindingKind.Asked];

    /// <summary>What the register knows of somebody outside the scope is no example.</summary>
    private static FoundChange Change(Finding finding, ImportStaging staging, MembershipDb db)
    {
        var (fact, row) = ((KnownFact)finding.Code, staging.Rows("RowNumber = @row", ("@row", finding.FirstRow)).FirstOrDefault());
        var details = row?.PersonId is { } known && db.People.Any(person => person.Id == known) ? row.Details : null;
        var labels = Labels(fact);
        var example = details?.Changes.Concat(details.Kept).FirstOrDefault(change => labels.Contains(change.Label));
        return new FoundChange(finding.Kind, fact, finding.Rows, finding.FirstRow, example?.Before, example?.After);
    }

    private static string[] Labels(KnownFact fact) => fact switch
    {
        KnownFact.Numbers => [MemberFieldText.Of(MemberField.CitizenId), MemberFieldText.Of(MemberField.FormerIdNumber)],
        KnownFact.Branch => [MemberFieldText.Of(MemberField.Branch), MembershipChange.Unit],
        _ => [MemberFieldText.Of(KnownFacts.FieldOf(fact))],
    };

    private static IReadOnlyList<RepairProposal> Proposals(ListChoices choices, ImportSummary summary, ImportStaging staging)
    {
        var tables = staging.Tables();
        var made = summary.Sorted(FindingKind.Repair).Select(finding => Proposal(finding, choices, staging, tables)).ToList();
        var refused = choices.Repairs.Keys.Where(code => choices.Refuses(code) && made.TrueForAll(proposal => proposal.Code != code));
        return [.. made, .. refused.Order().Select(code => new RepairProposal(code, 0, 0, null, null, false))];
    }

    private static RepairProposal Proposal(Finding finding, ListChoices choices, ImportStaging staging, IReadOnlyList<ListTable> tables)
    {
        var code = (RepairCode)finding.Code;
        var (before, after) = Example(finding, staging, tables);
        return new RepairProposal(code, finding.Rows, finding.FirstRow, before, after, choices.Repairs.TryGetValue(code, out var accepted) ? accepted : null);
    }

    private static (string? Before, string? After) Example(Finding finding, ImportStaging staging, IReadOnlyList<ListTable> tables)
    {
        var row = staging.Rows("RowNumber = @row", ("@row", finding.FirstRow)).FirstOrDefault();
        var column = ListTable.Of(finding.FirstRow, tables).Columns.FirstOrDefault(column => column.Field == finding.Field);
        if (row?.Listed is null || column is null || finding.Field is not { } field || ValueOf(row.Listed, field) is not { } after)
            return (null, null);

        var before = row.Cells.ElementAtOrDefault(column.Index) ?? "";
        return before.Length > 0 ? (Shown(before, before), Shown(after, before)) : (null, null);
    }

    private static string? ValueOf(ListedPerson listed, MemberField field) => field switch
    {
        MemberField.FullName or MemberField.FamilyAndMiddleName => listed.FullName,
        MemberField.DateOfBirth or MemberField.BirthYear or MemberField.BirthIfMale or MemberField.BirthIfFemale =>
            listed.BirthDate is { } born ? ShownDate.Of(born) : null,
        MemberField.AdmittedOn => listed.AdmittedOn is { } joined ? ShownDate.Of(joined) : null,
        MemberField.CitizenId or MemberField.FormerIdNumber => listed.CitizenId ?? listed.FormerIdNumber,
        MemberField.Phone or MemberField.HomePhone => listed.Phone,
        MemberField.Address or MemberField.PermanentAddress => listed.Address,
        MemberField.Branch or MemberField.Neighbourhood => listed.Branch,
        MemberField.Office => listed.Office,
        MemberField.Education => listed.Learning.Education,
        MemberField.EthnicGroup => listed.Ethnicity,
        MemberField.Religion => listed.Religion,
        _ => null,
    };

    /// <summary>Of a number only the zeros put back and the last four digits.</summary>
    private static string Shown(string text, string written)
    {
        var isNumber = text.Length > 7 && text.All(char.IsAsciiDigit);
        return isNumber ? new string('0', Math.Max(0, text.Length - written.Length)) + PersonValue.Masked(text)[Math.Max(0, text.Length - written.Length)..] : ShownCell.Of(text);
    }
}
