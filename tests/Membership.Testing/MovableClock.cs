namespace Membership.Testing;

/// <summary>Stands still at 10:00 in Việt Nam (03:00 UTC) until it is moved.</summary>
public sealed class MovableClock(DateOnly day) : TimeProvider
{
    private DateTimeOffset _now = new(day.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan time) => _now += time;
}
