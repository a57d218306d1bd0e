using FluentValidation;
using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Approvals;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Approvals;

/// <summary>Agrees, or not, to what somebody else asked for. Who asked then does it: agreeing does nothing by itself.</summary>
[Requires(Permission.Approve)]
[ConcernsNothing("the database gives the approvals of the scope only")]
public sealed record DecideApproval(long ApprovalId, bool Grant, string Reason) : IRequest<Outcome<Approval>>;

internal sealed class DecideApprovalValidator : AbstractValidator<DecideApproval>
{
    public DecideApprovalValidator()
    {
        RuleFor(request => request.Reason).Must((request, reason) => request.Grant || !string.IsNullOrWhiteSpace(reason))
            .WithMessage("Hãy ghi lý do không duyệt để người đề nghị biết cần sửa gì.");
        RuleFor(request => request.Reason).MaximumLength(500).WithMessage("Lý do dài quá 500 ký tự. Hãy ghi ngắn lại.");
    }
}

internal sealed class DecideApprovalHandler(MembershipDb db, Actor actor, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<DecideApproval, Outcome<Approval>>
{
    public async Task<Outcome<Approval>> Handle(DecideApproval request, CancellationToken cancellationToken)
    {
        var approval = await db.Approvals.SingleOrDefaultAsync(one => one.Id == request.ApprovalId && one.State == ApprovalState.Waiting, cancellationToken);
        if (approval is null)
            return new NoSuchApproval(request.ApprovalId);
        if (approval.RequestedById == actor.UserId && approval.RequestedBy == actor.Name)
            return Refuse(new CannotApproveOwnRequest(request.ApprovalId), approval);

        approval.State = request.Grant ? ApprovalState.Granted : ApprovalState.Declined;
        approval.DecidedById = actor.UserId;
        approval.DecidedBy = actor.Name;
        approval.DecidedAt = clock.GetUtcNow().UtcDateTime;
        approval.Reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        trail.Note(new AuditNote(AuditKind.Approved, nameof(Approval), approval.Id)
        {
            LocalityId = approval.LocalityId,
            OrganizationId = approval.OrganizationId,
            Reason = approval.Reason,
            Details = new Dictionary<string, object?> { ["granted"] = request.Grant, ["kind"] = approval.Kind.ToString(), ["subject"] = approval.SubjectId },
        });
        await db.SaveChangesAsync(cancellationToken);
        return approval;
    }

    private CannotApproveOwnRequest Refuse(CannotApproveOwnRequest refusal, Approval approval)
    {
        trail.Note(new AuditNote(AuditKind.Refused, nameof(Approval), approval.Id) { LocalityId = approval.LocalityId, OrganizationId = approval.OrganizationId });
        return refusal;
    }
}
