using System.Globalization;
using Membership.Domain.Members;

namespace Membership.App.Samples;

/// <summary>
/// The people of one sample list, with citizen numbers of a range of its own. No two of a list have one name and one birth
/// year, so that an import tells them apart.
/// </summary>
internal sealed class ListPeople
{
    private const int FirstSerial = 800_000;
    private const int SerialsOfList = 5_000;

    private readonly PeopleGenerator _people;
    private readonly SampleCommune _home;
    private readonly HashSet<(string Name, int Year)> _taken = [];

    public ListPeople(int number, SampleCommune home)
    {
        var seed = SampleRandom.SeedOf(DemoPlan.Standard.Seed, string.Create(CultureInfo.InvariantCulture, $"list {number}"));
        _home = home;
        _people = new PeopleGenerator(seed, new SerialRange(FirstSerial + (number * SerialsOfList), SerialsOfList));
        Random = new SampleRandom(seed + 1);
    }

    public SampleRandom Random { get; }

    /// <summary>Whoever is listed elsewhere with this name and year is not drawn.</summary>
    public void Avoid(SamplePerson person) => _taken.Add((PersonName.Fold(person.FullName), person.BornOn.Year));

    /// <summary>People whose birth date is known, at least the year; with <paramref name="isNumbered"/> also the citizen number.</summary>
    public List<SamplePerson> Draw(int count, PersonWish wish, bool isNumbered = false)
    {
        var drawn = new List<SamplePerson>(count);
        while (drawn.Count < count)
        {
            var person = _people.Next(_home, wish);
            var fits = person.BirthDate is not null && (!isNumbered || person.CitizenId is not null);
            if (fits && _taken.Add((PersonName.Fold(person.FullName), person.BornOn.Year)))
                drawn.Add(person);
        }

        return drawn;
    }

    public string Phone() => _people.Phone();

    /// <summary>Ngày vào Hội as it is remembered: the day, the month or the year.</summary>
    public string Admission(SamplePerson person, int fromAge)
    {
        var last = person.BornOn.AddYears(fromAge + 20);
        var day = Random.Day(person.BornOn.AddYears(fromAge), last < PeopleGenerator.LastDay ? last : PeopleGenerator.LastDay);
        return Written(Random.Below(10) switch
        {
            < 5 => PartialDate.Of(day),
            < 8 => PartialDate.TryCreate(day.Year, day.Month)!.Value,
            _ => PartialDate.TryCreate(day.Year)!.Value,
        });
    }

    /// <summary>dd/MM/yyyy, MM/yyyy or yyyy.</summary>
    public static string Written(PartialDate date) => string.Join('/', date.ToString().Split('-').Reverse());

    public static string Born(SamplePerson person) => Written(person.BirthDate!.Value);

    public static string SexOf(SamplePerson person) => person.Sex == Sex.Male ? "Nam" : "Nữ";

    /// <summary>Twelve digits, else nine, else nothing: lists keep both in one column.</summary>
    public static string? NumberOf(SamplePerson person) => person.CitizenId ?? person.FormerIdNumber;

    public static string Ordinal(int number) => number.ToString(CultureInfo.InvariantCulture);
}
