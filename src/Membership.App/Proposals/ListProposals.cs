using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Audit;
using Membership.Domain.Members;
using Membership.Domain.Proposals;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Proposals;

/// <summary>What lists of others say of people, or of a ward, whom the user covers, oldest first; and what became of what her own lists proposed.</summary>
[Requires(Permission.EditPeople)]
[ConcernsNothing("the database gives the proposals that the user may decide only")]
public sealed record ListProposals : IRequest<ProposalList>
{
    /// <summary>People on the page; the rest follows once these are decided.</summary>
    public const int PeopleAtMost = 50;
}

/// <param name="People">Open proposals by person and list.</param>
/// <param name="Open">How many are open, shown or not.</param>
/// <param name="Own">By import of the user, latest first.</param>
public sealed record ProposalList(IReadOnlyList<ProposedPerson> People, int Open, IReadOnlyList<OwnProposals> Own);

/// <param name="CanBeOpened">Her page is within the scope; who is only said to live in the user's ward has none yet.</param>
/// <param name="ListOf">The unit of the list that names her.</param>
public sealed record ProposedPerson(
    long PersonId, string FullName, PartialDate? BirthDate, bool CanBeOpened, string ListOf, DateTime ProposedAt, IReadOnlyList<ShownProposal> Proposals);

/// <param name="Before">As the register says; null when it says nothing. Numbers masked.</param>
public sealed record ShownProposal(long Id, ProposalKind Kind, string Label, string? Before, string? After);

/// <summary>Of an import: only how many of its proposals are in which state, nothing of whom they are about.</summary>
public sealed record OwnProposals(long ImportId, int Open, int Agreed, int Refused);

internal sealed class ListProposalsHandler(MembershipDb db, LocalityDirectory localities, FieldCipher cipher, Actor actor, AuditTrail trail)
    : IRequestHandler<ListProposals, ProposalList>
{
    public async Task<ProposalList> Handle(ListProposals request, CancellationToken cancellationToken)
    {
        var open = db.Proposals.AsNoTracking().Where(one => one.State == ProposalState.Open);
        var count = await open.CountAsync(cancellationToken);
        var people = await open.GroupBy(one => one.PersonId).OrderBy(ofPerson => ofPerson.Min(one => one.Id)).Select(ofPerson => ofPerson.Key)
            .Take(ListProposals.PeopleAtMost).ToListAsync(cancellationToken);
        var proposals = await open.Where(one => people.Contains(one.PersonId)).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var shown = await ShownAsync(people, proposals, cancellationToken);
        trail.Note(new AuditNote(AuditKind.PeopleListed, nameof(Proposal)) { Details = new Dictionary<string, object?> { ["shown"] = shown.Count, ["total"] = count } });
        return new ProposalList(shown, count, await OwnAsync(cancellationToken));
    }

    private async Task<List<ProposedPerson>> ShownAsync(List<long> ids, List<Proposal> proposals, CancellationToken cancellationToken)
    {
        var people = await db.People.IgnoreQueryFilters().AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        var seen = (await db.People.Where(person => ids.Contains(person.Id)).Select(person => person.Id).ToListAsync(cancellationToken)).ToHashSet();
        var homes = (await db.Residences.AsNoTracking().Where(home => ids.Contains(home.PersonId)).ToListAsync(cancellationToken)).ToLookup(home => home.PersonId);
        var unitIds = proposals.Select(one => one.UnitId).OfType<long>().Distinct().ToList();
        var units = await db.OrganizationUnits.Where(unit => unitIds.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
        return proposals.GroupBy(one => (one.PersonId, one.ImportId)).Select(ofList =>
        {
            var (person, first) = (people[ofList.Key.PersonId], ofList.First());
            return new ProposedPerson(
                person.Id, WithheldText.Of(person) ?? person.FullName, person.BirthDate, seen.Contains(person.Id), UnitName(units, first), first.ProposedAt,
                [.. ofList.Select(one => Shown(one, person, homes[person.Id], units))]);
        }).ToList();
    }

    private ShownProposal Shown(Proposal one, Person person, IEnumerable<Residence> homes, Dictionary<long, string> units) => one.Kind switch
    {
        ProposalKind.Field => new(one.Id, one.Kind, PersonFieldText.Of(one.Field!.Value), Value(one.Field.Value, new PersonValues(cipher).Of(person, one.Field.Value)),
            Value(one.Field.Value, cipher.OpenOrNull(one.Value, SealedPlace.OfProposal(one.PersonId)))),
        ProposalKind.Residence => new(one.Id, one.Kind, "Nơi cư trú", Home(homes.LastOrDefault(home => home.From <= one.From && (home.To == null || home.To > one.From))),
            string.Join(", ", new[] { cipher.OpenOrNull(one.Value, SealedPlace.OfProposal(one.PersonId)), PersonBelongings.PlaceName(localities, one.HomeId!.Value, one.From), $"từ {ShownDate.Of(one.From)}" }.OfType<string>())),
        ProposalKind.Claim => new(one.Id, one.Kind, "Được xem thông tin của người này", null, UnitName(units, one)),
        _ => new(one.Id, one.Kind, "Là hội viên, đoàn viên của đơn vị", null, $"{UnitName(units, one)}, từ {ShownDate.Of(one.From)}"),
    };

    private string? Home(Residence? home) => home is null
        ? null
        : string.Join(", ", new[] { home.Address, PersonBelongings.PlaceName(localities, home.LocalityId, home.From) }.OfType<string>());

    private static string UnitName(Dictionary<long, string> units, Proposal one) => one.UnitId is { } unit ? units.GetValueOrDefault(unit, "đơn vị khác") : "đơn vị khác";

    private static string? Value(PersonField field, string? value) => (field, value) switch
    {
        (_, null) => null,
        (PersonField.FullName or PersonField.Education or PersonField.Qualification or PersonField.PoliticalTheory, _) => value,
        (PersonField.Sex, _) => value == nameof(Sex.Male) ? "Nam" : "Nữ",
        (PersonField.DateOfBirth, _) => ShownDate.Of((PartialDate?)PartialDate.Parse(value)),
        _ => ChangeReading.Masked(field, value),
    };

    private async Task<IReadOnlyList<OwnProposals>> OwnAsync(CancellationToken cancellationToken)
    {
        var name = actor.Name;
        return await (from one in db.Proposals.IgnoreQueryFilters().Where(one => one.ProposedBy == name && one.State != ProposalState.Withdrawn)
                      group one by one.ImportId into ofImport
                      orderby ofImport.Key descending
                      select new OwnProposals(
                          ofImport.Key,
                          ofImport.Count(one => one.State == ProposalState.Open),
                          ofImport.Count(one => one.State == ProposalState.Agreed),
                          ofImport.Count(one => one.State == ProposalState.Refused))).Take(20).ToListAsync(cancellationToken);
    }
}
