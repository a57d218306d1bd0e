using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What a row asks of a person's membership in the list's organization.</summary>
public abstract record MembershipStep
{
    /// <summary>The interval that the step changes; null when it changes none.</summary>
    public KnownMembership? Existing => this switch
    {
        Transfer transfer => transfer.From,
        Relocate relocate => relocate.Membership,
        Amend amend => amend.Membership,
        _ => null,
    };

    /// <summary>Begin an interval.</summary>
    public sealed record Open(DateOnly From, DateOnly? To, MembershipReason BeganBy, MembershipReason? EndedBy) : MembershipStep;

    /// <summary>End an interval on a day and go on in the list's unit from that day.</summary>
    public sealed record Transfer(KnownMembership From, DateOnly On, MembershipReason Reason) : MembershipStep;

    /// <summary>The interval was in this branch from its first day: a corrected list of the same day.</summary>
    public sealed record Relocate(KnownMembership Membership) : MembershipStep;

    /// <summary>Correct what is known of an interval that stays where it is.</summary>
    public sealed record Amend(KnownMembership Membership, DateOnly From, PartialDate? AdmittedOn, string? Office) : MembershipStep;
}

/// <summary>
/// Decides what a list does to a membership. A list proves that the person was a member on its day, and since the admission
/// date it gives; it never proves that somebody left.
/// </summary>
public static class MembershipPlan
{
    /// <param name="known">The person's intervals in the organization, by date.</param>
    /// <param name="clearsOffice">No office in the row means that she has none any more.</param>
    public static IReadOnlyList<MembershipStep> Decide(
        IReadOnlyList<KnownMembership> known, ListedPerson listed, DateOnly asOf, ListedUnit unit, bool clearsOffice = false)
    {
        if (known.Count == 0)
            return [Begin(listed, asOf, null)];

        var current = known.LastOrDefault(membership => membership.Contains(asOf));
        if (current is not null)
            return Continue(known, current, listed, asOf, unit, clearsOffice);

        var next = known.FirstOrDefault(membership => membership.From > asOf);
        return next is not null ? Before(known, next, listed, asOf, unit) : [Return(known[^1], listed, asOf)];
    }

    /// <summary>
    /// As above for an organization that the list merely names beside its own: it says that the person is a member, not where, so
    /// a membership elsewhere stays where it is.
    /// </summary>
    /// <param name="listed">As <see cref="ListedPerson.In"/> gives it.</param>
    public static IReadOnlyList<MembershipStep> DecideOther(IReadOnlyList<KnownMembership> known, ListedPerson listed, DateOnly asOf, ListedUnit unit) =>
        known.Any(membership => membership.Contains(asOf) && membership.BaseUnitId != unit.BaseUnitId) ? [] : Decide(known, listed, asOf, unit);

    /// <summary>
    /// The row contradicts what is known of its day: the person was then in another base unit, by a list of the same day or in a
    /// time that is over. Neither list can be believed over the other, and nobody is in two units of one organization.
    /// </summary>
    public static bool Contradicts(IReadOnlyList<KnownMembership> known, DateOnly asOf, ListedUnit unit) =>
        known.Any(membership => membership.Contains(asOf) && membership.BaseUnitId != unit.BaseUnitId && !MayTransfer(membership, asOf));

    /// <summary>The first day of membership that a row proves.</summary>
    public static DateOnly FirstDay(PartialDate? admittedOn, DateOnly asOf) =>
        admittedOn is { } date && date.Earliest < asOf ? date.Earliest : asOf;

    /// <summary>The first day on which a row proves a membership in any organization.</summary>
    public static DateOnly FirstDay(ListedPerson listed, DateOnly asOf)
    {
        var own = FirstDay(listed.IsInOthersOnly ? null : listed.AdmittedOn, asOf);
        return listed.AlsoIn?.All.Select(other => FirstDay(other.Since, asOf)).Append(own).Min() ?? own;
    }

    private static MembershipStep.Open Begin(ListedPerson listed, DateOnly asOf, DateOnly? to) =>
        new(
            FirstDay(listed.AdmittedOn, asOf),
            to,
            listed.AdmittedOn is null ? MembershipReason.Listed : MembershipReason.Admission,
            to is null ? null : MembershipReason.InternalTransfer);

    private static MembershipStep.Open Return(KnownMembership last, ListedPerson listed, DateOnly asOf)
    {
        var admitted = listed.AdmittedOn?.Earliest;
        return new MembershipStep.Open(admitted >= last.To && admitted < asOf ? admitted.Value : asOf, null, MembershipReason.Readmission, null);
    }

    private static IReadOnlyList<MembershipStep> Continue(
        IReadOnlyList<KnownMembership> known, KnownMembership current, ListedPerson listed, DateOnly asOf, ListedUnit unit, bool clearsOffice)
    {
        if (unit.IsSameAs(current) || Contradicts(known, asOf, unit))
            return Amend(known, current, listed, asOf, clearsOffice);

        return MayTransfer(current, asOf)
            ? [new MembershipStep.Transfer(current, asOf, MembershipReason.InternalTransfer)]
            : [new MembershipStep.Relocate(current), .. Amend(known, current, listed, asOf, clearsOffice)];
    }

    private static bool MayTransfer(KnownMembership current, DateOnly asOf) => current.From < asOf && current.To is null;

    /// <summary>An older list: the membership reaches back to it, in the same unit, or in an interval of its own before it.</summary>
    private static IReadOnlyList<MembershipStep> Before(
        IReadOnlyList<KnownMembership> known, KnownMembership next, ListedPerson listed, DateOnly asOf, ListedUnit unit) =>
        unit.IsSameAs(next) && next == known[0] ? Amend(known, next, listed, asOf, clearsOffice: false)
        : next == known[0] ? [Begin(listed, asOf, next.From)]
        : [];

    private static IReadOnlyList<MembershipStep> Amend(
        IReadOnlyList<KnownMembership> known, KnownMembership membership, ListedPerson listed, DateOnly asOf, bool clearsOffice)
    {
        var admitted = listed.AdmittedOn ?? membership.AdmittedOn;
        var office = listed.Office ?? (clearsOffice ? null : membership.Office);
        var from = membership == known[0] ? Beginning(membership, listed, asOf) : membership.From;
        return from == membership.From && admitted == membership.AdmittedOn && office == membership.Office
            ? []
            : [new MembershipStep.Amend(membership, from, admitted, office)];
    }

    private static DateOnly Beginning(KnownMembership first, ListedPerson listed, DateOnly asOf)
    {
        if (listed.AdmittedOn is { } date && date != first.AdmittedOn && (first.To is null || date.Earliest < first.To))
            return FirstDay(date, asOf < first.From ? asOf : first.From);

        return asOf < first.From ? asOf : first.From;
    }
}

/// <summary>Where in its organization a row says the person is.</summary>
/// <param name="BaseUnitId">The base unit of the list's commune; null when it is still to be founded.</param>
/// <param name="BranchId">The branch; null when it is still to be founded.</param>
/// <param name="NamesBranch">The row names a branch.</param>
public sealed record ListedUnit(long? BaseUnitId, long? BranchId, bool NamesBranch)
{
    /// <summary>A row without a branch agrees with any branch of its base unit.</summary>
    public bool IsSameAs(KnownMembership membership) =>
        membership.BaseUnitId == BaseUnitId && (!NamesBranch || membership.UnitId == BranchId);
}
