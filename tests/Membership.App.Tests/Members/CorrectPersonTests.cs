using FluentValidation;
using Membership.App.Indicators;
using Membership.App.Members;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.MemberImports;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Members;

/// <summary>Corrections, their history, and setting one back.</summary>
public sealed class CorrectPersonTests : IAsyncLifetime
{
    private const string Number = "092190001234";
    private const string Why = "Theo giấy khai sinh";

    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _register = new TestRegister(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Correction_OfNameAndNumber_IsWrittenWithWhatWasBefore()
    {
        var id = await AddAsync();

        var corrected = await CorrectAsync(id, (PersonField.FullName, " Nguyễn  Thị Lân "), (PersonField.CitizenId, "092190009999"));

        var person = (await _database.Send(new GetPerson(id))).Value;
        Assert.Equal([PersonField.FullName, PersonField.CitizenId], corrected.Changed);
        Assert.Equal("Nguyễn Thị Lân", person.FullName);
        Assert.Equal(
            [("Số định danh (CCCD)", "••••••••1234", "••••••••9999", Why), ("Họ và tên", "Nguyễn Thị Lan", "Nguyễn Thị Lân", Why)],
            person.Changes.Select(change => (change.Field, change.Before, change.After, change.Reason)));
    }

    [Fact]
    public async Task Correction_OfSealedFields_LeavesNoValueInTheHistoryToRead()
    {
        var id = await AddAsync();

        await CorrectAsync(id, (PersonField.CitizenId, "092190009999"), (PersonField.Religion, "Phật giáo"));

        var kept = await _database.With(db => db.PersonChanges.Where(change => change.PersonId == id).Select(change => change.Before + change.After).ToListAsync());
        Assert.Equal(2, kept.Count);
        Assert.DoesNotContain(kept, text => text!.Contains("0921", StringComparison.Ordinal) || text.Contains("Phật", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Correction_ThatChangesNothing_WritesNothing()
    {
        var id = await AddAsync();
        var before = await VersionAsync();

        var corrected = await CorrectAsync(id, (PersonField.FullName, "Nguyễn Thị Lan"), (PersonField.DateOfBirth, "20/05/1990"), (PersonField.CitizenId, Number));

        Assert.Empty(corrected.Changed);
        Assert.Equal((before, 0), (await VersionAsync(), await _database.With(db => db.PersonChanges.CountAsync())));
    }

    [Fact]
    public async Task Correction_OfTheBirthDate_CountsTheCommuneAnew()
    {
        var id = await AddAsync();
        await _register.RecountAsync();
        var before = await CountedAsync();

        await CorrectAsync(id, (PersonField.DateOfBirth, "2015"));

        Assert.Equal((1, 0), (before, await CountedAsync()));
        Assert.Empty((await _database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Correction_WhenWritten_MakesCheckedListsStale()
    {
        var id = await AddAsync();
        var before = await VersionAsync();

        await CorrectAsync(id, (PersonField.Phone, "0912345678"));

        Assert.Equal(before + 1, await VersionAsync());
    }

    [Fact]
    public async Task Correction_ToTheNumberOfSomebodyElse_IsRefused()
    {
        var id = await AddAsync();
        await _register.AddPersonAsync(new(TestRegister.TanAn) { CitizenId = "092190007777" });

        var outcome = await _database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.CitizenId] = "092190007777" }, Why));

        Assert.Equal(new CitizenIdBelongsToSomebodyElse(), outcome.Refusal);
    }

    [Theory]
    [InlineData(PersonField.FullName, "")] // everybody has a name
    [InlineData(PersonField.FullName, "=HYPERLINK(1)")]
    [InlineData(PersonField.DateOfBirth, "31/02/1990")]
    [InlineData(PersonField.CitizenId, "09219000123")] // eleven digits
    [InlineData(PersonField.FormerIdNumber, "36123456x")]
    [InlineData(PersonField.Phone, "912345678")] // without the zero
    [InlineData(PersonField.Sex, "3")]
    public async Task Correction_ThatCannotBeRead_IsRefusedAtItsField(PersonField field, string typed)
    {
        var id = await AddAsync();

        var refused = await Assert.ThrowsAsync<ValidationException>(() => CorrectAsync(id, (field, typed)));

        Assert.Equal(field.ToString(), refused.Errors.Single().PropertyName);
    }

    [Fact]
    public async Task Revert_OfANumber_SetsItBackAndIsAChangeItself()
    {
        var id = await AddAsync();
        await CorrectAsync(id, (PersonField.CitizenId, "092190009999"));
        var change = (await _database.Send(new GetPerson(id))).Value.Changes.Single();

        _ = (await _database.Send(new RevertChange(id, change.Id, "Sửa nhầm người khác"))).Value;

        var found = await _database.Send(new FindByNumber(Number));
        Assert.Equal([id], found.Select(person => person.Id));
        Assert.Equal(2, (await _database.Send(new GetPerson(id))).Value.Changes.Count);
    }

    [Fact]
    public async Task Revert_WhenTheFieldHasChangedSince_IsRefused()
    {
        var id = await AddAsync();
        await CorrectAsync(id, (PersonField.FullName, "Nguyễn Thị Lân"));
        var first = (await _database.Send(new GetPerson(id))).Value.Changes.Single();
        await CorrectAsync(id, (PersonField.FullName, "Nguyễn Thị Liên"));

        var outcome = await _database.Send(new RevertChange(id, first.Id, "Sửa nhầm người khác"));

        Assert.Equal(new FieldHasChangedSince(PersonField.FullName), outcome.Refusal);
        Assert.False((await _database.Send(new GetPerson(id))).Value.Changes[1].CanBeReverted);
    }

    [Fact]
    public async Task Revert_OfWhatAnImportChanged_SetsOwnFieldsBackButNotMemberships()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([$"1,Nguyễn Văn An,1980,Nam,{Number},,Chi hội 1,2010"]);
        await desk.ImportAsync([$"1,Nguyễn Văn An,12/05/1980,Nam,{Number},,Đoàn 2,2010"], organization: "DTN");
        var id = await desk.Database.With(db => db.People.Select(person => person.Id).SingleAsync());
        var changes = (await desk.Database.Send(new GetPerson(id))).Value.Changes;

        var born = await desk.Database.Send(new RevertChange(id, changes.Single(one => one.Field == "Ngày sinh").Id, Why));
        var joined = await desk.Database.Send(new RevertChange(id, changes.Single(one => one.Field == "Sinh hoạt tổ chức").Id, Why));

        Assert.Equal([PersonField.DateOfBirth], born.Value.Changed);
        Assert.Equal(new ChangeIsNotOfAField(), joined.Refusal);
        Assert.Equal("1980", (await desk.Database.Send(new GetPerson(id))).Value.BirthDate.ToString());
    }

    [Theory]
    [InlineData("092190001234", "092191001234", "••••••••1234", "••••••••1234 (khác trước ở phần được che)")]
    [InlineData("092190001234", "092190009999", "••••••••1234", "••••••••9999")]
    public async Task History_OfAMaskedValue_SaysThatItChangedAlsoWhereTheMasksAreEqual(string before, string after, string shownBefore, string shownAfter)
    {
        var id = await AddAsync();
        Assert.Equal(Number, before);

        await CorrectAsync(id, (PersonField.CitizenId, after));

        var change = Assert.Single((await _database.Send(new GetPerson(id))).Value.Changes);
        Assert.Equal((shownBefore, shownAfter), (change.Before, change.After));
    }

    private Task<long> AddAsync() =>
        _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe)) { CitizenId = Number });

    private async Task<CorrectedPerson> CorrectAsync(long id, params (PersonField Field, string? Typed)[] values) =>
        (await _database.Send(new CorrectPerson(id, values.ToDictionary(one => one.Field, one => one.Typed), Why))).Value;

    private async Task<long> CountedAsync() =>
        (await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.CaiKhe, TestRegister.Day))).Value.Whole.People;

    private Task<long> VersionAsync() => _database.With(db => db.RegisterStates.Select(state => state.Version).SingleOrDefaultAsync());
}
