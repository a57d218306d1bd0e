using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>
/// Tells the stories of the people of one commune: joining, growing out, leaving, coming back, moving, dying. The same from the
/// same seed, and independent of the other communes.
/// </summary>
public sealed class StoryTeller
{
    private static readonly DateOnly End = PeopleGenerator.LastDay;

    private readonly SampleCommune _home;
    private readonly SampleCommune[] _elsewhere;
    private readonly PeopleGenerator _people;
    private readonly SampleRandom _random;
    private readonly MembershipChoice _choice;

    /// <param name="communes">Where people who move away may go, the home among them.</param>
    public StoryTeller(SampleCommune home, IReadOnlyList<SampleCommune> communes, ulong seed, SerialRange serials)
    {
        _home = home;
        _elsewhere = [.. communes.Where(commune => commune != home)];
        _people = new PeopleGenerator(SampleRandom.SeedOf(seed, "people " + home.Code), serials);
        _random = new SampleRandom(SampleRandom.SeedOf(seed, "stories " + home.Code));
        _choice = new MembershipChoice(_random);
    }

    public IEnumerable<PersonStory> Tell(int people)
    {
        for (var i = 0; i < people; i++)
            yield return Tell(_people.Next(_home));
    }

    private PersonStory Tell(SamplePerson person)
    {
        var memberships = _choice.Of(person, _home);
        var part = _random.Below(1000);
        var first = memberships.Min(membership => membership.From);
        var from = _random.Chance(60) ? PersonStory.FirstDay : first;
        var story = new PersonStory(person, part, [new StoryResidence(_home, person.Address, from, null)], memberships);
        if (_random.Chance(PerMilleDying(person.AgeOn(End))))
            return Finish(story, MembershipReason.Death);
        if (_random.Chance(22))
            return Finish(story, MembershipReason.TransferOut);

        return _elsewhere.Length > 0 && _random.Chance(18) ? Move(story) : story;
    }

    private static int PerMilleDying(int age) => age switch
    {
        >= 70 => 120,
        >= 60 => 45,
        _ => 5,
    };

    /// <summary>Died, or left the city: lives here no more and belongs to nothing here.</summary>
    private PersonStory Finish(PersonStory story, MembershipReason reason)
    {
        var day = DayWithin(story);
        return story with
        {
            Residences = [story.Residences[0] with { To = day }],
            Memberships = [.. story.Memberships.Select(membership => membership.Until(day, reason)).OfType<StoryMembership>()],
        };
    }

    /// <summary>Moves to another commune. Most take their memberships along, some go on belonging to the old branch.</summary>
    private PersonStory Move(PersonStory story)
    {
        var day = DayWithin(story);
        var to = _random.Pick(_elsewhere);
        var neighbourhood = _random.Below(to.Neighbourhoods);
        var residence = new StoryResidence(to, _people.Address(to, neighbourhood), day, null);
        var takesAlong = _random.Chance(850);
        return story with
        {
            Residences = [story.Residences[0] with { To = day }, residence],
            Memberships = takesAlong
                ? [.. story.Memberships.SelectMany(membership => Along(membership, day, to, neighbourhood))]
                : story.Memberships,
        };
    }

    private static IEnumerable<StoryMembership> Along(StoryMembership membership, DateOnly day, SampleCommune to, int neighbourhood)
    {
        if (membership.Until(day, MembershipReason.TransferOut) is { } before)
            yield return before;

        var goesOn = membership.To is null || membership.To > day;
        var isOrganized = membership.Organization != "HND" || to.HasFarmersUnion;
        if (goesOn && isOrganized && membership.From < day)
            yield return membership with { Commune = to, Neighbourhood = neighbourhood, From = day, BeganBy = MembershipReason.TransferIn, Office = null };
        else if (goesOn && isOrganized)
            yield return membership with { Commune = to, Neighbourhood = neighbourhood };
    }

    /// <summary>After the first membership began, so that every person has one.</summary>
    private DateOnly DayWithin(PersonStory story) =>
        _random.Day(story.Memberships.Min(membership => membership.From).AddDays(1), End);
}
