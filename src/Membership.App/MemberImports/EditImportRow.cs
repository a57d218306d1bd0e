using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Forms;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Corrects cells of one row on the page, and checks the row again. The file stays as it was received.</summary>
/// <param name="RowNumber"><see cref="ListRow.Key"/>.</param>
/// <param name="Cells">The texts of the row by column, from 0; columns that are left out stay as they are.</param>
[Requires(Permission.ImportLists)]
public sealed record EditImportRow(long ImportId, int RowNumber, IReadOnlyDictionary<int, string> Cells) : IRequest<Outcome<StagedRow>>, IConcernsImport
{
    /// <summary>The form they come from; null: what is given is kept, whatever was there.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class EditImportRowHandler(
    MembershipDb db, LocalityDirectory localities, ImportFiles files, DataFolder folder, FieldCipher cipher, OpenedForms forms, AuditTrail trail,
    ScopeInForce scope, Actor actor, TimeProvider clock, ForeignNumbers numbers)
    : IRequestHandler<EditImportRow, Outcome<StagedRow>>
{
    public async Task<Outcome<StagedRow>> Handle(EditImportRow request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Checked or MemberImportState.Committed))
            return import.NotReady();
        using var claim = files.TryClaim(import.Id);
        if (claim is null)
            return new ImportNotReady(request.ImportId, MemberImportState.Reading);

        using var staging = files.OpenStaging(import.Id);
        var before = staging.Rows("RowNumber = @row", ("@row", request.RowNumber)).SingleOrDefault();
        var isTaken = await db.ImportedRows.AnyAsync(taken => taken.ImportId == import.Id && taken.RowNumber == request.RowNumber, cancellationToken);
        if (before is null || isTaken)
            return new RowCannotBeEdited(request.RowNumber);

        var answers = files.Answers(import.Id);
        var cells = OwnCells(request, before, answers, staging);
        if (cells.IsRefused)
            return cells.Refusal!;

        answers.Edit(before, cells.Value, new KeptEdit(actor.Name, clock.GetUtcNow().UtcDateTime));
        if (!await numbers.MayLookAsync(cancellationToken))
            return numbers.Refusal;

        var checkedRow = await CheckAsync(import, request.RowNumber, answers, staging, cancellationToken);
        await numbers.KeepAsync(cancellationToken);
        if (checkedRow.IsRefused)
        {
            await db.SaveChangesAsync(cancellationToken);
            return checkedRow.Refusal!;
        }

        files.Keep(answers, import.Id);
        staging.Replace(checkedRow.Value);
        await CheckFreedAsync(import, before, checkedRow.Value, answers, staging, cancellationToken);
        Count(import, staging, before, checkedRow.Value);
        // The cells are the person's; that they were corrected is what the log needs.
        trail.Note(new AuditNote(AuditKind.Changed, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["row"] = request.RowNumber, ["verdict"] = checkedRow.Value.Verdict },
        });
        await db.SaveChangesAsync(cancellationToken);
        return checkedRow.Value;
    }

    /// <summary>Rows that were in doubt because this one had their number.</summary>
    private async Task CheckFreedAsync(
        MemberImport import, StagedRow before, StagedRow now, RowAnswers answers, ImportStaging staging, CancellationToken cancellationToken)
    {
        foreach (var freed in staging.SharingNumber(before).Where(other => !now.Details.SameNumberRows.Contains(other.RowNumber)))
        {
            var again = await CheckAsync(import, freed.RowNumber, answers, staging, cancellationToken);
            if (!again.IsRefused)
                staging.Replace(again.Value);
        }
    }

    /// <summary>What the sender of the form changed in it; asks her where somebody else did so too.</summary>
    private Outcome<Dictionary<int, string>> OwnCells(EditImportRow request, StagedRow row, RowAnswers answers, ImportStaging staging)
    {
        if (request.Form is not { } form)
            return request.Cells.ToDictionary();

        var sent = new ImportRowForm(forms, request.ImportId, request.RowNumber).Read(form, request.Cells, row, answers);
        var columns = ListTable.Of(request.RowNumber, staging.Tables()).Columns;
        if (sent.Columns[FieldStanding.Both].Any())
            return new ChangedMeanwhile(sent.Of(FieldStanding.Both, row, answers, columns), sent.Of(FieldStanding.Others, row, answers, columns));

        return sent.Columns[FieldStanding.Own].ToDictionary(column => column, column => request.Cells[column]);
    }

    private async Task<Outcome<StagedRow>> CheckAsync(
        MemberImport import, int rowNumber, RowAnswers answers, ImportStaging staging, CancellationToken cancellationToken)
    {
        try
        {
            var organizations = await ImportOrganizations.ReadAsync(db, import, scope, actor, cancellationToken);
            var opened = await OpenedList.OpenAsync(db, localities, files, import, organizations, cancellationToken);
            if (opened.IsRefused)
                return opened.Refusal!;

            using var list = opened.Value;
            var (person, sheet) = list.People().First(row => row.Person.Row.Number == rowNumber);
            var read = ReadRow.Of(person with { Row = answers.Apply(person.Row) }, sheet);
            return await CheckAsync(import, organizations, read, list.SheetNames, staging, cancellationToken);
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal;
        }
        catch (TooManyForeignNumbersException)
        {
            return numbers.Refusal;
        }
    }

    private async Task<StagedRow> CheckAsync(
        MemberImport import, ImportOrganizations organizations, ReadRow row, IReadOnlyDictionary<int, string> sheets, ImportStaging staging, CancellationToken cancellationToken)
    {
        await using var register = await SqliteSetup.OpenAsync(folder.DatabaseFile, cancellationToken);
        var context = ListContext.Of(import, organizations, localities, register) with { Numbers = numbers };
        var checker = new RowChecker(context, sheets, null);
        if (row.Listed is { } listed)
        {
            foreach (var other in staging.Others(row.Row.Number, listed))
                checker.Remember(other);
        }

        var after = checker.Check(row, new KnownPeople(register, cipher, context).MeantBy(row.Listed).By(row.Listed));
        foreach (var keys in checker.NumbersOfSeveral.Where(keys => keys.Contains(after.RowNumber)))
        {
            foreach (var (_, other) in NumbersOfSeveral.Mark(staging, [[.. keys.Where(key => key != after.RowNumber)]]))
                staging.Replace(other with { Details = other.Details with { SameNumberRows = keys } });
            after = after with { Details = after.Details with { SameNumberRows = keys, EarlierRow = null } };
        }

        return after;
    }

    private static void Count(MemberImport import, ImportStaging staging, StagedRow before, StagedRow after)
    {
        staging.RecountFindings();
        if (import.Choices.Mode == ListMode.Full && after.PersonId is { } person)
            staging.Missing.Found(person);
        import.MissingMembers = import.Choices.Mode == ListMode.Full ? staging.Missing.OfPeople(null).Count : 0;
        import.EmptyCellRows += (after.Details.Blank.Count > 0 ? 1 : 0) - (before.Details.Blank.Count > 0 ? 1 : 0);
        (import.NewRows, import.ChangedRows, import.UnchangedRows, import.DoubtfulRows, import.RejectedRows) = (
            staging.Count("Verdict = 1"), staging.Count("Verdict = 2"), staging.Count("Verdict = 3"), staging.Count("Verdict = 4"), staging.Count("Verdict = 5"));
    }
}
