using Membership.Domain.Users;

namespace Membership.Domain.Tests.Users;

public sealed class LockTests
{
    private readonly User _user = SomeUser.New;
    private DateTime _now = new(2025, 12, 15, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Failures_WhenFewerThanFive_LockNothing()
    {
        Fail(4);

        Assert.False(_user.IsLockedAt(_now));
    }

    [Fact]
    public void Locks_WhenTheyFollowEachOther_LastTwiceAsLongUpToADay()
    {
        var hours = new List<double>();

        for (var times = 0; times < 9; times++)
        {
            Fail(5);
            hours.Add((_user.LockoutEnd!.Value - _now).TotalHours);
            _now = _user.LockoutEnd.Value;
        }

        Assert.Equal([0.25, 0.5, 1, 2, 4, 8, 16, 24, 24], hours);
    }

    [Fact]
    public void Lock_WhileItLasts_IsNotMadeLonger()
    {
        Fail(5);
        var end = _user.LockoutEnd;

        _now = _now.AddMinutes(14);
        Fail(20);

        Assert.Equal((end, 0), (_user.LockoutEnd, _user.AccessFailedCount));
        Assert.False(_user.IsLockedAt(end!.Value));
    }

    [Fact]
    public void Success_AfterLocks_StartsAnew()
    {
        Fail(5);
        _now = _now.AddHours(1);
        _user.ForgetFailures();

        Fail(5);

        Assert.Equal(_now.AddMinutes(15), _user.LockoutEnd);
    }

    private void Fail(int times)
    {
        for (var time = 0; time < times; time++)
            _user.CountFailure(_now);
    }
}
