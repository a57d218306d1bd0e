using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public class ResidencePlanTests
{
    private const long Old = 1;
    private const long Merged = 2;
    private const long Elsewhere = 3;
    private static readonly DateOnly Reorganization = new(2025, 7, 1);
    private static readonly (long, DateOnly?)[] Communes = [(Old, Reorganization), (Merged, null)];

    [Fact]
    public void Stretches_WhenTheCommuneEnded_GoOnInItsSuccessorWithoutAGap()
    {
        var stretches = ResidencePlan.Stretches(Communes, new DateOnly(2021, 3, 1));

        Assert.Equal([new ResidenceStretch(Old, new DateOnly(2021, 3, 1), Reorganization), new ResidenceStretch(Merged, Reorganization, null)], stretches);
    }

    [Fact]
    public void Decide_WhenNothingIsKnown_AddsAllOfIt()
    {
        var listed = ResidencePlan.Stretches(Communes, new DateOnly(2021, 3, 1));

        Assert.Equal(listed, ResidencePlan.Decide([], listed, new DateOnly(2024, 12, 31)));
    }

    [Fact]
    public void Decide_WhenTheSuccessorIsKnown_AddsOnlyTheTimeBefore()
    {
        var listed = ResidencePlan.Stretches(Communes, new DateOnly(2021, 3, 1));

        var added = ResidencePlan.Decide([new KnownResidence(9, Merged, null, Reorganization, null)], listed, new DateOnly(2024, 12, 31));

        Assert.Equal([new ResidenceStretch(Old, new DateOnly(2021, 3, 1), Reorganization)], added);
    }

    [Fact]
    public void Decide_WhenKnownToLiveElsewhere_MovesNobody()
    {
        var listed = ResidencePlan.Stretches([(Merged, null)], new DateOnly(2025, 12, 31));

        Assert.Empty(ResidencePlan.Decide([new KnownResidence(9, Elsewhere, null, new DateOnly(2020, 1, 1), null)], listed, new DateOnly(2025, 12, 31)));
    }

    [Fact]
    public void Decide_WhenTheLastResidenceHadEnded_BeginsOnTheDayOfTheList()
    {
        var asOf = new DateOnly(2025, 12, 31);
        var listed = ResidencePlan.Stretches([(Merged, null)], new DateOnly(2025, 8, 1));

        var added = ResidencePlan.Decide([new KnownResidence(9, Elsewhere, null, new DateOnly(2020, 1, 1), new DateOnly(2025, 10, 1))], listed, asOf);

        Assert.Equal([new ResidenceStretch(Merged, asOf, null)], added);
    }

    [Fact]
    public void Decide_WhenAllIsKnown_AddsNothing()
    {
        var listed = ResidencePlan.Stretches([(Merged, null)], new DateOnly(2025, 12, 31));

        Assert.Empty(ResidencePlan.Decide([new KnownResidence(9, Merged, null, Reorganization, null)], listed, new DateOnly(2025, 12, 31)));
    }
}
