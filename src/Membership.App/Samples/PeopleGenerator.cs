using System.Globalization;
using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>An invented person.</summary>
/// <param name="BornOn">The day, even where <paramref name="BirthDate"/> only gives the year.</param>
/// <param name="BirthDate">As the lists know it: the day, the month, the year or, seldom, nothing.</param>
/// <param name="Neighbourhood">From 0, see <see cref="SampleCommune.Neighbourhood"/>.</param>
public sealed record SamplePerson(string FullName, Sex Sex, DateOnly BornOn, PartialDate? BirthDate, int Neighbourhood)
{
    public string? CitizenId { get; init; }

    public string? FormerIdNumber { get; init; }

    public string? Phone { get; init; }

    public required string Address { get; init; }

    public int AgeOn(DateOnly day) => day.Year - BornOn.Year - (day < BornOn.AddYears(day.Year - BornOn.Year) ? 1 : 0);
}

/// <summary>
/// The last six digits of citizen numbers that a generator may use. Each part of the sample has a range of its own, so that
/// two of its people never share a number by accident.
/// </summary>
public sealed record SerialRange(int First, int Count);

/// <summary>Who is wanted; by default anybody of 16 to 90 years.</summary>
public sealed record PersonWish(int AgeFrom = 16, int AgeTo = 90, Sex? Sex = null);

/// <summary>Makes invented people of the lower Mekong delta: the same from the same seed, on every machine and on every day.</summary>
public sealed class PeopleGenerator(ulong seed, SerialRange serials)
{
    /// <summary>The last day of the sample: ages are as of it.</summary>
    public static readonly DateOnly LastDay = new(2026, 6, 30);

    private static readonly WeightedList<(int From, int To)> Ages = new(
        ((16, 19), 90), ((20, 29), 170), ((30, 39), 200), ((40, 49), 190), ((50, 59), 170), ((60, 69), 120), ((70, 79), 45), ((80, 90), 15));

    private static readonly string[] Streets =
    [
        "Nguyễn Trãi", "Trần Phú", "30 Tháng 4", "Lê Lợi", "Mậu Thân", "Cách Mạng Tháng Tám", "Trần Hưng Đạo", "Nguyễn Văn Cừ", "Hùng Vương",
        "Lý Tự Trọng", "Phan Đình Phùng", "Hai Bà Trưng", "Trần Việt Châu", "Đồng Khởi", "Nguyễn Thị Minh Khai",
    ];

    private readonly SampleRandom _random = new(seed);
    private readonly Dictionary<string, int> _used = [];
    private int _formerNumbers;

    public SamplePerson Next(SampleCommune home, PersonWish? wish = null)
    {
        wish ??= new PersonWish();
        var sex = wish.Sex ?? (_random.Chance(520) ? Sex.Female : Sex.Male);
        var age = Age(wish);
        var bornOn = LastDay.AddYears(-age - 1).AddDays(1 + _random.Below(364));
        var neighbourhood = _random.Below(home.Neighbourhoods);
        var name = SampleNames.Draw(_random, sex, bornOn.Year, _random.Chance(home.KhmerPerMille));
        var hasCitizenId = _random.Chance(930);
        var hasFormerNumber = age >= 30 && _random.Chance(hasCitizenId ? 200 : 600);
        return new SamplePerson(name, sex, bornOn, AsKnown(bornOn, age), neighbourhood)
        {
            CitizenId = hasCitizenId ? CitizenId(home, sex, bornOn) : null,
            FormerIdNumber = hasFormerNumber ? FormerIdNumber() : null,
            Phone = _random.Chance(880) ? Phone() : null,
            Address = Address(home, neighbourhood),
        };
    }

    /// <summary>Ten digits of the right shape behind 0900, which no operator hands out.</summary>
    public string Phone() => string.Create(CultureInfo.InvariantCulture, $"0900{_random.Below(1_000_000):000000}");

    public string Address(SampleCommune home, int neighbourhood)
    {
        var place = home.Neighbourhood(neighbourhood);
        var house = _random.Between(1, 480);
        if (home.IsWard)
            return string.Create(CultureInfo.InvariantCulture, $"Số {house} đường {_random.Pick(Streets)}, {place}");

        return string.Create(CultureInfo.InvariantCulture, $"Số {house}, tổ {_random.Between(1, 20)}, {place}");
    }

    private int Age(PersonWish wish)
    {
        while (true)
        {
            var (from, to) = Ages.Pick(_random);
            var age = _random.Between(from, to);
            if (age >= wish.AgeFrom && age <= wish.AgeTo)
                return age;
        }
    }

    /// <summary>Of old people often only the year is known, now and then the month too.</summary>
    private PartialDate? AsKnown(DateOnly bornOn, int age)
    {
        if (_random.Chance(3))
            return null;
        if (_random.Chance(age >= 55 ? 150 : 20))
            return PartialDate.TryCreate(bornOn.Year);

        return _random.Chance(5) ? PartialDate.TryCreate(bornOn.Year, bornOn.Month) : PartialDate.Of(bornOn);
    }

    /// <summary>Province of the birth's registration, century and sex, year of birth, serial (Nghị định 137/2015/NĐ-CP, art. 13).</summary>
    private string CitizenId(SampleCommune home, Sex sex, DateOnly bornOn)
    {
        var centuryAndSex = (bornOn.Year >= 2000 ? 2 : 0) + (sex == Sex.Female ? 1 : 0);
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{home.IdPrefix}{centuryAndSex}{bornOn.Year % 100:00}");
        var used = _used[prefix] = _used.GetValueOrDefault(prefix) + 1;
        if (used > serials.Count)
            throw new InvalidOperationException("The range of serials is used up");

        // A prime step spreads the numbers, without repeating one within the range.
        var serial = serials.First + (int)(used * 7_919L % serials.Count);
        return prefix + serial.ToString("000000", CultureInfo.InvariantCulture);
    }

    private string FormerIdNumber() =>
        string.Create(CultureInfo.InvariantCulture, $"36{(serials.First * 10L) + _formerNumbers++:0000000}");
}
