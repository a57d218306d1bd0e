using MediatR;
using Membership.App.Indicators;
using Membership.App.Members;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Indicators;

/// <summary>Nothing is said of a day that has not come, whichever door it is asked at.</summary>
public sealed class FutureDayTests
{
    private static readonly DateOnly Today = new(2025, 12, 15);

    [Fact]
    public async Task Figure_OfADayThatHasNotCome_IsRefusedAtEveryDoor()
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(new MovableClock(Today)));
        var days = new[] { Today.AddDays(-1), Today, Today.AddDays(1), Today.AddYears(20) };

        Assert.Equal([false, false, true, true], await RefusedAsync(database, days, day => new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.CaiKhe, day)));
        Assert.Equal([false, false, true, true], await RefusedAsync(database, days, day => new ExplainFigure(IndicatorDefinition.Participation, TestRegister.CaiKhe, day)));
        Assert.Equal([false, false, true, true], await RefusedAsync(database, days, day => new ListPeople(TestRegister.CaiKhe, day, IndicatorDefinition.Participation)));
        Assert.Equal([false, false, true, true], await RefusedAsync(database, days, day => new CountSensitive(TestRegister.CaiKhe, day, null, PersonField.Religion)));
        Assert.Equal([false, false, true, true], await RefusedAsync(database, days, day => new ExportPeople(
            TestRegister.CaiKhe, day, IndicatorDefinition.Participation, null, CountingReason.Counted, false, "Chuẩn bị đại hội", "Hội Nông dân phường")));
    }

    private static async Task<List<bool>> RefusedAsync<T>(TestDatabase database, DateOnly[] days, Func<DateOnly, IRequest<Outcome<T>>> request)
    {
        var refused = new List<bool>();
        foreach (var day in days)
        {
            var refusal = (await database.Send(request(day))).Refusal;
            Assert.True(refusal is null || refusal == new DayIsInTheFuture(day, Today));
            refused.Add(refusal is not null);
        }

        return refused;
    }
}
