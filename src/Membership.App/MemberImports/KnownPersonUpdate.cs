using Membership.App.Texts;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>All that a row changes for a known person: her own fields, where she lives, and her membership.</summary>
internal sealed record KnownPersonUpdate(
    KnownPerson Person, IReadOnlyList<FieldChange> Fields, IReadOnlyList<MembershipChange> Membership, IReadOnlyList<ResidenceStretch> Residence)
{
    /// <summary>What is not written but put before those who may: of somebody beyond the scope nearly all.</summary>
    public IReadOnlyList<ProposedChange> Proposals { get; init; } = [];

    /// <param name="blank">Fields whose cells are blank in the row.</param>
    public static KnownPersonUpdate Of(KnownPerson person, ListedPerson listed, ListContext list, IReadOnlyCollection<MemberField> blank)
    {
        var update = Decide(person, listed, list, list.Choices.EmptyCells == EmptyCells.Clear && person.IsWithinScope ? blank : []);
        return person.IsWithinScope ? update.WithinWards(list) : update.ForSomebodyBeyond(list);
    }

    /// <summary>That she lives in a ward which the officer does not cover is for that ward to say.</summary>
    private KnownPersonUpdate WithinWards(ListContext list) => Residence.All(stretch => list.CoversHome(stretch.LocalityId)) ? this : this with
    {
        Residence = [.. Residence.Where(stretch => list.CoversHome(stretch.LocalityId))],
        Proposals = [.. Residence.Where(stretch => !list.CoversHome(stretch.LocalityId)).TakeLast(1).Select(stretch => ProposedChange.OfWard(stretch))],
    };

    /// <summary>She becomes a member of the list's unit, if she is in no other of the organization; the rest is proposed.</summary>
    private KnownPersonUpdate ForSomebodyBeyond(ListContext list) => this with
    {
        Fields = [],
        Kept = [],
        Residence = [],
        Membership = [.. Membership.Where(IsClaim)],
        Proposals =
        [
            .. Membership.Where(change => !IsClaim(change) && change.Step is MembershipStep.Open or MembershipStep.Transfer).Select(ProposedChange.Of),
            .. Fields.Select(change => ProposedChange.Of(change, Person, list)),
            .. Residence.TakeLast(1).Select(ProposedChange.Of),
        ],
    };

    private static bool IsClaim(MembershipChange change) =>
        !change.IsInOther && (change.Step is MembershipStep.Open || change.Step.Existing is { IsClaim: true });

    /// <summary>What the list says otherwise and the officer chose to keep.</summary>
    public IReadOnlyList<FieldChange> Kept { get; init; } = [];

    /// <summary>What would be lost, whatever the officer answered.</summary>
    public IEnumerable<KnownFact> Asked => Facts(Fields.Concat(Kept).Where(change => change.IsAsked));

    /// <summary>Values of the register that another one replaces.</summary>
    public IEnumerable<KnownFact> Overwritten => Facts(Fields.Where(change => change is { Before: not null, After: not null } && !IsRicher(change)))
        .Concat(Membership.Any(change => change.IsMove) ? [KnownFact.Branch] : []);

    /// <summary>Values that the register lacks, or knows less of.</summary>
    public IEnumerable<KnownFact> Filled => Facts(Fields.Where(change => change.Before is null || IsRicher(change)));

    /// <summary>What a commit writes: never over a value about which nothing was answered.</summary>
    public IEnumerable<FieldChange> ToWrite(ListChoices choices) =>
        Fields.Where(change => !change.IsAsked || choices.KnownPeople.GetValueOrDefault(KnownFacts.Of(change.Field)!.Value) == KnownAnswer.Take);

    /// <summary>1980 becomes 12/05/1980.</summary>
    private static bool IsRicher(FieldChange change) => change is { Field: MemberField.DateOfBirth, IsAsked: false };

    private static IEnumerable<KnownFact> Facts(IEnumerable<FieldChange> changes) =>
        changes.Select(change => KnownFacts.Of(change.Field)).OfType<KnownFact>().Distinct();

    /// <summary>Whether it makes a difference what blank cells mean.</summary>
    public static bool DependsOnBlanks(KnownPerson person, ListedPerson listed, ListContext list, IReadOnlyCollection<MemberField> blank)
    {
        if (blank.Count == 0)
            return false;

        var (keeping, clearing) = (Decide(person, listed, list, []), Decide(person, listed, list, blank));
        return keeping.Fields.Count != clearing.Fields.Count || !keeping.Membership.SequenceEqual(clearing.Membership);
    }

    private static KnownPersonUpdate Decide(KnownPerson person, ListedPerson listed, ListContext list, IReadOnlyCollection<MemberField> cleared)
    {
        var fields = PersonDifferences.Between(person, listed, list.HomeOf(listed.CommuneId).On(list.AsOf), list.AsOf, cleared, list.PlacesOf(listed));
        bool IsKept(FieldChange change) => change.IsAsked && list.Choices.Keeps(KnownFacts.Of(change.Field)!.Value);
        return Decide(person, listed, list, cleared, [.. fields.Where(change => !IsKept(change))]) with { Kept = [.. fields.Where(IsKept)] };
    }

    private static KnownPersonUpdate Decide(
        KnownPerson person, ListedPerson listed, ListContext list, IReadOnlyCollection<MemberField> cleared, IReadOnlyList<FieldChange> fields) => new(
        person,
        fields,
        [.. MembershipChange.InOwn(person, listed, list, cleared.Contains(MemberField.Office)), .. MembershipChange.InOthers(person, listed, list)],
        ResidencePlan.Decide(person.Residences, list.HomeOf(listed.CommuneId).Stretches(MembershipPlan.FirstDay(listed, list.AsOf)), list.AsOf));

    /// <summary>The changes as the preview lists them.</summary>
    /// <param name="home">Where she lives, as the row says.</param>
    public IReadOnlyList<ShownChange> Shown(HomeCommune home) =>
    [
        .. Fields.Select(Shown),
        .. Membership.SelectMany(change => change.Shown()),
        .. Residence.Select(stretch => Shown(home, stretch)),
    ];

    public static ShownChange Shown(HomeCommune home, ResidenceStretch stretch) => new("Cư trú", null, $"{home.Name}, từ {ShownDate.Of(stretch.From)}");

    public IReadOnlyList<ShownChange> ShownKept() => [.. Kept.Select(Shown)];

    /// <summary>Ethnicity and religion are in no list, not in this one either.</summary>
    private static ShownChange Shown(FieldChange change) => change.Field is MemberField.EthnicGroup or MemberField.Religion
        ? new ShownChange(MemberFieldText.Of(change.Field), null, change.After is null ? MembershipChange.Cleared : "có thay đổi")
        : new ShownChange(MemberFieldText.Of(change.Field), Shown(change.Field, change.Before), Shown(change.Field, change.After) ?? MembershipChange.Cleared);

    private static string? Shown(MemberField field, string? value) => (field, value) switch
    {
        (_, null) => null,
        (MemberField.FormerIdNumber, _) => Domain.Members.PersonValue.Masked(value),
        (MemberField.CitizenId, _) => Domain.Members.CitizenId.TryParse(value)?.Masked,
        (MemberField.DateOfBirth, _) => ShownDate.Of(Domain.Members.PartialDate.Parse(value)),
        (MemberField.Sex, nameof(Domain.Members.Sex.Male)) => "Nam",
        (MemberField.Sex, _) => "Nữ",
        _ => value,
    };
}
