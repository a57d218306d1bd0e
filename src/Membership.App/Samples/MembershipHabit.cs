using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>How people join and leave one organization in the sample. Not the organization's rules: those are reference data.</summary>
/// <param name="JoinFrom">Completed years.</param>
/// <param name="JoinTo">Completed years, inclusive: later hardly anybody joins.</param>
/// <param name="Men">Of a thousand men who ever had the age.</param>
/// <param name="Women">Of a thousand women.</param>
internal sealed record MembershipHabit(string Organization, int JoinFrom, int JoinTo, int Men, int Women)
{
    public static readonly DateOnly CivilServantsLeave = new(2025, 6, 10);

    public static readonly IReadOnlyList<MembershipHabit> All =
    [
        new("LHPN", 18, 40, 0, 700),
        new("HND", 18, 45, 600, 360),
        new("CD", 20, 34, 300, 310),
        new("DTN", 16, 24, 640, 600),
        new("CCB", 42, 56, 260, 10),
        new("DANG", 22, 45, 100, 65),
        new("MTTQ", 32, 60, 9, 6),
    ];

    /// <summary>Of a thousand of this sex in this commune, how many join one day.</summary>
    public int PerMille(Sex sex, SampleCommune commune)
    {
        var usual = sex == Sex.Male ? Men : Women;
        return Organization switch
        {
            "HND" when !commune.HasFarmersUnion => 0,
            "HND" when commune.IsWard => usual * 15 / 100,
            "CD" when !commune.IsWard => usual * 35 / 100,
            _ => usual,
        };
    }

    /// <summary>When, of itself, the membership comes to an end; nobody who joined on <paramref name="joined"/> had left before.</summary>
    public (DateOnly Day, MembershipReason Reason)? NaturalEnd(SamplePerson person, DateOnly joined, SampleRandom random) => Organization switch
    {
        "DTN" => (AgingOut(person, random), MembershipReason.AgingOut),
        "CD" => EndInTheUnion(person, joined, random),
        _ => null,
    };

    /// <summary>Most leave at 31, some stay at their own wish up to 35.</summary>
    private static DateOnly AgingOut(SamplePerson person, SampleRandom random) =>
        random.Chance(850) ? person.BornOn.AddYears(31) : person.BornOn.AddYears(random.Between(32, 35));

    /// <summary>Cán bộ, công chức ceased to be union members in June 2025 (CV 4173/TLĐ-ToC); the others retire.</summary>
    private static (DateOnly Day, MembershipReason Reason) EndInTheUnion(SamplePerson person, DateOnly joined, SampleRandom random)
    {
        var retires = person.BornOn.AddYears(person.Sex == Sex.Male ? 61 : 57);
        var ends = random.Chance(500) ? CivilServantsLeave : CivilServantsLeave.AddDays(10);
        var isCivilServant = random.Chance(270) && joined < CivilServantsLeave;
        return isCivilServant && ends < retires ? (ends, MembershipReason.EndedByRule) : (retires, MembershipReason.Withdrawal);
    }
}
