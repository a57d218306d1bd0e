using Membership.App.Texts;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What a row changes in a membership of one organization.</summary>
/// <param name="List">The list as one of that organization.</param>
/// <param name="Listed">What the row says of her as its member.</param>
internal sealed record MembershipChange(ListContext List, ListedPerson Listed, MembershipStep Step)
{
    public const string Cleared = "xóa";
    public const string Unit = "Đơn vị sinh hoạt";

    private static readonly KnownPerson Nobody = new() { Id = 0, FullName = "", FoldedName = "" };

    /// <summary>She goes from one branch of the list's unit to another, or comes from another unit.</summary>
    public bool IsMove => !IsInOther && Step is MembershipStep.Transfer or MembershipStep.Relocate;

    public bool IsInOther { get; private init; }

    public static IEnumerable<MembershipChange> InOwn(KnownPerson person, ListedPerson listed, ListContext list, bool clearsOffice) => listed.IsInOthersOnly
        ? []
        : MembershipPlan.Decide(person.Memberships, listed, list.AsOf, list.UnitOf(listed), clearsOffice).Select(step => new MembershipChange(list, listed, step));

    public static IEnumerable<MembershipChange> InOthers(KnownPerson person, ListedPerson listed, ListContext list)
    {
        foreach (var membership in listed.AlsoIn?.All ?? [])
        {
            var (other, asMember) = (list.Others[membership.Code], listed.In(membership));
            foreach (var step in MembershipPlan.DecideOther([.. person.MembershipsByOrganization[other.Organization.Id]], asMember, other.AsOf, other.UnitOf(asMember)))
                yield return new MembershipChange(other, asMember, step) { IsInOther = true };
        }
    }

    /// <summary>Somebody new joins the list's organization and lives in its commune, which needs no word; and these, or elsewhere.</summary>
    public static IReadOnlyList<ShownChange> ShownOfNew(ListedPerson listed, ListContext list) => listed is { AlsoIn: null, CommuneId: null }
        ? []
        : [.. InOthers(Nobody, listed, list).SelectMany(change => change.Shown()), .. ShownElsewhere(listed, list)];

    private static IEnumerable<ShownChange> ShownElsewhere(ListedPerson listed, ListContext list) => listed.CommuneId is null
        ? []
        : list.HomeOf(listed.CommuneId).Stretches(MembershipPlan.FirstDay(listed, list.AsOf)).Take(1).Select(stretch => KnownPersonUpdate.Shown(list.HomeOf(listed.CommuneId), stretch));

    public IEnumerable<ShownChange> Shown() => Step switch
    {
        MembershipStep.Open open => [new ShownChange(List.Organization.ShortName, null, $"{List.Organization.MemberNoun} từ {ShownDate.Of(open.From)}")],
        MembershipStep.Transfer transfer =>
            [new ShownChange(Unit, UnitText(transfer.From), $"{List.UnitNameOf(Listed)}, từ {ShownDate.Of(transfer.On)}")],
        MembershipStep.Relocate relocate => [new ShownChange(MemberFieldText.Of(MemberField.Branch), UnitText(relocate.Membership), List.UnitNameOf(Listed))],
        MembershipStep.Amend amend => Amended(amend),
        _ => throw new InvalidOperationException($"No text for {Step.GetType().Name}"),
    };

    private string UnitText(KnownMembership membership) => List.NameOf(membership.UnitId) ?? "đơn vị cũ";

    private IEnumerable<ShownChange> Amended(MembershipStep.Amend amend)
    {
        if (amend.From != amend.Membership.From || amend.AdmittedOn != amend.Membership.AdmittedOn)
        {
            yield return new ShownChange(
                IsInOther ? $"{MemberFieldText.Of(MemberField.AdmittedOn)} ({List.Organization.ShortName})" : MemberFieldText.Of(MemberField.AdmittedOn),
                ShownDate.Of(amend.Membership.AdmittedOn) ?? $"từ {ShownDate.Of(amend.Membership.From)}",
                ShownDate.Of(amend.AdmittedOn) ?? $"từ {ShownDate.Of(amend.From)}");
        }

        if (amend.Office != amend.Membership.Office)
            yield return new ShownChange(MemberFieldText.Of(MemberField.Office), amend.Membership.Office, amend.Office ?? Cleared);
    }
}
