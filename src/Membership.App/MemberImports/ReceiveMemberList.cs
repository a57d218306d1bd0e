using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Takes a list in as it is: the file is stored as received, with its hash; reading it comes next.</summary>
/// <param name="FileName">As the officer calls it; a path before it is dropped.</param>
/// <param name="LocalityCode">Read as of <paramref name="AsOf"/>.</param>
/// <param name="Sheet">Null: the first sheet that holds a list.</param>
/// <param name="Choices">Null: nothing was chosen yet.</param>
[Requires(Permission.ImportLists)]
public sealed record ReceiveMemberList(
    Stream Content, string FileName, string OrganizationCode, string LocalityCode, DateOnly AsOf, string? Sheet = null,
    ListChoices? Choices = null)
    : IRequest<Outcome<long>>, IConcernsPlace;

internal sealed class ReceiveMemberListHandler(
    MembershipDb db, LocalityDirectory localities, ImportFiles files, Actor actor, TimeProvider clock)
    : IRequestHandler<ReceiveMemberList, Outcome<long>>
{
    public async Task<Outcome<long>> Handle(ReceiveMemberList request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.SingleOrDefaultAsync(row => row.Code == request.OrganizationCode, cancellationToken);
        if (organization is null)
            return new OrganizationNotFound(request.OrganizationCode);

        var locality = localities.Find(request.LocalityCode, request.AsOf);
        if (Check(request, locality) is { } refusal)
            return refusal;
        if (actor.UserId is not null && await OpenListsAsync(cancellationToken) >= files.OpenListsAtMost)
            return new TooManyOpenLists(files.OpenListsAtMost);

        using var upload = await files.ReceiveAsync(request.Content, cancellationToken);
        var mark = files.MarkOn(upload);
        var continued = await ContinuedList.FindAsync(db, localities, mark?.ImportId, (organization, locality!, request.AsOf), cancellationToken);
        if (continued.IsRefused)
            return continued.Refusal!;

        var import = continued.Value.Import;
        return await KeepAsync(Continuing(request, import, mark), organization, locality!, upload, import, cancellationToken);
    }

    /// <summary>How the list is to be read, where the form says nothing: as the one that it continues.</summary>
    private static ReceiveMemberList Continuing(ReceiveMemberList request, MemberImport? continued, ListMark? mark)
    {
        if (continued is null)
            return request;
        // A sheet of our own making has no table chosen by hand, and whom it does not name is not missing.
        if (mark is { HasRowsOnly: true })
            return request with { Sheet = null, Choices = continued.Choices with { Tables = [], Mode = ListMode.Update } };
        return request with { Sheet = string.IsNullOrWhiteSpace(request.Sheet) ? continued.SheetAsked : request.Sheet, Choices = request.Choices ?? continued.Choices };
    }

    private async Task<Outcome<long>> KeepAsync(
        ReceiveMemberList request, Organization organization, LocalityFact locality, ReceivedUpload upload, MemberImport? continued,
        CancellationToken cancellationToken)
    {
        var import = new MemberImport
        {
            OrganizationId = organization.Id,
            LocalityId = locality.LocalityId,
            AsOf = request.AsOf,
            FileName = Path.GetFileName(request.FileName),
            Sha256 = upload.Sha256,
            FileBytes = upload.Bytes,
            SheetAsked = string.IsNullOrWhiteSpace(request.Sheet) ? null : request.Sheet,
            Choices = request.Choices ?? ListChoices.None,
            ContinuesId = continued?.Id,
            State = MemberImportState.Reading,
            ReceivedBy = actor.Name,
            ReceivedAt = clock.GetUtcNow().UtcDateTime,
        };
        if (upload.Refusal is not null)
            import.Refuse(upload.Refusal);

        db.MemberImports.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        if (upload.Refusal is not null)
            return upload.Refusal;

        files.Keep(upload, import.Id);
        return import.Id;
    }

    private async Task<int> OpenListsAsync(CancellationToken cancellationToken)
    {
        var all = db.MemberImports.IgnoreQueryFilters();
        var open = await all.Where(import => import.ReceivedBy == actor.Name &&
                (import.State == MemberImportState.Reading || import.State == MemberImportState.Checked || import.State == MemberImportState.Asking))
            .Select(import => import.Id).ToListAsync(cancellationToken);
        return open.Count - (await all.ClosedByAsync(open, cancellationToken)).Count;
    }

    private Refusal? Check(ReceiveMemberList request, LocalityFact? locality)
    {
        var today = VietnamTime.Today(clock);
        if (request.AsOf > today)
            return new ListIsOfTheFuture(request.AsOf, today);
        if (locality is null)
            return new LocalityNotFound(request.LocalityCode, request.AsOf);
        if (!locality.Kind.IsCommuneLevel())
            return new LocalityIsNotACommune(locality.Name);
        return request.Choices is { } choices ? ListPlaces.Problem(choices, localities) : null;
    }
}

internal static class ImportRefusing
{
    public static void Refuse(this MemberImport import, Refusal refusal)
    {
        // A table chosen by hand that holds nobody was the wrong one: the list is kept for a better answer.
        var canBeAnswered = refusal is ListQuestion || (refusal is ListHasNoPeople && import.Choices.Tables.Count > 0);
        import.State = canBeAnswered ? MemberImportState.Asking : MemberImportState.Refused;
        import.RefusedBecause = refusal.GetType().Name;
        import.RefusedText = RefusalText.Of(refusal);
    }

    /// <summary>The reading has come to its end, or to what it must ask.</summary>
    public static void Ended(this MemberImport import, Refusal? refusal)
    {
        if (refusal is not null)
            import.Refuse(refusal);
        else
            (import.State, import.RefusedBecause, import.RefusedText) = (MemberImportState.Checked, null, null);
    }
}
