using FluentValidation;
using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;

namespace Membership.App.MemberImports;

/// <summary>The officer confirms that members whom a full list does not name have left, why and when; or that they stay.</summary>
/// <param name="PersonIds">Null: all of them.</param>
/// <param name="Reason">Null: they stay. Else one of <see cref="Reasons"/>.</param>
/// <param name="LeftOn">The first day on which they were no longer members, up to the day of the list; null when they stay.</param>
[Requires(Permission.ImportLists)]
public sealed record DecideMissingMembers(long ImportId, IReadOnlyCollection<long>? PersonIds, MembershipReason? Reason, DateOnly? LeftOn)
    : IRequest<Outcome<int>>, IConcernsImport
{
    public static readonly IReadOnlyList<MembershipReason> Reasons =
    [
        MembershipReason.TransferOut, MembershipReason.Withdrawal, MembershipReason.Removal, MembershipReason.Expulsion,
        MembershipReason.AgingOut, MembershipReason.EndedByRule, MembershipReason.Death,
    ];
}

internal sealed class DecideMissingMembersValidator : AbstractValidator<DecideMissingMembers>
{
    public DecideMissingMembersValidator()
    {
        RuleFor(request => request.Reason).Must(reason => reason is not { } why || DecideMissingMembers.Reasons.Contains(why))
            .WithMessage("Hãy chọn lý do thôi sinh hoạt trong danh sách.");
        RuleFor(request => request.LeftOn).NotNull().When(request => request.Reason is not null).WithMessage("Hãy ghi ngày thôi sinh hoạt.");
    }
}

internal sealed class DecideMissingMembersHandler(MembershipDb db, ImportFiles files, AuditTrail trail) : IRequestHandler<DecideMissingMembers, Outcome<int>>
{
    public async Task<Outcome<int>> Handle(DecideMissingMembers request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        if (import.Choices.Mode != ListMode.Full)
            return new ListIsNotFull(import.Id);
        if (request.LeftOn > import.AsOf)
            return new LeftAfterTheList(request.LeftOn.Value, import.AsOf);

        using var staging = files.OpenStaging(import.Id);
        var members = staging.Missing.OfPeople(request.PersonIds);
        if (request.Reason is not null && members.Count(member => member.From >= request.LeftOn) is > 0 and var tooEarly)
            return new LeftBeforeJoining(tooEarly);

        var leftOn = request.Reason is null ? null : request.LeftOn;
        staging.Missing.Decide(members, request.Reason, leftOn);
        trail.Note(new AuditNote(AuditKind.Changed, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["missingMembers"] = members.Count, ["endedBy"] = request.Reason, ["leftOn"] = leftOn?.ToIso() },
        });
        return members.Count;
    }
}
