using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public class PersonMatcherTests
{
    private const string Number = "092180000001";
    private const int FewNamesakes = 2;
    private const int ManyNamesakes = 60;
    private static readonly PartialDate Birth = PartialDate.TryCreate(1980, 5, 12)!.Value;
    private static readonly PartialDate Year = PartialDate.TryCreate(1980)!.Value;

    private static readonly ListedPerson Row =
        new() { FullName = "Lê Thị Sen", FoldedName = "le thi sen", Sex = Sex.Female, BirthDate = Birth };

    private static readonly KnownPerson Known =
        new() { Id = 1, FullName = "Lê Thị Sen", FoldedName = "le thi sen", Sex = Sex.Female, BirthDate = Birth };

    [Fact]
    public void Match_WhenNobodyIsLike_IsNobody() => Assert.Equal(PersonMatch.Nobody, Match(Row));

    [Fact]
    public void Match_WhenNameBirthSexAndCommuneAgree_IsCertain() => Assert.Same(Known, Match(Row, Known).Person);

    public static TheoryData<string, ListedPerson, KnownPerson> Certain => new()
    {
        { "number and all", Row with { CitizenId = Number }, Known with { CitizenId = Number } },
        { "number and name, the list knows the year", Row with { CitizenId = Number, BirthDate = Year }, Known with { CitizenId = Number } },
        { "number and name, the register knows the year", Row with { CitizenId = Number }, Known with { CitizenId = Number, BirthDate = Year } },
        { "number and name without marks", Named(Row, "LE THI SEN") with { CitizenId = Number }, Known with { CitizenId = Number } },
        { "number, no sex", Row with { CitizenId = Number, Sex = null }, Known with { CitizenId = Number } },
        { "the tone stands elsewhere", Named(Row, "Lê Thị Hoà"), Named(Known, "Lê Thị Hòa") },
        { "i and y", Named(Row, "Lê Thị Quí"), Named(Known, "Lê Thị Quý") },
        { "one side knows the number", Row with { CitizenId = Number }, Known },
        { "the former number, and the year", Row with { FormerIdNumber = "361234567", BirthDate = Year }, Known with { FormerIdNumber = "361234567", BirthDate = Year } },
        { "1 January and a rare name", Row with { BirthDate = NewYear }, Known with { BirthDate = NewYear } },
    };

    [Theory]
    [MemberData(nameof(Certain))]
    public void Match_WhenAllThatCountsAgrees_IsCertain(string because, ListedPerson row, KnownPerson known) =>
        Assert.True(Match(row, known).Person == known, because);

    private static PartialDate NewYear => PartialDate.Parse("1980-01-01");

    public static TheoryData<string, ListedPerson, KnownPerson, DoubtReason?> LessThanCertain => new()
    {
        { "another name", Named(Row, "Phạm Văn Ba") with { CitizenId = Number }, Known with { CitizenId = Number }, DoubtReason.CitizenIdOfAnother },
        { "another name, the same year", Named(Row, "Phạm Thị Ba") with { CitizenId = Number, BirthDate = Year }, Known with { CitizenId = Number, BirthDate = Year }, DoubtReason.CitizenIdOfAnother },
        { "another name, 1 January", Named(Row, "Phạm Thị Ba") with { CitizenId = Number, BirthDate = NewYear }, Known with { CitizenId = Number, BirthDate = NewYear }, DoubtReason.CitizenIdOfAnother },
        { "another given name only", Named(Row, "Lê Thị Tây") with { CitizenId = Number }, Named(Known, "Lê Thị Đông") with { CitizenId = Number }, DoubtReason.CitizenIdOfAnother },
        { "another sex", Row with { CitizenId = Number, Sex = Sex.Male }, Known with { CitizenId = Number }, DoubtReason.CitizenIdOfAnother },
        { "another birth", Row with { CitizenId = Number, BirthDate = PartialDate.Parse("1985-09-20") }, Known with { CitizenId = Number }, DoubtReason.CitizenIdOfAnother },
        { "another year", Row with { CitizenId = Number, BirthDate = PartialDate.Parse("1981") }, Known with { CitizenId = Number }, DoubtReason.CitizenIdOfAnother },
        { "number, and one letter off", Named(Row, "Lê Thị Sem") with { CitizenId = Number }, Known with { CitizenId = Number }, DoubtReason.NumberAgreesNearly },
        { "number, and one digit off", Row with { CitizenId = Number, BirthDate = PartialDate.Parse("1980-05-13") }, Known with { CitizenId = Number }, DoubtReason.NumberAgreesNearly },
        { "both know only the year", Row with { BirthDate = Year }, Known with { BirthDate = Year }, DoubtReason.SameNameAndYear },
        { "the row knows only the year", Row with { BirthDate = Year }, Known, DoubtReason.SameNameAndYear },
        { "the row knows month and year", Row with { BirthDate = PartialDate.Parse("1980-05") }, Known, DoubtReason.SameNameAndYear },
        { "the register knows only the year", Row, Known with { BirthDate = Year }, DoubtReason.SameNameAndYear },
        { "the sex is missing in the row", Row with { Sex = null }, Known, DoubtReason.SameNameAndYear },
        { "the sex is missing in the register", Row, Known with { Sex = null }, DoubtReason.SameNameAndYear },
        { "the sex differs", Row with { Sex = Sex.Male }, Known, DoubtReason.SameNameAndYear },
        { "day and month are exchanged", Row with { BirthDate = PartialDate.Parse("1980-12-05") }, Known, DoubtReason.NearlyEqual },
        { "one day apart", Row with { BirthDate = PartialDate.Parse("1980-05-11") }, Known, DoubtReason.NearlyEqual },
        { "one digit off", Row with { BirthDate = PartialDate.Parse("1986-05-12") }, Known, DoubtReason.NearlyEqual },
        { "one letter off", Named(Row, "Lê Thị Sem"), Known, DoubtReason.NearlyEqual },
        { "a middle name missing", Named(Row, "Lê Sen"), Known, DoubtReason.NearlyEqual },
        { "other marks", Named(Row, "Lê Thị Sến"), Named(Known, "Lê Thị Sền"), DoubtReason.NearlyEqual },
        { "no marks", Named(Row, "Le Thi Sen"), Known, DoubtReason.NearlyEqual },
        { "the numbers differ", Row with { CitizenId = Number }, Known with { CitizenId = "092180777702" }, DoubtReason.CitizenIdsDiffer },
        { "another day of that year is another person", Row with { BirthDate = PartialDate.Parse("1980-08-20") }, Known, null },
        { "a year alone and another number is another person", Row with { BirthDate = Year, CitizenId = Number }, Known with { BirthDate = Year, CitizenId = "092180777702" }, null },
        { "other marks and only the year are another person", Named(Row, "Lê Thị Sến") with { BirthDate = Year }, Named(Known, "Lê Thị Sền"), null },
        { "another name of the day is another person", Named(Row, "Lê Thị Hoa"), Known, null },
    };

    [Theory]
    [MemberData(nameof(LessThanCertain))]
    public void Match_WhenLessThanCertain_TakesNobodyByItself(string because, ListedPerson row, KnownPerson known, DoubtReason? expected)
    {
        var match = Match(row, known);

        Assert.Null(match.Person);
        Assert.True(expected == match.Doubt, $"{because}: {match.Doubt}");
    }

    [Fact]
    public void Match_WhenTwoFit_IsDoubtfulWithBoth()
    {
        var match = Match(Row, Known, Known with { Id = 2 });

        Assert.Equal((DoubtReason.SeveralFit, 2), (match.Doubt!.Value, match.Candidates.Count));
    }

    [Fact]
    public void Match_WhenOneFitsAndOthersNearly_IsCertain() =>
        Assert.Same(Known, Match(Row, Known with { Id = 2, BirthDate = PartialDate.Parse("1980-05-13") }, Known).Person);

    [Theory]
    [InlineData("1980", null, false)]
    [InlineData("1980", false, false)]
    [InlineData("1980", true, true)]
    [InlineData("1980-05-13", null, false)]
    [InlineData("1980-05-13", true, true)]
    [InlineData("1980-12-05", null, true)]
    public void Match_OfAFrequentName_AsksOnlyWhatIsLikely(string birth, bool? branch, bool asks) => Assert.Equal(
        asks, PersonMatcher.Match(Row with { BirthDate = PartialDate.Parse(birth) }, [Known], ManyNamesakes, _ => branch).Doubt is not null);

    [Fact]
    public void Match_OfAFrequentName_AsksWhenTheTelephoneIsHers() => Assert.NotNull(
        PersonMatcher.Match(Row with { BirthDate = Year, Phone = "0912345678" }, [Known with { Phone = "0912345678" }], ManyNamesakes, _ => null).Doubt);

    [Fact]
    public void Match_FirstOfJanuaryOfAFrequentName_IsNotCertain() => Assert.Null(
        PersonMatcher.Match(Row with { BirthDate = NewYear }, [Known with { BirthDate = NewYear }], ManyNamesakes, _ => null).Person);

    private static PersonMatch Match(ListedPerson row, params KnownPerson[] known) => PersonMatcher.Match(row, known, FewNamesakes, _ => null);

    private static ListedPerson Named(ListedPerson row, string name) => row with { FullName = name, FoldedName = PersonName.Fold(name) };

    private static KnownPerson Named(KnownPerson known, string name) => known with { FullName = name, FoldedName = PersonName.Fold(name) };
}
