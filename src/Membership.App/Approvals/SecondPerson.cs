using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Approvals;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Approvals;

/// <summary>The two-person rule: a large step waits until somebody else has agreed to it.</summary>
public sealed class SecondPerson(MembershipDb db, Actor actor, TimeProvider clock, ApprovalSettings settings)
{
    /// <param name="rows">Of one step, with those that belong to it in the same day.</param>
    public bool IsNeededForRows(int rows) => settings.TwoPersons && rows > settings.ImportRows;

    /// <summary>Null when the step may be done; else why not, and the question is written down for somebody else.</summary>
    /// <param name="question">Without decision and requester, which are set here.</param>
    public async Task<Refusal?> AskAsync(ApprovalQuestion question, CancellationToken cancellationToken)
    {
        if (!settings.TwoPersons)
            return null;

        var latest = await LatestAsync(question.Kind, question.SubjectId, cancellationToken);
        var isAboutThis = latest?.Digest == question.Digest;
        if (!isAboutThis && latest is { State: ApprovalState.Waiting })
            await OutdateAsync(latest.Id, cancellationToken);
        return latest switch
        {
            { } when !isAboutThis => new NeedsSecondPerson(await WriteDownAsync(question, cancellationToken)),
            { State: ApprovalState.Granted } => null,
            { State: ApprovalState.Declined } => new DeclinedBySecondPerson(latest.Id, latest.Reason ?? ""),
            { } => new NeedsSecondPerson(latest.Id),
            null => new NeedsSecondPerson(await WriteDownAsync(question, cancellationToken)),
        };
    }

    /// <summary>The last time this was asked for; null when never.</summary>
    public Task<Approval?> LatestAsync(ApprovalKind kind, long subjectId, CancellationToken cancellationToken) =>
        db.Approvals.IgnoreQueryFilters().AsNoTracking()
            .Where(approval => approval.Kind == kind && approval.SubjectId == subjectId)
            .OrderByDescending(approval => approval.Id)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>So that nobody agrees to what would not be done.</summary>
    private async Task OutdateAsync(long approvalId, CancellationToken cancellationToken)
    {
        var waiting = await db.Approvals.IgnoreQueryFilters().SingleAsync(approval => approval.Id == approvalId, cancellationToken);
        waiting.State = ApprovalState.Outdated;
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<long> WriteDownAsync(ApprovalQuestion question, CancellationToken cancellationToken)
    {
        var approval = db.Approvals.Add(new Approval
        {
            Kind = question.Kind,
            SubjectId = question.SubjectId,
            Digest = question.Digest,
            LocalityId = question.LocalityId,
            OrganizationId = question.OrganizationId,
            Summary = question.Summary,
            RequestedById = actor.UserId,
            RequestedBy = actor.Name,
            RequestedAt = clock.GetUtcNow().UtcDateTime,
            State = ApprovalState.Waiting,
        }).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return approval.Id;
    }
}

/// <param name="Digest">SHA-256, lower-case hex, over all that is agreed to: an agreement holds for nothing else.</param>
/// <param name="Summary">One Vietnamese sentence for who decides, without names of members.</param>
public sealed record ApprovalQuestion(ApprovalKind Kind, long SubjectId, string Digest, string Summary, long? LocalityId, long? OrganizationId);
