using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class MatchEvidenceTests
{
    private static readonly ListedPerson Row = new()
    {
        FullName = "Lê Thị Sen",
        FoldedName = "le thi sen",
        Sex = Sex.Female,
        BirthDate = PartialDate.Parse("1980-05-12"),
        Phone = "0912345678",
        Branch = "Chi hội khu vực 2",
    };

    private static readonly KnownPerson Known = new()
    {
        Id = 1,
        FullName = "Lê Thị Sen",
        FoldedName = "le thi sen",
        Sex = Sex.Female,
        BirthDate = PartialDate.Parse("1980-05-12"),
        Phone = "0987654321",
    };

    [Theory]
    [InlineData("1980-05-12", EvidenceKind.BirthDate, true)]
    [InlineData("1980-12-05", EvidenceKind.BirthDateExchanged, true)]
    [InlineData("1980", EvidenceKind.BirthYear, true)]
    [InlineData("1980-05-13", EvidenceKind.BirthDateNearly, false)]
    [InlineData("1980-08-21", EvidenceKind.BirthDate, false)]
    [InlineData("1981", EvidenceKind.BirthDate, false)]
    public void Between_ComparesBirths(string stored, EvidenceKind kind, bool agrees)
    {
        var match = MatchEvidence.Between(Row, Known with { BirthDate = PartialDate.Parse(stored) }, []);

        Assert.Contains(new Evidence(kind, agrees), match.Evidence);
    }

    [Fact]
    public void Between_WhatOneSideDoesNotKnow_IsNoEvidence()
    {
        var match = MatchEvidence.Between(Row with { Sex = null, BirthDate = null, Phone = null }, Known, []);

        Assert.Equal([new Evidence(EvidenceKind.FullName, true)], match.Evidence);
    }

    [Fact]
    public void Between_TheMoreAgrees_TheHigherTheScore()
    {
        var all = MatchEvidence.Between(Row, Known with { Phone = Row.Phone }, ["chi hoi khu vuc 2"]);
        var less = MatchEvidence.Between(Row, Known, []);
        var least = MatchEvidence.Between(Row, Known with { Sex = Sex.Male, BirthDate = PartialDate.Parse("1980") }, []);

        Assert.Equal((100, 70, 30), (all.Score, less.Score, least.Score));
    }

    [Fact]
    public void Decide_SameBirthAndBranch_IsTheSamePersonEvenWithAnotherPhone()
    {
        var match = MatchEvidence.Between(Row, Known, ["chi hoi khu vuc 2"]);

        Assert.Equal((RowDecision.AsKnownPerson, 1L), DecisionRules.Decide(DecisionRule.SameBirthAndBranch, DoubtReason.SeveralFit, [(1, match)]));
    }

    [Fact]
    public void Decide_WhenTheSexDiffers_SaysNothing()
    {
        var match = MatchEvidence.Between(Row, Known with { Sex = Sex.Male }, ["chi hoi khu vuc 2"]);

        Assert.Null(DecisionRules.Decide(DecisionRule.SameBirthAndBranch, DoubtReason.SeveralFit, [(1, match)]));
        Assert.Null(DecisionRules.Decide(DecisionRule.SameBirth, DoubtReason.SeveralFit, [(1, match)]));
    }

    [Fact]
    public void Decide_WhenTwoCandidatesFit_SaysNothing()
    {
        var match = MatchEvidence.Between(Row, Known, []);

        Assert.Null(DecisionRules.Decide(DecisionRule.SameBirth, DoubtReason.SeveralFit, [(1, match), (2, match)]));
    }

    [Fact]
    public void Decide_DiffersFromAll_NeedsADifferenceInEach()
    {
        var sameYear = Known with { BirthDate = PartialDate.Parse("1980") };
        var other = MatchEvidence.Between(Row, sameYear with { Sex = Sex.Male }, []);
        var same = MatchEvidence.Between(Row, sameYear, []);

        Assert.Equal((RowDecision.AsNewPerson, null), DecisionRules.Decide(DecisionRule.DiffersFromAll, DoubtReason.SameNameAndYear, [(1, other)]));
        Assert.Null(DecisionRules.Decide(DecisionRule.DiffersFromAll, DoubtReason.SameNameAndYear, [(1, other), (2, same)]));
    }

    [Fact]
    public void Decide_Repeated_LeavesOutOnlyRowsThatRepeatOthers()
    {
        Assert.Equal((RowDecision.LeaveOut, null), DecisionRules.Decide(DecisionRule.Repeated, DoubtReason.SameAsEarlierRow, []));
        Assert.Null(DecisionRules.Decide(DecisionRule.Repeated, DoubtReason.SameNameAndYear, []));
    }

    [Theory]
    [InlineData(DoubtReason.CitizenIdOfAnother)]
    [InlineData(DoubtReason.NumberOfSeveralRows)]
    [InlineData(DoubtReason.RecordedAsGone)]
    public void Decide_OfSomebodyElsesNumberOrSomebodyGone_NoRuleSaysAnything(DoubtReason doubt)
    {
        var match = MatchEvidence.Between(Row with { CitizenId = "092180000001" }, Known with { CitizenId = "092180000001" }, ["chi hoi khu vuc 2"]);

        Assert.All(Enum.GetValues<DecisionRule>(), rule => Assert.Null(DecisionRules.Decide(rule, doubt, [(1, match)])));
    }

    [Fact]
    public void Decide_WhenTheSexDiffers_NoRuleTakesHerForTheKnownPerson()
    {
        var match = MatchEvidence.Between(Row with { CitizenId = "092180000001" }, Known with { CitizenId = "092180000001", Sex = Sex.Male }, ["chi hoi khu vuc 2"]);

        Assert.All(
            Enum.GetValues<DecisionRule>(),
            rule => Assert.NotEqual(RowDecision.AsKnownPerson, DecisionRules.Decide(rule, DoubtReason.SameNameAndYear, [(1, match)])?.Decision));
    }

    [Fact]
    public void Decide_SameYearAndBranch_NeedsOneCandidateOfTheBranch()
    {
        var year = Known with { BirthDate = PartialDate.Parse("1980") };
        var here = MatchEvidence.Between(Row, year, ["chi hoi khu vuc 2"]);
        var elsewhere = MatchEvidence.Between(Row, year, ["chi hoi khu vuc 3"]);

        Assert.Equal((RowDecision.AsKnownPerson, 1L), DecisionRules.Decide(DecisionRule.SameYearAndBranch, DoubtReason.SameNameAndYear, [(1, here)]));
        Assert.Null(DecisionRules.Decide(DecisionRule.SameYearAndBranch, DoubtReason.SameNameAndYear, [(1, elsewhere)]));
        Assert.Null(DecisionRules.Decide(DecisionRule.SameYearAndBranch, DoubtReason.SameNameAndYear, [(1, here), (2, elsewhere)]));
    }

    [Theory]
    [InlineData(DecisionRule.SameNumber, "Lê Thị Sem", "1980-05-12", "092180000001")]
    [InlineData(DecisionRule.SameNumber, "Lê Thị Sen", "1980-12-05", "092180000001")]
    [InlineData(DecisionRule.NameWithoutMarks, "Le Thi Sen", "1980-05-12", null)]
    [InlineData(DecisionRule.ExchangedBirthInBranch, "Lê Thị Sen", "1980-12-05", null)]
    public void Decide_WhatOfficersMeet_IsTheSamePerson(DecisionRule rule, string name, string birth, string? number)
    {
        var row = Row with { FullName = name, FoldedName = PersonName.Fold(name), BirthDate = PartialDate.Parse(birth), CitizenId = number };
        var match = MatchEvidence.Between(row, Known with { CitizenId = "092180000001" }, ["chi hoi khu vuc 2"]);
        var other = MatchEvidence.Between(row, Known with { FullName = "Lê Thị Hoa", FoldedName = "le thi hoa", CitizenId = "092180555501" }, ["chi hoi khu vuc 2"]);

        Assert.Equal((RowDecision.AsKnownPerson, 1L), DecisionRules.Decide(rule, DoubtReason.NearlyEqual, [(1, match)]));
        Assert.Null(DecisionRules.Decide(rule, DoubtReason.NearlyEqual, [(2, other)]));
    }
}
