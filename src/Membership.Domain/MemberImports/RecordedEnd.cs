using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What the register says of somebody who is no member any more.</summary>
/// <param name="OrganizationId">Whose record it is.</param>
/// <param name="On">The first day on which she was no member.</param>
public sealed record RecordedEnd(long OrganizationId, MembershipReason Reason, DateOnly On)
{
    /// <summary>
    /// Whoever died, in whichever organization that was recorded; else whoever left, or was expelled from, an organization in which the row
    /// says that she is, and has not come back since. Null of all others: who moves within an organization stays in it.
    /// </summary>
    /// <param name="ofOthers">Organizations beside the list's own that the row names.</param>
    public static RecordedEnd? Of(KnownPerson person, ListedPerson row, long ownOrganizationId, IEnumerable<long> ofOthers)
    {
        if (person.Death is not null)
            return person.Death;

        var own = row.IsInOthersOnly ? null : LastOf(ownOrganizationId, person.Memberships);
        return own ?? ofOthers.Select(id => LastOf(id, [.. person.MembershipsByOrganization[id]])).FirstOrDefault(end => end is not null);
    }

    /// <summary>Reasons after which somebody is a member again only by a decision.</summary>
    public static bool Ends(MembershipReason reason) => reason is MembershipReason.Death or MembershipReason.Expulsion or MembershipReason.Removal
        or MembershipReason.Withdrawal or MembershipReason.TransferOut or MembershipReason.AgingOut or MembershipReason.EndedByRule;

    private static RecordedEnd? LastOf(long organizationId, IReadOnlyList<KnownMembership> memberships) =>
        memberships is [.., { To: { } day, EndedBy: { } reason }] && Ends(reason) ? new RecordedEnd(organizationId, reason, day) : null;
}
