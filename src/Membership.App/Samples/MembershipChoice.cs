using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>Decides which organizations a person belongs to, since when and until when: at least one, seldom more than three.</summary>
internal sealed class MembershipChoice(SampleRandom random)
{
    private const int MostOrganizations = 3;
    private static readonly DateOnly First = PersonStory.FirstDay;
    private static readonly DateOnly End = PeopleGenerator.LastDay;

    public List<StoryMembership> Of(SamplePerson person, SampleCommune home)
    {
        while (true)
        {
            var chosen = Draw(person, home);
            if (chosen.Count > 0)
                return chosen;
        }
    }

    private List<StoryMembership> Draw(SamplePerson person, SampleCommune home)
    {
        var chosen = new List<StoryMembership>();
        var organizations = 0;
        foreach (var habit in MembershipHabit.All)
        {
            if (organizations == MostOrganizations || !random.Chance(habit.PerMille(person.Sex, home)))
                continue;

            var intervals = Intervals(habit, person, home);
            organizations += intervals.Count > 0 ? 1 : 0;
            chosen.AddRange(intervals);
        }

        return chosen;
    }

    /// <summary>None when the person joins after the sample ends, or left before it begins.</summary>
    private List<StoryMembership> Intervals(MembershipHabit habit, SamplePerson person, SampleCommune home)
    {
        if (Joining(habit, person) is not { } joined)
            return [];

        var begun = Begin(habit.Organization, joined, person, home);
        if (habit.NaturalEnd(person, joined, random) is not { } end || end.Day > End)
            return random.Chance(75) ? LeavesEarly(begun) : [begun];

        var whole = begun.Until(end.Day, end.Reason);
        return whole is null ? [] : random.Chance(75) ? LeavesEarly(whole) : [whole];
    }

    private StoryMembership Begin(string organization, DateOnly joined, SamplePerson person, SampleCommune home) =>
        new(organization, home, person.Neighbourhood, joined < First ? First : joined, null)
        {
            AdmittedOn = AsRemembered(joined),
            BeganBy = joined < First ? MembershipReason.Listed : MembershipReason.Admission,
            Office = Office(organization),
        };

    private DateOnly? Joining(MembershipHabit habit, SamplePerson person)
    {
        var eligible = person.BornOn.AddYears(habit.JoinFrom);
        var latest = person.BornOn.AddYears(habit.JoinTo + 1);
        if (eligible >= End)
            return null;

        // Some join late: without them the register of a long-lived generation would not grow.
        if (latest < First && random.Chance(110) && habit.Organization != "DTN")
            return random.Day(First, End);

        var joined = random.Day(eligible, latest);
        return joined < End ? joined : random.Day(eligible > First ? eligible : First, End);
    }

    /// <summary>Ngày kết nạp of long ago is known as a year or a month as often as not.</summary>
    private PartialDate AsRemembered(DateOnly joined)
    {
        if (joined >= First || random.Chance(500))
            return PartialDate.Of(joined);

        return PartialDate.TryCreate(joined.Year, random.Chance(500) ? joined.Month : null)!.Value;
    }

    private List<StoryMembership> LeavesEarly(StoryMembership membership)
    {
        var last = membership.To ?? End;
        if (last.DayNumber - membership.From.DayNumber < 400)
            return [membership];

        var left = random.Day(membership.From.AddDays(180), last.AddDays(-100));
        var reason = random.Chance(620) ? MembershipReason.Withdrawal : random.Chance(930) ? MembershipReason.Removal : MembershipReason.Expulsion;
        var before = membership with { To = left, EndedBy = reason };
        var back = left.AddDays(random.Between(200, 700));
        if (reason == MembershipReason.Expulsion || back >= last || !random.Chance(350))
            return [before];

        return [before, membership with { From = back, BeganBy = MembershipReason.Readmission, AdmittedOn = PartialDate.Of(back), Office = null }];
    }

    private string? Office(string organization)
    {
        if (organization == "MTTQ")
            return random.Chance(150) ? "Trưởng ban công tác Mặt trận" : "Ủy viên";

        var branch = UnitNames.BranchWord(organization);
        var (head, deputy) = organization switch
        {
            "DANG" or "DTN" => ($"Bí thư {branch}", $"Phó Bí thư {branch}"),
            "CD" => ("Chủ tịch công đoàn cơ sở", "Phó Chủ tịch công đoàn cơ sở"),
            _ => ($"{branch} trưởng", $"{branch} phó"),
        };
        return random.Below(1000) switch
        {
            < 12 => head,
            < 24 => deputy,
            _ => null,
        };
    }
}
