using FluentValidation;
using Membership.App.Members;
using Membership.App.PersonRequests;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.Members;
using Membership.App.Tests.Statistics;
using Membership.Domain.PersonRequests;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.PersonRequests;

public sealed class PersonRequestTests : IAsyncLifetime
{
    private static readonly DateOnly Received = new(2026, 4, 24);
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(At(Received)));

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Request_WhenRecorded_IsDueAsTheLawSays()
    {
        var recorded = (await _database.Send(OfStranger())).Value;

        Assert.Equal((new DateOnly(2026, 4, 29), new DateOnly(2026, 5, 4)), (recorded.AcknowledgeBy, recorded.AnswerBy)); // 27 April is a day off
    }

    [Fact]
    public async Task Request_OfSomebodyUnknown_IsSeenByTheOfficersOfThePlaceOnly()
    {
        var register = new TestRegister(_database);
        _ = (await _database.Send(OfStranger())).Value;

        var here = await _database.SendAs(Officers.Head(Scope.Of([register.LocalityOf(TestRegister.CaiKhe)], null)), new ListPersonRequests());
        var elsewhere = await _database.SendAs(Officers.Head(Scope.Of([register.LocalityOf(TestRegister.TanAn)], null)), new ListPersonRequests());

        Assert.Equal((1, 0), (here.Count, elsewhere.Count));
        Assert.Equal(("Phường Cái Khế", RequestStanding.ToAcknowledge), (here[0].LocalityName, here[0].Standing));
    }

    [Fact]
    public async Task Request_OfAPersonBeyondTheScope_IsRefusedAsOfNobody()
    {
        var register = new TestRegister(_database);
        var person = await register.AddPersonAsync(new(TestRegister.TanAn));
        var officer = Officers.Head(Scope.Of([register.LocalityOf(TestRegister.CaiKhe)], null));

        var outcome = await _database.SendAs(officer, OfStranger() with { PersonId = person });

        Assert.Equal(new PersonNotFound(person), outcome.Refusal);
    }

    [Fact]
    public async Task Request_WhenExtendedTwice_IsRefusedTheSecondTime()
    {
        var id = (await _database.Send(OfStranger())).Value.Id;

        var first = await _database.Send(new ExtendPersonRequest(id, "Phải hỏi cơ quan cấp giấy tờ"));
        var second = await _database.Send(new ExtendPersonRequest(id, "Phải hỏi thêm lần nữa"));

        Assert.Equal(new DateOnly(2026, 5, 14), first.Value.AnswerBy);
        Assert.Equal(new RequestIsExtended(new DateOnly(2026, 5, 14)), second.Refusal);
    }

    [Fact]
    public async Task Request_WhenAnswered_IsAcknowledgedTooAndEnds()
    {
        var id = (await _database.Send(OfStranger())).Value.Id;

        var answered = (await _database.Send(new AnswerPersonRequest(id, "Đã giao bản in tại trụ sở"))).Value;
        var again = await _database.Send(new AcknowledgePersonRequest(id));

        Assert.Equal((Received, Received), (answered.AcknowledgedOn, answered.AnsweredOn));
        Assert.Equal(new RequestIsAnswered(Received), again.Refusal);
    }

    [Fact]
    public async Task Request_WithoutContentOrFromTheFuture_IsRefusedByTheForm()
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => _database.Send(OfStranger() with { Content = " ", ReceivedOn = Received.AddDays(1) }));

        Assert.Equal(["ReceivedOn", "Content"], refused.Errors.Select(error => error.PropertyName));
    }

    private static RecordPersonRequest OfStranger() =>
        new(null, TestRegister.CaiKhe, null, PersonRequestKind.View, Received, "Xem dữ liệu đang lưu về tôi");

    private static FixedClock At(DateOnly day) => new(new DateTimeOffset(day.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero));
}
