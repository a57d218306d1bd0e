using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>The officer says who a doubtful row is, or takes back what she said.</summary>
/// <param name="PersonId">One of the row's candidates, with <see cref="RowDecision.AsKnownPerson"/> only.</param>
[Requires(Permission.ImportLists)]
public sealed record DecideImportRow(long ImportId, int RowNumber, RowDecision Decision, long? PersonId = null) : IRequest<Outcome<StagedRow>>, IConcernsImport
{
    /// <summary>The form it comes from; null: it holds, whatever was decided before.</summary>
    public SentForm? Form { get; init; }
}

internal sealed class DecideImportRowHandler(MembershipDb db, ImportFiles files, FieldCipher cipher, DecisionForms forms, AuditTrail trail)
    : IRequestHandler<DecideImportRow, Outcome<StagedRow>>
{
    public async Task<Outcome<StagedRow>> Handle(DecideImportRow request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        using var staging = files.OpenStaging(import.Id);
        var row = staging.Rows("RowNumber = @row", ("@row", request.RowNumber)).SingleOrDefault();
        var isTaken = await db.ImportedRows.AnyAsync(taken => taken.ImportId == import.Id && taken.RowNumber == request.RowNumber, cancellationToken);
        if (row is not { Verdict: RowVerdict.Doubtful } || isTaken || !Fits(request, row))
            return new RowNeedsNoDecision(request.RowNumber);
        if (await StandsInTheWayAsync(request, row, staging, cancellationToken) is { } refusal)
            return refusal;

        staging.Decide(request.RowNumber, request.Decision, request.Decision == RowDecision.AsKnownPerson ? request.PersonId : null);
        if (request.Decision == RowDecision.None)
            KeepTakenBack(import.Id, row);
        // The decision lies in the list's own file, where no save of the database takes note of it.
        trail.Note(new AuditNote(AuditKind.Changed, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["row"] = request.RowNumber, ["decision"] = request.Decision, ["person"] = request.PersonId },
        });
        return row with { Decision = request.Decision, PersonId = request.PersonId };
    }

    private async Task<Refusal?> StandsInTheWayAsync(DecideImportRow request, StagedRow row, ImportStaging staging, CancellationToken cancellationToken)
    {
        var refusal = request.Decision switch
        {
            RowDecision.AsNewPerson when await NumberIsOfAnotherAsync(staging, row, cancellationToken) => new NumberIsOfAnother(request.RowNumber),
            RowDecision.AsKnownPerson => await StandsInTheWayAsync(request.PersonId!.Value, row, staging, cancellationToken),
            _ => null,
        };
        return refusal ?? await forms.OvertakenAsync(request, row, cancellationToken);
    }

    private async Task<Refusal?> StandsInTheWayAsync(long personId, StagedRow row, ImportStaging staging, CancellationToken cancellationToken)
    {
        if (staging.PeopleMeant().TryGetValue(personId, out var other) && other != row.RowNumber)
            return new PersonIsInAnotherRow(row.RowNumber, other);
        return await IsRestrictedAsync(personId, cancellationToken) ? new ChosenPersonIsRestricted(row.RowNumber) : null;
    }

    /// <summary>Else another check would decide the row as it was decided before.</summary>
    private void KeepTakenBack(long importId, StagedRow row)
    {
        var answers = files.Answers(importId);
        answers.Decisions[row.RowNumber] = new KeptDecision(RowDecision.None, null, row.Details.Doubt, row.Details.Candidates);
        files.Keep(answers, importId);
    }

    /// <summary>Two people cannot share a citizen number.</summary>
    private async Task<bool> NumberIsOfAnotherAsync(ImportStaging staging, StagedRow row, CancellationToken cancellationToken)
    {
        var index = cipher.IndexOrNull(row.Listed?.CitizenId);
        return index is not null
            && (staging.NumberIsUsed(row.RowNumber) || await db.People.IgnoreQueryFilters().AnyAsync(person => person.CitizenIdIndex == index, cancellationToken));
    }

    private Task<bool> IsRestrictedAsync(long personId, CancellationToken cancellationToken) =>
        db.People.IgnoreQueryFilters().AnyAsync(person => person.Id == personId && person.RestrictedAt != null, cancellationToken);

    private static bool Fits(DecideImportRow request, StagedRow row) => request.Decision switch
    {
        RowDecision.AsKnownPerson => request.PersonId is { } person && row.Details.Candidates.Contains(person),
        // She has the number that another person is known by.
        RowDecision.AsNewPerson => row.Details.Doubt is not (DoubtReason.CitizenIdOfAnother or DoubtReason.NumberAgreesNearly),
        _ => true,
    };
}
