using Membership.Domain.Users;

namespace Membership.Domain.Tests.Users;

public sealed class RoleGrantTests
{
    private static readonly RoleGrant July = new() { Role = Role.Head, LocalityId = 1, OrganizationId = 2, From = new(2025, 7, 1), To = new(2025, 8, 1) };

    [Theory]
    [InlineData("2025-06-01", "2025-07-01", false)] // ends the day before
    [InlineData("2025-06-01", "2025-07-02", true)]
    [InlineData("2025-07-31", null, true)]
    [InlineData("2025-08-01", null, false)]
    public void Grant_OfTheSamePost_RepeatsOnDaysOfTheOther(string from, string? to, bool repeats)
    {
        var other = new RoleGrant { Role = Role.Head, LocalityId = 1, OrganizationId = 2, From = DateOnly.Parse(from, null), To = to is null ? null : DateOnly.Parse(to, null) };

        Assert.Equal(repeats, July.Repeats(other));
        Assert.Equal(repeats, other.Repeats(July));
    }

    [Fact]
    public void Grant_OfAnotherPost_DoesNotRepeat()
    {
        Assert.False(July.Repeats(new RoleGrant { Role = Role.Planner, LocalityId = 1, OrganizationId = 2, From = July.From }));
        Assert.False(July.Repeats(new RoleGrant { Role = Role.Head, LocalityId = 3, OrganizationId = 2, From = July.From }));
        Assert.False(July.Repeats(new RoleGrant { Role = Role.Head, LocalityId = 1, From = July.From }));
    }
}
