using System.Globalization;
using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Proposals;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Proposals;

/// <summary>
/// Agrees to proposals, or refuses them. What is agreed to is written as a correction by whoever decides, person by person; a claim that is refused ends
/// the membership that the list began.
/// </summary>
[Requires(Permission.EditPeople)]
[ConcernsNothing("the database gives the proposals that the user may decide only")]
public sealed record DecideProposals(IReadOnlyCollection<long> ProposalIds, bool Agrees, string Reason) : IRequest<Outcome<int>>;

internal sealed class DecideProposalsValidator : AbstractValidator<DecideProposals>
{
    public DecideProposalsValidator()
    {
        RuleFor(request => request.ProposalIds).NotEmpty().WithMessage("Hãy chọn ít nhất một đề nghị.");
        RuleFor(request => request.Reason).IsAReason();
    }
}

internal sealed class DecideProposalsHandler(
    MembershipDb db, LocalityDirectory localities, PersonWriting writing, FieldCipher cipher, ImportFiles files, Actor actor, TimeProvider clock)
    : IRequestHandler<DecideProposals, Outcome<int>>
{
    private readonly PersonValues _values = new(cipher);

    public async Task<Outcome<int>> Handle(DecideProposals request, CancellationToken cancellationToken)
    {
        var proposals = await db.Proposals.Where(one => request.ProposalIds.Contains(one.Id) && one.State == ProposalState.Open)
            .OrderBy(one => one.Id).ToListAsync(cancellationToken);
        if (proposals.Count < request.ProposalIds.Distinct().Count())
            return new ProposalsAreNotOpen();

        foreach (var ofPerson in proposals.GroupBy(one => one.PersonId))
        {
            var person = await db.People.IgnoreQueryFilters().SingleAsync(one => one.Id == ofPerson.Key, cancellationToken);
            var refusal = person.RestrictedAt is not null ? new PersonIsRestricted()
                : request.Agrees ? await AgreeAsync(person, [.. ofPerson], request.Reason, cancellationToken)
                : await RefuseAsync(person, [.. ofPerson], request.Reason, cancellationToken);
            if (refusal is not null)
            {
                db.ChangeTracker.Clear();
                return refusal;
            }

            foreach (var proposal in ofPerson)
                Decide(proposal, request.Agrees ? ProposalState.Agreed : ProposalState.Refused, request.Reason);
            await writing.SaveAsync(person, isCountedAnew: true, cancellationToken);
            if (!request.Agrees)
                await GiveBackAsync([.. ofPerson], cancellationToken);
        }

        return proposals.Count;
    }

    private async Task<Refusal?> AgreeAsync(Person person, List<Proposal> proposals, string reason, CancellationToken cancellationToken)
    {
        var edits = proposals.Where(one => one.Kind == ProposalKind.Field)
            .Select(one => new FieldEdit(one.Field!.Value, _values.Of(person, one.Field.Value), cipher.OpenOrNull(one.Value, SealedPlace.OfProposal(one.PersonId))))
            .Where(edit => edit.Before != edit.After).ToList();
        foreach (var edit in edits)
        {
            if (await writing.BelongsToSomebodyElseAsync(person.Id, edit, cancellationToken) is { } refusal)
                return refusal;
        }

        writing.Set(person, edits, reason);
        foreach (var proposal in proposals)
        {
            var fits = proposal.Kind switch
            {
                ProposalKind.Claim => await AcceptAsync(proposal, cancellationToken),
                ProposalKind.Residence => await SettleAsync(person, proposal, reason, cancellationToken),
                ProposalKind.Membership => await JoinAsync(person, proposal, reason, cancellationToken),
                _ => true,
            };
            if (!fits)
                return new ProposalDoesNotFit(person.FullName);
        }

        return null;
    }

    private async Task<bool> AcceptAsync(Proposal claim, CancellationToken cancellationToken)
    {
        if (await db.Memberships.IgnoreQueryFilters().SingleOrDefaultAsync(one => one.Id == claim.MembershipId, cancellationToken) is not { } membership)
            return false;

        membership.IsClaim = false;
        return true;
    }

    private async Task<bool> SettleAsync(Person person, Proposal proposal, string reason, CancellationToken cancellationToken)
    {
        var homes = await db.Residences.IgnoreQueryFilters().Where(home => home.PersonId == person.Id).OrderBy(home => home.From).ToListAsync(cancellationToken);
        var address = cipher.OpenOrNull(proposal.Value, SealedPlace.OfProposal(proposal.PersonId));
        if (homes.LastOrDefault(home => home.LocalityId == proposal.HomeId && (home.To is null || home.To > proposal.From)) is { } same && same.From <= proposal.From)
        {
            if (address is not null && same.Address != address)
                writing.Remember(person, nameof(Residence.Address), same.Address, address, reason);
            same.Address = address ?? same.Address;
            return true;
        }

        var known = homes.ConvertAll(home => new KnownResidence(home.Id, home.LocalityId, home.Address, home.From, home.To));
        var added = ResidencePlan.Decide(known, HomeCommune.Of(proposal.HomeId!.Value, proposal.From, localities).Stretches(proposal.From), proposal.From);
        foreach (var stretch in added)
        {
            db.Add(new Residence
            {
                PersonId = person.Id,
                LocalityId = stretch.LocalityId,
                Address = address,
                From = stretch.From,
                To = stretch.To,
                RecordedAt = clock.GetUtcNow().UtcDateTime,
            });
            writing.Remember(
                person, "Residence", null,
                $"{stretch.LocalityId.ToString(CultureInfo.InvariantCulture)} {stretch.From.ToIso()} {stretch.To?.ToIso()}".TrimEnd(), reason);
        }

        return added.Count > 0;
    }

    private async Task<bool> JoinAsync(Person person, Proposal proposal, string reason, CancellationToken cancellationToken)
    {
        var known = await db.Memberships.IgnoreQueryFilters()
            .Where(one => one.PersonId == person.Id && one.OrganizationId == proposal.OrganizationId).OrderBy(one => one.From).ToListAsync(cancellationToken);
        var current = known.LastOrDefault(one => one.From <= proposal.From && (one.To is null || one.To > proposal.From));
        if (proposal.UnitId is not { } unit || !MayLeave(current, proposal))
            return false;

        await LeaveAsync(person, current, unit, proposal, reason, cancellationToken);
        var next = known.FirstOrDefault(one => one.From > proposal.From);
        db.Add(new MembershipInterval
        {
            PersonId = person.Id,
            OrganizationId = proposal.OrganizationId,
            UnitId = unit,
            From = proposal.From,
            To = next?.From,
            EndedBy = next is null ? null : MembershipReason.InternalTransfer,
            AdmittedOn = proposal.AdmittedOn ?? current?.AdmittedOn,
            BeganBy = BeganBy(current, proposal),
            Office = cipher.OpenOrNull(proposal.Value, SealedPlace.OfProposal(proposal.PersonId)),
            RecordedAt = clock.GetUtcNow().UtcDateTime,
        });
        await WithdrawOthersAsync(person, proposal, reason, cancellationToken);
        return true;
    }

    /// <summary>A membership that ended, or that began on the very day, is none to go on from.</summary>
    private static bool MayLeave(MembershipInterval? current, Proposal proposal) => current is null || (current.To is null && current.From != proposal.From);

    private static MembershipReason BeganBy(MembershipInterval? current, Proposal proposal) =>
        current is not null ? MembershipReason.InternalTransfer : proposal.AdmittedOn is null ? MembershipReason.Listed : MembershipReason.Admission;

    /// <summary>The unit she belonged to, if any, for the list's.</summary>
    private async Task LeaveAsync(Person person, MembershipInterval? current, long unit, Proposal proposal, string reason, CancellationToken cancellationToken)
    {
        if (current is not null)
        {
            (current.To, current.EndedBy) = (proposal.From, MembershipReason.InternalTransfer);
            writing.Remember(person, "Unit", Text(current.UnitId), Text(unit), reason, proposal.OrganizationId);
            return;
        }

        var code = await db.Organizations.Where(one => one.Id == proposal.OrganizationId).Select(one => one.Code).SingleAsync(cancellationToken);
        writing.Remember(person, "Membership", null, $"{code} {proposal.From.ToIso()}", reason, proposal.OrganizationId);
    }

    /// <summary>The row means one person only.</summary>
    private async Task WithdrawOthersAsync(Person person, Proposal proposal, string reason, CancellationToken cancellationToken)
    {
        var others = await db.Proposals.IgnoreQueryFilters().Where(one => one.ImportId == proposal.ImportId && one.RowNumber == proposal.RowNumber
            && one.PersonId != person.Id && one.Kind == ProposalKind.Membership && one.State == ProposalState.Open).ToListAsync(cancellationToken);
        others.ForEach(one => Decide(one, ProposalState.Withdrawn, reason));
    }

    private async Task<Refusal?> RefuseAsync(Person person, List<Proposal> proposals, string reason, CancellationToken cancellationToken)
    {
        var claims = proposals.Where(one => one.Kind == ProposalKind.Claim).Select(one => one.MembershipId).ToList();
        foreach (var membership in await db.Memberships.IgnoreQueryFilters().Where(one => claims.Contains(one.Id) && one.IsClaim).ToListAsync(cancellationToken))
        {
            db.Remove(membership);
            writing.Remember(person, "Membership", membership.From.ToIso(), null, reason, membership.OrganizationId);
        }

        return null;
    }

    /// <summary>A row that means nobody of those who were asked is somebody new: the next commit of its list takes it.</summary>
    private async Task GiveBackAsync(List<Proposal> refused, CancellationToken cancellationToken)
    {
        foreach (var one in refused.Where(one => one.Kind == ProposalKind.Membership))
        {
            var waits = await db.Proposals.IgnoreQueryFilters()
                .AnyAsync(other => other.ImportId == one.ImportId && other.RowNumber == one.RowNumber && other.State != ProposalState.Refused, cancellationToken);
            var isTaken = await db.ImportedRows.IgnoreQueryFilters().AnyAsync(row => row.ImportId == one.ImportId && row.RowNumber == one.RowNumber, cancellationToken);
            if (waits || isTaken || !File.Exists(files.StagingOf(one.ImportId)))
                continue;

            using var staging = files.OpenStaging(one.ImportId);
            staging.Decide(one.RowNumber, RowDecision.AsNewPerson, null);
        }
    }

    private void Decide(Proposal proposal, ProposalState state, string reason)
    {
        (proposal.State, proposal.Reason, proposal.DecidedBy, proposal.DecidedAt) = (state, reason.Trim(), actor.Name, clock.GetUtcNow().UtcDateTime);
        // What was agreed to stands in the register, what was not is nobody's to keep.
        proposal.Value = null;
    }

    private static string Text(long unit) => unit.ToString(CultureInfo.InvariantCulture);
}
