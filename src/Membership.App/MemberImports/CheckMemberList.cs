using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>
/// Reads a received list, row by row, into staging and gives each row its verdict. Writes nothing to the register. May be
/// repeated: after an interruption, or when the register has changed since.
/// </summary>
/// <param name="IsTrial">What is answered for this list is not kept for the next one.</param>
[Requires(Permission.ImportLists)]
public sealed record CheckMemberList(long ImportId, IProgress<ImportProgress>? Progress = null, bool IsTrial = false) : IRequest<Outcome<MemberImport>>, IConcernsImport;

internal sealed class CheckMemberListHandler(
    MembershipDb db, LocalityDirectory localities, ImportFiles files, DataFolder folder, FieldCipher cipher, ScopeInForce scope, Actor actor, ForeignNumbers numbers)
    : IRequestHandler<CheckMemberList, Outcome<MemberImport>>
{
    public async Task<Outcome<MemberImport>> Handle(CheckMemberList request, CancellationToken cancellationToken)
    {
        var import = await db.MemberImports.FindAsync([request.ImportId], cancellationToken);
        if (import is null)
            return new ImportNotFound(request.ImportId);
        if (import.State is not (MemberImportState.Reading or MemberImportState.Checked or MemberImportState.Asking))
            return import.NotReady();

        using var claim = files.TryClaim(import.Id);
        if (claim is null)
            return new ImportNotReady(request.ImportId, MemberImportState.Reading);

        var organizations = await ImportOrganizations.ReadAsync(db, import, scope, actor, cancellationToken);
        import.CheckedAtVersion = await db.RegisterVersionAsync(cancellationToken);
        var refusal = await numbers.MayLookAsync(cancellationToken)
            ? await ReadAsync(import, organizations, request, cancellationToken)
            : numbers.Refusal;
        await numbers.KeepAsync(cancellationToken);
        import.Ended(refusal);
        if (import.State == MemberImportState.Refused)
            files.Forget(import.Id);

        await db.SaveChangesAsync(cancellationToken);
        return refusal is null ? import : refusal;
    }

    private async Task<Refusal?> ReadAsync(
        MemberImport import, ImportOrganizations organizations, CheckMemberList request, CancellationToken cancellationToken)
    {
        try
        {
            var opened = await OpenedList.OpenAsync(db, localities, files, import, organizations, cancellationToken);
            if (opened.IsRefused)
                return opened.Refusal;

            using var opening = opened.Value;
            var reading = opening.Reading;
            import.Sheet = reading.Sheets[0].Name;
            import.HeaderRow = reading.Sheets[0].Shapes[0].HeaderRow;
            (import.Choices, import.ShapeKey) = (reading.Choices, reading.ShapeKey);
            await StageAsync(import, organizations, opening, request.Progress, cancellationToken);
            if (reading.Question is not null)
                return reading.Question;
            if (import.Rows == 0)
                return new ListHasNoPeople(import.Sheet);

            if (!request.IsTrial)
                await db.RememberAsync(import, reading.ToRemember, cancellationToken);
            return null;
        }
        catch (UnreadableWorkbookException unreadable)
        {
            return unreadable.Refusal;
        }
        catch (TooManyForeignNumbersException)
        {
            // How far it came would tell where they stand.
            import.Rows = 0;
            return numbers.Refusal;
        }
    }

    private async Task StageAsync(
        MemberImport import, ImportOrganizations organizations, OpenedList opened, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var register = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        var taken = await TakenBefore.ReadAsync(db, files, import, cancellationToken);
        var answers = files.KeepAnswers(import);
        var list = ListContext.Of(import, organizations, localities, register) with { Numbers = numbers };
        var missing = import.Choices.Mode == ListMode.Full ? new MissingMembers(register, list) : null;
        var checker = new RowChecker(list, opened.SheetNames, missing);
        files.Stage(import.Id, staging =>
        {
            new ListStaging(import, staging, checker, new KnownPeople(register, cipher, list), taken, answers, missing)
                .Stage(opened.People(), () => opened.Share, progress, cancellationToken);
            staging.AddSkipped(opened.Reading.Skipped);
            staging.Looks.Add(opened.Reading.WrongTotals, opened.Reading.TellsStrikes);
            staging.AddSkipped(opened.SheetNames.ExceptBy(staging.Tables().Select(table => table.SheetIndex), sheet => sheet.Key)
                .Select(sheet => new SkippedSheet(sheet.Key, sheet.Value, SheetSkipReason.NoPeople)));
        });
    }
}
