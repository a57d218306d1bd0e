using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Testing;

namespace Membership.App.Tests.Members;

/// <summary>Opening, finding and restricting one person.</summary>
public sealed class PersonRightsTests : IAsyncLifetime
{
    private const string Number = "092190001234";
    private const string Why = "Đối chiếu với thẻ căn cước";

    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _register = new TestRegister(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Person_WhenOpened_ShowsHerNumberMasked()
    {
        var id = await AddAsync();

        var person = (await _database.Send(new GetPerson(id))).Value;

        Assert.Equal("••••••••1234", person.Sealed.Single(one => one.Field == PersonField.CitizenId).Masked);
        Assert.Equal(("Phường Cái Khế", "Hội Nông dân"), (person.Homes.Single().Place, person.Memberships.Single().Organization));
    }

    [Fact]
    public async Task Person_OfAnotherPlace_IsRefused()
    {
        var id = await AddAsync();

        var refused = await Assert.ThrowsAsync<NotAllowedException>(() => _database.SendAs(ClerkOf(TestRegister.TanAn), new GetPerson(id)));

        Assert.Equal(new OutOfScope(), refused.Refusal);
    }

    [Fact]
    public async Task Person_WhenOneOrganizationIsSeen_ShowsItsMembershipOnly()
    {
        var id = await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe), new NewMembership("DTN", TestRegister.CaiKhe)));
        var organization = await _database.With(db => Task.FromResult(db.Organizations.Single(one => one.Code == "HND").Id));
        var officer = Officers.Clerk(Scope.Of([_register.LocalityOf(TestRegister.CaiKhe)], organization));

        var person = (await _database.SendAs(officer, new GetPerson(id))).Value;

        Assert.Equal(["Hội Nông dân"], person.Memberships.Select(one => one.Organization));
    }

    [Fact]
    public async Task Sensitive_WhenOpenedWithAReason_IsShownWhole()
    {
        var id = await AddAsync();

        var opened = await _database.Send(new OpenSensitive(id, PersonField.CitizenId, Why));

        Assert.Equal(new OpenedField(PersonField.CitizenId, Number), opened.Value);
    }

    [Theory]
    [InlineData(PersonField.CitizenId, "  xem   ")] // no reason
    [InlineData(PersonField.FullName, Why)] // nothing sealed
    public async Task Sensitive_WithoutReasonOrField_IsRefusedByTheForm(PersonField field, string reason)
    {
        var id = await AddAsync();

        await Assert.ThrowsAsync<FluentValidation.ValidationException>(() => _database.Send(new OpenSensitive(id, field, reason)));
    }

    [Fact]
    public async Task Number_WhenItIsKnown_FindsThePersonWithinTheScopeOnly()
    {
        var id = await AddAsync();

        var here = await _database.SendAs(ClerkOf(TestRegister.CaiKhe), new FindByNumber("092 190 001 234"));
        var elsewhere = await _database.SendAs(ClerkOf(TestRegister.TanAn), new FindByNumber(Number));

        Assert.Equal([id], here.Select(person => person.Id));
        Assert.Empty(elsewhere);
    }

    [Fact]
    public async Task Phone_WhenItIsKnown_FindsThePerson()
    {
        var id = await AddAsync();
        _ = (await _database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.Phone] = "+84 912 345 678" }, Why))).Value;

        var found = await _database.Send(new FindByNumber("0912.345.678"));

        Assert.Equal([id], found.Select(person => person.Id));
    }

    [Fact]
    public async Task Restricted_WhenListed_IsCountedButNotShown()
    {
        var id = await AddAsync();
        await _register.RecountAsync();
        _ = (await _database.Send(new RestrictPerson(id, "Theo đơn của người đó"))).Value;

        var all = (await _database.Send(ListOf(TestRegister.CaiKhe))).Value;
        var searched = (await _database.Send(ListOf(TestRegister.CaiKhe) with { Search = "lan" })).Value;

        Assert.Equal((1, "Hạn chế xử lý", null, null), (all.Total, all.People[0].FullName, all.People[0].BirthDate, all.People[0].MaskedCitizenId));
        Assert.Equal(0, searched.Total);
    }

    [Fact]
    public async Task Restricted_ForWhoDoesNotAnswerForHer_CannotBeSeenFoundOrCorrected()
    {
        var id = await AddAsync();
        _ = (await _database.Send(new RestrictPerson(id, "Theo đơn của người đó"))).Value;
        var clerk = ClerkOf(TestRegister.CaiKhe);

        var seen = await _database.SendAs(clerk, new GetPerson(id));
        var opened = await _database.SendAs(clerk, new OpenSensitive(id, PersonField.CitizenId, Why));
        var corrected = await _database.SendAs(clerk, new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.FullName] = "Lê Thị Mai" }, Why));
        var found = await _database.SendAs(clerk, new FindByNumber(Number));

        Assert.All([seen.Refusal, opened.Refusal, corrected.Refusal], refusal => Assert.IsType<PersonIsRestricted>(refusal));
        Assert.Empty(found);
    }

    [Fact]
    public async Task Restricted_ForWhoAnswersForHer_IsSeenWholeAndCanBeLifted()
    {
        var id = await AddAsync();
        var head = Officers.Head(Scope.Of([_register.LocalityOf(TestRegister.CaiKhe)], null));
        _ = (await _database.SendAs(head, new RestrictPerson(id, "Theo đơn của người đó"))).Value;

        var seen = (await _database.SendAs(head, new GetPerson(id))).Value;
        var lifted = (await _database.SendAs(head, new LiftRestriction(id, "Người đó rút đơn rồi"))).Value;
        var again = await _database.SendAs(head, new LiftRestriction(id, "Người đó rút đơn rồi"));

        Assert.Equal(("Nguyễn Thị Lan", true), (seen.FullName, seen.RestrictedAt is not null));
        Assert.Null(lifted.Since);
        Assert.Equal(new PersonIsNotRestricted(), again.Refusal);
    }

    private Task<long> AddAsync() =>
        _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe)) { CitizenId = Number });

    private Actor ClerkOf(string commune) => Officers.Clerk(Scope.Of([_register.LocalityOf(commune)], null));

    private static ListPeople ListOf(string commune) => new(commune, TestRegister.Day, IndicatorDefinition.Participation);
}
