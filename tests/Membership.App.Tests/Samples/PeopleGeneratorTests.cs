using System.Security.Cryptography;
using System.Text;
using Membership.App.Samples;
using Membership.Domain.Members;

namespace Membership.App.Tests.Samples;

public sealed class PeopleGeneratorTests
{
    private static readonly SerialRange Serials = new(900_000, 100_000);

    [Fact]
    public void Next_WhenSeedIsTheSame_MakesTheRecordedPeople()
    {
        var hash = HashOf(People(seed: 74, SampleCommunes.PhuLoi, 2000));

        Assert.Equal("64C1979DB20A8B396D1FAC0977DEF97A", hash);
    }

    [Fact]
    public void Next_WhenSeedDiffers_MakesOtherPeople() =>
        Assert.NotEqual(HashOf(People(seed: 74, SampleCommunes.PhuLoi, 100)), HashOf(People(seed: 75, SampleCommunes.PhuLoi, 100)));

    [Fact]
    public void Next_WhenCalledOften_NeverRepeatsACitizenNumber()
    {
        var numbers = People(seed: 1, SampleCommunes.CaiKhe, 20_000).Select(person => person.CitizenId).OfType<string>().ToList();

        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Next_WhenNumberIsKnown_ItAgreesWithSexAndBirthYear()
    {
        var people = People(seed: 2, SampleCommunes.TaiVan, 2000).Where(person => person.CitizenId is not null);

        Assert.All(people, person =>
        {
            var centuryAndSex = (person.BornOn.Year >= 2000 ? 2 : 0) + (person.Sex == Sex.Female ? 1 : 0);
            Assert.Equal($"094{centuryAndSex}{person.BornOn.Year % 100:00}9", person.CitizenId![..7]);
            Assert.NotNull(CitizenId.TryParse(person.CitizenId));
        });
    }

    [Fact]
    public void Next_WhenCalledOften_LeavesTheGapsThatListsHave()
    {
        var people = People(seed: 3, SampleCommunes.NinhKieu, 5000);

        Assert.Contains(people, person => person.BirthDate is { IsWholeDate: false });
        Assert.Contains(people, person => person.BirthDate is null);
        Assert.Contains(people, person => person.CitizenId is null && person.FormerIdNumber is null);
        Assert.Contains(people, person => person.CitizenId is null && person.FormerIdNumber is { Length: 9 });
        Assert.All(people, person => Assert.InRange(person.AgeOn(PeopleGenerator.LastDay), 16, 90));
        Assert.All(people, person => Assert.Equal(person.FullName, person.FullName.Normalize(NormalizationForm.FormC)));
    }

    [Fact]
    public void Next_WhenWishIsGiven_KeepsToIt()
    {
        var generator = new PeopleGenerator(4, Serials);

        var people = Enumerable.Range(0, 200).Select(_ => generator.Next(SampleCommunes.TanAn, new PersonWish(18, 29, Sex.Female)));

        Assert.All(people, person => Assert.True(person.Sex == Sex.Female && person.AgeOn(PeopleGenerator.LastDay) is >= 18 and <= 29));
    }

    private static List<SamplePerson> People(ulong seed, SampleCommune home, int count)
    {
        var generator = new PeopleGenerator(seed, Serials);
        return [.. Enumerable.Range(0, count).Select(_ => generator.Next(home))];
    }

    private static string HashOf(IEnumerable<SamplePerson> people)
    {
        var text = string.Join('\n', people.Select(person =>
            $"{person.FullName}|{person.Sex}|{person.BirthDate}|{person.CitizenId}|{person.FormerIdNumber}|{person.Phone}|{person.Address}"));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
