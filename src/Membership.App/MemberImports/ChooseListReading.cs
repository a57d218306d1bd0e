using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>The officer says how a list is to be read: it has to be checked again after that.</summary>
[Requires(Permission.ImportLists)]
public sealed record ChooseListReading(long ImportId, ListChoices Choices) : IRequest<Outcome<MemberImport>>, IConcernsImport;

internal sealed class ChooseListReadingHandler(MembershipDb db, LocalityDirectory localities, ImportFiles files, AuditTrail trail) : IRequestHandler<ChooseListReading, Outcome<MemberImport>>
{
    public async Task<Outcome<MemberImport>> Handle(ChooseListReading request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Checked or MemberImportState.Asking))
            return import.NotReady();

        if ((Check(import, request.Choices.Tables) ?? ListPlaces.Problem(request.Choices, localities)) is { } refusal)
            return refusal;

        trail.Note(ReadingAudit.OfChoices(import.Id, import.Choices, request.Choices));
        // What the officer sends is her own answer, though it may have begun as a remembered one.
        import.Choices = request.Choices with { AreRemembered = false };
        import.State = MemberImportState.Reading;
        await db.SaveChangesAsync(cancellationToken);
        return import;
    }

    private Refusal? Check(MemberImport import, IReadOnlyList<ChosenTable> tables)
    {
        if (tables.Select(table => ChosenShape.Check(table.Columns)).FirstOrDefault(problem => problem is not null) is { } refusal)
            return refusal;
        if (tables.Count == 0)
            return null;

        var opened = files.OpenUpload(import);
        if (opened.IsRefused)
            return opened.Refusal;

        using var workbook = opened.Value;
        var names = workbook.Sheets.Select(sheet => sheet.Name).ToArray();
        return tables.FirstOrDefault(table => !names.Contains(table.Sheet)) is { } unknown
            ? new SheetNotFound(unknown.Sheet, names)
            : tables.Where(table => table.HeaderRow > 0).Select(table => HeadingProblem(workbook, table)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Said at once: read by such a heading, the list would come back with the question and without the answer.</summary>
    private static Refusal? HeadingProblem(Workbook workbook, ChosenTable table)
    {
        var head = SheetHead.All(workbook, sheet => sheet.Name == table.Sheet)[0];
        var refusal = ChosenShape.Of(table, head.Rows).Refusal;
        return refusal is NoHeaderRow ? new NoHeadingThere(table.Sheet, table.HeaderRow) : refusal;
    }
}
