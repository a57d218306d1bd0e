using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public class PersonMatcherTests
{
    private static readonly PartialDate Birth = PartialDate.TryCreate(1980, 5, 12)!.Value;
    private static readonly PartialDate Year = PartialDate.TryCreate(1980)!.Value;

    private static readonly ListedPerson Row =
        new() { FullName = "Lê Thị Sen", FoldedName = "le thi sen", Sex = Sex.Female, BirthDate = Birth };

    private static readonly KnownPerson Known =
        new() { Id = 1, FullName = "Lê Thị Sen", FoldedName = "le thi sen", Sex = Sex.Female, BirthDate = Birth };

    [Fact]
    public void Match_WhenNobodyIsLike_IsNobody() =>
        Assert.Equal(PersonMatch.Nobody, PersonMatcher.Match(Row, null, []));

    [Fact]
    public void Match_WhenNumberAndNameAgree_IsCertain() =>
        Assert.Same(Known, PersonMatcher.Match(Row with { CitizenId = "092180000001", BirthDate = Year }, Known, []).Person);

    [Fact]
    public void Match_WhenTheNumberIsAnothers_IsDoubtful()
    {
        var other = Known with { FoldedName = "pham van ba", BirthDate = Year };

        Assert.Equal(DoubtReason.CitizenIdOfAnother, PersonMatcher.Match(Row with { CitizenId = "092180000001" }, other, []).Doubt);
    }

    [Fact]
    public void Match_WhenNameBirthSexAndCommuneAgree_IsCertain() =>
        Assert.Same(Known, PersonMatcher.Match(Row, null, [Known]).Person);

    [Fact]
    public void Match_WhenBothKnowOnlyTheYear_IsCertain() =>
        Assert.Equal(1, PersonMatcher.Match(Row with { BirthDate = Year }, null, [Known with { BirthDate = Year }]).Person?.Id);

    public static TheoryData<string, ListedPerson, KnownPerson, DoubtReason?> LessThanCertain => new()
    {
        { "the row knows only the year", Row with { BirthDate = Year }, Known, DoubtReason.SameNameAndYear },
        { "the register knows only the year", Row, Known with { BirthDate = Year }, DoubtReason.SameNameAndYear },
        { "the sex is missing in the row", Row with { Sex = null }, Known, DoubtReason.SameNameAndYear },
        { "the sex differs", Row with { Sex = Sex.Male }, Known, DoubtReason.SameNameAndYear },
        { "day and month are exchanged", Row with { BirthDate = PartialDate.TryCreate(1980, 12, 5) }, Known, DoubtReason.SameNameAndYear },
        { "the numbers differ", Row with { CitizenId = "092180000001" }, Known with { CitizenId = "092180000002" }, DoubtReason.CitizenIdsDiffer },
        { "another day of that year is another person", Row with { BirthDate = PartialDate.TryCreate(1980, 8, 20) }, Known, null },
        { "a year alone and another number is another person", Row with { BirthDate = Year, CitizenId = "092180000001" }, Known with { BirthDate = Year, CitizenId = "092180000002" }, null },
    };

    [Theory]
    [MemberData(nameof(LessThanCertain))]
    public void Match_WhenLessThanCertain_TakesNobodyByItself(string because, ListedPerson row, KnownPerson known, DoubtReason? expected)
    {
        var match = PersonMatcher.Match(row, null, [known]);

        Assert.Null(match.Person);
        Assert.True(expected == match.Doubt, because);
    }

    [Fact]
    public void Match_WhenTwoFit_IsDoubtfulWithBoth()
    {
        var match = PersonMatcher.Match(Row, null, [Known, Known with { Id = 2 }]);

        Assert.Equal((DoubtReason.SeveralFit, 2), (match.Doubt!.Value, match.Candidates.Count));
    }
}
