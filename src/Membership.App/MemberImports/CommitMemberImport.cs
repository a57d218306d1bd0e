using MediatR;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Approvals;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>
/// Writes the rows of a checked list that can be taken to the register, in one transaction: all of them or none. Doubtful rows
/// without a decision stay in staging and can be taken by a later commit of the same import. When the register has changed since the
/// check, the list is checked again first, and not written if that finds anything otherwise.
/// </summary>
/// <param name="OnlyGoodRows">False: nothing is written as long as any row cannot be taken.</param>
[Requires(Permission.ImportLists)]
public sealed record CommitMemberImport(long ImportId, IProgress<ImportProgress>? Progress = null, bool OnlyGoodRows = true)
    : IRequest<Outcome<CommitSummary>>, IConcernsImport;

/// <param name="People">People who came new into the register by this commit.</param>
/// <param name="Changed">Known people of whom something changed.</param>
/// <param name="Waiting">Doubtful rows that still wait for a decision.</param>
public sealed record CommitSummary(int People, int Changed, int Waiting)
{
    /// <summary>Members whom a full list does not name and who have left.</summary>
    public int Ended { get; init; }

    /// <summary>Rows of people beyond the scope, put before those who cover them.</summary>
    public int BeyondScope { get; init; }
}

internal sealed class CommitMemberImportHandler(
    MembershipDb db, LocalityDirectory localities, ImportFiles files, SecondPerson secondPerson, ImportRechecking rechecking, ImportPublishing publishing,
    LargeImports large, ScopeInForce scope, Actor actor)
    : IRequestHandler<CommitMemberImport, Outcome<CommitSummary>>
{
    private const int MostAttempts = 3;

    public async Task<Outcome<CommitSummary>> Handle(CommitMemberImport request, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var found = await rechecking.BringUpToDateAsync(request.ImportId, request.Progress, cancellationToken);
            if (found.IsRefused)
                return found.Refusal!;

            // Somebody may write between the check and the transaction.
            var written = await WriteAsync(found.Value, request, cancellationToken);
            if (written.Refusal is not RegisterChangedSinceCheck || attempt == MostAttempts)
                return written;
        }
    }

    private async Task<Outcome<CommitSummary>> WriteAsync(MemberImport import, CommitMemberImport request, CancellationToken cancellationToken)
    {
        if ((NotAnswered(import) ?? await QuestionAsync(import, cancellationToken) ?? StandsInTheWay(import, request.OnlyGoodRows)) is { } refusal)
            return refusal;

        var organizations = await ImportOrganizations.ReadAsync(db, import, scope, actor, cancellationToken);
        if (BeyondScope(import, organizations) is { } beyond)
            return beyond;

        if (await large.IsNeededToWriteAsync(import, cancellationToken)
            && await secondPerson.AskAsync(await QuestionOfAsync(import, organizations.Own, cancellationToken), cancellationToken) is { } waiting)
            return waiting;

        await using var register = await files.OpenRegisterWithStagingAsync(import.Id, cancellationToken);
        var list = ListContext.Of(import, organizations, localities, register);
        return await publishing.PublishAsync(register, import, list, request.Progress, cancellationToken);
    }

    private Refusal? NotAnswered(MemberImport import) => RepairAnswers.Missing(import, files) is { } repairs ? repairs
        : import.Choices.EmptyCells == EmptyCells.NotAnswered && import.EmptyCellRows > 0 ? new EmptyCellsNotAnswered(import.EmptyCellRows) : null;

    private Refusal? StandsInTheWay(MemberImport import, bool onlyGoodRows)
    {
        using var staging = files.OpenStaging(import.Id);
        if (onlyGoodRows)
            return import.State == MemberImportState.Checked && IsNothing(import, staging) ? new NothingToWrite(import.Id) : null;

        var undecided = staging.Count("Verdict = 4 AND Decision = 0");
        return import.RejectedRows + undecided > 0 ? new RowsStandInTheWay(import.RejectedRows, undecided) : null;
    }

    private async Task<Refusal?> QuestionAsync(MemberImport import, CancellationToken cancellationToken)
    {
        using var staging = files.OpenStaging(import.Id);
        return (await ListQuestions.ReadAsync(db, import, staging, cancellationToken)).Open(import.Id);
    }

    private static bool IsNothing(MemberImport import, ImportStaging staging) =>
        staging.RowsToWrite() == 0
        && (import.Choices.Mode != ListMode.Full || staging.Missing.Where("Reason IS NOT NULL").Count == 0);

    /// <summary>Somebody who may write more has read the list: what was shown to her must not be written by half.</summary>
    private OrganizationsBeyondScope? BeyondScope(MemberImport import, ImportOrganizations organizations)
    {
        using var staging = files.OpenStaging(import.Id);
        var beyond = staging.OtherOrganizations().Where(code => !organizations.Named.Others.Contains(code)).ToHashSet();
        return beyond.Count == 0
            ? null
            : new OrganizationsBeyondScope(import.Id, [.. organizations.Others.Where(row => beyond.Contains(row.Code)).Select(row => row.ShortName)]);
    }

    private async Task<ApprovalQuestion> QuestionOfAsync(MemberImport import, Organization organization, CancellationToken cancellationToken) => new(
        ApprovalKind.LargeImport,
        import.Id,
        large.DigestOf(import),
        LargeImportText.Question(
            import, organization, localities.FactOf(import.LocalityId, import.AsOf)!, await large.WrittenBesideAsync(import, cancellationToken)),
        import.LocalityId,
        import.OrganizationId);
}
