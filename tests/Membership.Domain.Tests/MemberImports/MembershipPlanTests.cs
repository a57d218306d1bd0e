using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public class MembershipPlanTests
{
    private static readonly DateOnly AsOf = new(2025, 12, 31);
    private static readonly ListedUnit Unit = new(BaseUnitId: 10, BranchId: null, NamesBranch: false);
    private static readonly ListedPerson Listed = new() { FullName = "Trần Thị Bưởi", FoldedName = "tran thi buoi" };

    [Fact]
    public void Decide_WhenNotYetAMember_BeginsOnTheDayOfTheList()
    {
        var steps = MembershipPlan.Decide([], Listed, AsOf, Unit);

        Assert.Equal(new MembershipStep.Open(AsOf, null, MembershipReason.Listed, null), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenTheListGivesAnAdmissionMonth_BeginsWithThatMonth()
    {
        var steps = MembershipPlan.Decide([], Listed with { AdmittedOn = PartialDate.TryCreate(2019, 5) }, AsOf, Unit);

        Assert.Equal(new MembershipStep.Open(new DateOnly(2019, 5, 1), null, MembershipReason.Admission, null), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenNothingIsNew_DoesNothing()
    {
        var known = Known(from: new DateOnly(2020, 1, 1));

        Assert.Empty(MembershipPlan.Decide([known], Listed, AsOf, Unit));
    }

    [Fact]
    public void Decide_WhenInAnotherUnit_TransfersOnTheDayOfTheList()
    {
        var known = Known(from: new DateOnly(2020, 1, 1)) with { UnitId = 77, BaseUnitId = 77 };

        var steps = MembershipPlan.Decide([known], Listed, AsOf, Unit);

        Assert.Equal(new MembershipStep.Transfer(known, AsOf, MembershipReason.InternalTransfer), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenInABranchAndTheListNamesNone_StaysThere()
    {
        var known = Known(from: new DateOnly(2020, 1, 1)) with { UnitId = 11 };

        Assert.Empty(MembershipPlan.Decide([known], Listed, AsOf, Unit));
    }

    [Fact]
    public void Decide_WhenTheListNamesAnotherBranch_Transfers()
    {
        var known = Known(from: new DateOnly(2020, 1, 1)) with { UnitId = 11 };

        var steps = MembershipPlan.Decide([known], Listed, AsOf, new ListedUnit(10, 12, NamesBranch: true));

        Assert.IsType<MembershipStep.Transfer>(Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenTheMembershipHadEnded_IsAReadmission()
    {
        var known = Known(from: new DateOnly(2015, 1, 1)) with { To = new DateOnly(2018, 1, 1) };

        var steps = MembershipPlan.Decide([known], Listed, AsOf, Unit);

        Assert.Equal(new MembershipStep.Open(AsOf, null, MembershipReason.Readmission, null), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenAnOlderListComesLater_ReachesBackToIt()
    {
        var known = Known(from: new DateOnly(2025, 6, 30));

        var steps = MembershipPlan.Decide([known], Listed, new DateOnly(2023, 12, 31), Unit);

        Assert.Equal(new MembershipStep.Amend(known, new DateOnly(2023, 12, 31), null, null), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenAnOlderListNamesAnotherUnit_AddsTheTimeBefore()
    {
        var known = Known(from: new DateOnly(2025, 6, 30)) with { UnitId = 77, BaseUnitId = 77 };

        var steps = MembershipPlan.Decide([known], Listed, new DateOnly(2023, 12, 31), Unit);

        var open = Assert.IsType<MembershipStep.Open>(Assert.Single(steps));
        Assert.Equal((new DateOnly(2023, 12, 31), (DateOnly?)new DateOnly(2025, 6, 30)), (open.From, open.To));
    }

    [Fact]
    public void Decide_WhenTheListKnowsTheAdmission_MovesTheBeginning()
    {
        var known = Known(from: new DateOnly(2025, 6, 30));
        var admitted = PartialDate.TryCreate(2010, 3, 26);

        var steps = MembershipPlan.Decide([known], Listed with { AdmittedOn = admitted }, AsOf, Unit);

        Assert.Equal(new MembershipStep.Amend(known, new DateOnly(2010, 3, 26), admitted, null), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenTheOfficeChanges_AmendsOnlyIt()
    {
        var known = Known(from: new DateOnly(2020, 1, 1)) with { Office = "Chi hội phó" };

        var steps = MembershipPlan.Decide([known], Listed with { Office = "Chi hội trưởng" }, AsOf, Unit);

        Assert.Equal(new MembershipStep.Amend(known, known.From, null, "Chi hội trưởng"), Assert.Single(steps));
    }

    [Fact]
    public void Decide_WhenACorrectedListOfTheSameDayNamesAnotherBranch_RelocatesFromTheFirstDay()
    {
        var known = Known(from: AsOf) with { UnitId = 11 };

        var steps = MembershipPlan.Decide([known], Listed, AsOf, new ListedUnit(10, 12, NamesBranch: true));

        Assert.Equal(new MembershipStep.Relocate(known), Assert.Single(steps));
    }

    public static TheoryData<string, KnownMembership, bool> Others => new()
    {
        { "a list of the same day has her elsewhere", Known(from: AsOf) with { UnitId = 77, BaseUnitId = 77 }, true },
        { "that day is in a time elsewhere that is over", Known(from: AsOf.AddYears(-1)) with { UnitId = 77, BaseUnitId = 77, To = AsOf.AddDays(9) }, true },
        { "she was elsewhere before and may have moved", Known(from: AsOf.AddYears(-1)) with { UnitId = 77, BaseUnitId = 77 }, false },
        { "another branch of the same base unit", Known(from: AsOf) with { UnitId = 11 }, false },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Contradicts_WhenSheIsInAnotherUnitThatDay_SaysSo(string because, KnownMembership known, bool expected)
    {
        Assert.True(expected == MembershipPlan.Contradicts([known], AsOf, Unit), because);
    }

    private static KnownMembership Known(DateOnly from) =>
        new(Id: 1, UnitId: 10, BaseUnitId: 10, from, To: null, AdmittedOn: null, MembershipReason.Listed, Office: null);
}
