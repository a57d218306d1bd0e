using Membership.App.Forms;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Populations;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.MemberImports;
using Membership.App.Users;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Forms;

/// <summary>Two users, or two windows of one, open the same form; the later sends what she had before her.</summary>
public sealed class OldFormTests : IAsyncLifetime
{
    private const string Why = "Theo giấy khai sinh";
    private const string FirstNumber = "092190001234";

    private static readonly Actor An = Actor.OfThisMachine with { Name = "an" };
    private static readonly Actor Binh = Actor.OfThisMachine with { Name = "binh" };

    private ImportDesk _desk = null!;

    private TestDatabase Database => _desk.Database;

    public async Task InitializeAsync() => _desk = await ImportDesk.OpenAsync();

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Person_WhenOthersChangedAnotherField_KeepsItAndWritesOnlyHerOwn()
    {
        var id = await AddPersonAsync();
        var opened = (await Database.Send(new GetPerson(id))).Value.Opened;
        await CorrectAsync(An, id, null, (PersonField.DateOfBirth, "21/05/1990"), (PersonField.FullName, "Nguyễn Thị Lan"));

        var corrected = await CorrectAsync(Binh, id, opened, (PersonField.DateOfBirth, "20/05/1990"), (PersonField.FullName, "Nguyễn Thị Lan"), (PersonField.Education, "12/12"));

        var person = (await Database.Send(new GetPerson(id))).Value;
        Assert.Equal([PersonField.Education], corrected.Value.Changed);
        Assert.Equal("1990-05-21", person.BirthDate.ToString());
        var other = Assert.Single(corrected.Value.Others);
        Assert.Equal(("Ngày sinh", "21/05/1990", "an"), (other.Label, other.Now, other.By));
        Assert.NotNull(other.At);
    }

    [Theory]
    [InlineData(PersonField.FullName, "Nguyễn Thị Lân", "Nguyễn Thị Liên", "Nguyễn Thị Lân")]
    [InlineData(PersonField.DateOfBirth, "21/05/1990", "1991", "21/05/1990")]
    [InlineData(PersonField.Sex, "Male", null, "Nam")]
    [InlineData(PersonField.CitizenId, "092190009999", "092190008888", "••••••••9999")]
    [InlineData(PersonField.Phone, "0912345678", "0912345679", "••••••5678")]
    [InlineData(PersonField.Religion, "Phật giáo", "Công giáo", "có ghi, không hiện")]
    public async Task Person_WhenBothChangedAField_IsAskedAndNothingIsWritten(PersonField field, string theirs, string? hers, string shown)
    {
        var id = await AddPersonAsync();
        var opened = (await Database.Send(new GetPerson(id))).Value.Opened;
        await CorrectAsync(An, id, null, (field, theirs));
        var changes = (await Database.Send(new GetPerson(id))).Value.Changes.Count;

        var outcome = await CorrectAsync(Binh, id, opened, (field, hers), (PersonField.Education, "12/12"));

        var asked = Assert.Single(Assert.IsType<ChangedMeanwhile>(outcome.Refusal).Both);
        Assert.Equal((field.ToString(), shown, "an"), (asked.Field, asked.Now, asked.By));
        var person = (await Database.Send(new GetPerson(id))).Value;
        Assert.Equal((changes, null), (person.Changes.Count, person.Learning.Education));
    }

    [Fact]
    public async Task Person_WhenANumberWasChangedThatHerFormLeftEmpty_IsToldAndItStays()
    {
        var id = await AddPersonAsync();
        var opened = (await Database.Send(new GetPerson(id))).Value.Opened;
        await CorrectAsync(An, id, null, (PersonField.CitizenId, "092190009999"));

        var corrected = await CorrectAsync(Binh, id, opened, (PersonField.Education, "12/12"));

        Assert.Equal("••••••••9999", Assert.Single(corrected.Value.Others).Now);
        Assert.Equal([id], (await Database.Send(new FindByNumber("092190009999"))).Select(person => person.Id));
    }

    [Fact]
    public async Task Person_WhenAskedAndNotAnswered_IsAskedAgain()
    {
        var id = await AddPersonAsync();
        await CorrectAsync(An, id, null, (PersonField.FullName, "Nguyễn Thị Lân"));
        var afresh = (await Database.Send(new GetPerson(id))).Value.Opened;
        var typed = new Dictionary<PersonField, string?> { [PersonField.FullName] = "Nguyễn Thị Liên" };

        var undecided = await Database.SendAs(Binh, new CorrectPerson(id, typed, Why) { Form = new SentForm(afresh, [nameof(PersonField.FullName)]) });
        var decided = await Database.SendAs(Binh, new CorrectPerson(id, typed, Why) { Form = new SentForm(afresh) });

        Assert.IsType<ChangedMeanwhile>(undecided.Refusal);
        Assert.Equal([PersonField.FullName], decided.Value.Changed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing that was sealed")]
    [InlineData(null)]
    public async Task Person_WithAFormThatNobodyKnows_OverwritesNothing(string? opened)
    {
        var id = await AddPersonAsync();

        var outcome = await Database.SendAs(Binh, new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.FullName] = "Nguyễn Thị Liên" }, Why) { Form = new SentForm(opened) });

        Assert.IsType<ChangedMeanwhile>(outcome.Refusal);
    }

    [Fact]
    public async Task Person_WithTheFormOfSomebodyElse_OverwritesNothing()
    {
        var id = await AddPersonAsync();
        var other = await AddPersonAsync("Trần Thị Hoa", "092190005678");
        var opened = (await Database.Send(new GetPerson(other))).Value.Opened;

        Assert.IsType<ChangedMeanwhile>((await CorrectAsync(Binh, id, opened, (PersonField.FullName, "Nguyễn Thị Liên"))).Refusal);
    }

    [Fact]
    public async Task Row_WhenOthersCorrectedAnotherCell_KeepsIt()
    {
        var import = await _desk.CheckAsync(["1,Lê Thị Sen,31/02/1980,Nữ,,,Khu vực 2,"]);
        var form = (await Database.Send(new GetImportRow(import.Id, 2))).Value;
        await EditAsync(An, import.Id, null, (6, "Khu vực 3"));

        var edited = await EditAsync(Binh, import.Id, form.Opened, (1, "Lê Thị Sen"), (2, "28/02/1980"), (6, "Khu vực 2"));

        var after = (await Database.Send(new GetImportRow(import.Id, 2)
        {
            Form = new SentForm(form.Opened),
            Typed = new Dictionary<int, string> { [1] = "Lê Thị Sen", [2] = "28/02/1980", [6] = "Khu vực 2" },
        })).Value;
        Assert.Equal((RowVerdict.New, "Khu vực 3"), (edited.Value.Verdict, edited.Value.Listed!.Branch));
        var other = Assert.Single(after.Others);
        Assert.Equal(("Chi hội", "Khu vực 3", "an"), (other.Label, other.Now, other.By));
    }

    [Fact]
    public async Task Row_WhenBothCorrectedACell_IsAskedAndNothingIsKept()
    {
        var import = await _desk.CheckAsync(["1,Lê Thị Sen,31/02/1980,Nữ,,,Khu vực 2,"]);
        var form = (await Database.Send(new GetImportRow(import.Id, 2))).Value;
        await EditAsync(An, import.Id, form.Opened, (2, "28/02/1980"));

        var outcome = await EditAsync(Binh, import.Id, form.Opened, (2, "01/03/1980"), (6, "Khu vực 3"));

        var asked = Assert.Single(Assert.IsType<ChangedMeanwhile>(outcome.Refusal).Both);
        Assert.Equal(("Ngày sinh", "28/02/1980", "an"), (asked.Label, asked.Now, asked.By));
        var cells = (await Database.Send(new GetImportRow(import.Id, 2))).Value.Cells;
        Assert.Equal(("28/02/1980", "Khu vực 2"), (cells[2].Text, cells[6].Text));
    }

    [Fact]
    public async Task Row_InTwoWindowsOfOneUser_AsksToo()
    {
        var import = await _desk.CheckAsync(["1,Lê Thị Sen,31/02/1980,Nữ,,,Khu vực 2,"]);
        var form = (await Database.SendAs(An, new GetImportRow(import.Id, 2))).Value;
        await EditAsync(An, import.Id, form.Opened, (2, "28/02/1980"));

        Assert.IsType<ChangedMeanwhile>((await EditAsync(An, import.Id, form.Opened, (2, "01/03/1980"))).Refusal);
    }

    [Fact]
    public async Task Row_SaysWhichCellIsWrongAndWhereTheNextOneIs()
    {
        var import = await _desk.CheckAsync(
        [
            "1,Lê Thị Sen,31/02/1980,Nữ,,,Khu vực 2,", "2,Trần Văn Súng,12/05/1975,Nam,,,Khu vực 2,", "3,Phạm Thị Lành,05/03/1990,,12345,,Khu vực 2,",
            "4,,1970,Nam,,,Khu vực 2,",
        ]);

        var (first, third, last) = (await RowAsync(2), await RowAsync(4), await RowAsync(5));

        Assert.Equal([2, 4, 1], new[] { first, third, last }.SelectMany(Wrong));
        Assert.Empty(first.Reasons);
        Assert.Equal(
            (new RejectedPlace(3, 1, 4, 2), new RejectedPlace(3, 2, 5, 3), new RejectedPlace(3, 3, 2, 1), new RejectedPlace(3, null, 4, 2)),
            (first.Rejected, third.Rejected, last.Rejected, (await RowAsync(3)).Rejected));

        async Task<EditableRow> RowAsync(int row) => (await Database.Send(new GetImportRow(import.Id, row))).Value;
        static int[] Wrong(EditableRow row) => [.. row.Cells.Where(cell => cell.Problem is not null).Select(cell => cell.Column)];
    }

    [Fact]
    public async Task Decision_ThatAnotherMadeMeanwhile_IsNotReplaced()
    {
        await _desk.ImportAsync(["1,Phạm Thị Lành,05/03/1990,Nữ,,,Khu vực 2,"]);
        var import = await _desk.CheckAsync(["1,Phạm Thị Lành,05/03/1990,,,,Khu vực 2,"]);
        var row = (await Database.Send(new GetImportPreview(import.Id))).Value.Rows[0].Row;
        var opened = Opened<DecisionForms>(forms => forms.Open(import.Id, row));
        _ = (await Database.SendAs(An, new DecideImportRow(import.Id, 2, RowDecision.LeaveOut) { Form = new SentForm(opened) })).Value;

        var same = await Database.SendAs(Binh, new DecideImportRow(import.Id, 2, RowDecision.LeaveOut) { Form = new SentForm(opened) });
        var other = await Database.SendAs(Binh, new DecideImportRow(import.Id, 2, RowDecision.AsKnownPerson, 1) { Form = new SentForm(opened) });

        Assert.False(same.IsRefused);
        var asked = Assert.Single(Assert.IsType<ChangedMeanwhile>(other.Refusal).Both);
        Assert.Equal(("Quyết định của dòng 2", "bỏ dòng này"), (asked.Label, asked.Now));
        Assert.Contains(asked.By, new[] { "an", "binh" });
        Assert.Equal(RowDecision.LeaveOut, (await Database.Send(new GetImportPreview(import.Id))).Value.Rows[0].Row.Decision);
    }

    [Fact]
    public async Task Answer_ThatAnotherGaveMeanwhile_IsNotReplacedAndTheOthersAreTaken()
    {
        var import = await _desk.CheckAsync(["1,LÊ THỊ SEN,12/05/1980,Nữ,92180000001,,Khu vực 2,"]);
        var repairs = (await Database.Send(new GetImportFindings(import.Id))).Value.Repairs.Select(repair => repair.Code).ToList();
        Assert.True(repairs.Count >= 2);
        var opened = Opened<AnswerForms>(forms => forms.Open(import.Id, import.Choices));
        _ = (await Database.SendAs(An, new AnswerRepairs(import.Id, new Dictionary<RepairCode, bool> { [repairs[0]] = true }) { Form = new SentForm(opened) })).Value;

        var answered = (await Database.SendAs(Binh, new AnswerRepairs(import.Id, new Dictionary<RepairCode, bool> { [repairs[0]] = false, [repairs[1]] = true })
        {
            Form = new SentForm(opened),
        })).Value;

        var overtaken = Assert.Single(answered.Overtaken);
        Assert.Equal(("Đồng ý sửa", "an", false), (overtaken.Now, overtaken.By, answered.MustBeCheckedAgain));
        var choices = (await Database.Send(new GetImportPreview(import.Id))).Value.Import.Choices.Repairs;
        Assert.Equal((true, true), (choices[repairs[0]], choices[repairs[1]]));
    }

    [Fact]
    public async Task User_WhoseRolesAnotherChanged_IsNotChangedByAnOldPage()
    {
        var user = await Database.AddUserAsync(new GivenRole(Role.DataEntry, "31120", "HND"));
        var opened = (await Database.Send(new GetUser(user.UserId))).Value.Opened;
        var given = new GivenRole(Role.Head, "31120", "HND");
        Assert.False((await Database.SendAs(An, new GrantRole(user.UserId, given) { Form = new SentForm(opened) })).IsRefused);
        var later = new GivenRole(Role.Planner, "31120");

        var old = await Database.SendAs(Binh, new GrantRole(user.UserId, later) { Form = new SentForm(opened) });
        var disabled = await Database.SendAs(Binh, new DisableUser(user.UserId) { Form = new SentForm(opened) });
        var ended = await Database.SendAs(Binh, new EndGrant((await Database.Send(new GetUser(user.UserId))).Value.Grants[0].Id) { Form = new SentForm(opened) });
        var reset = await Database.SendAs(Binh, new ResetPassword(user.UserId) { Form = new SentForm(opened) });
        var afresh = await Database.SendAs(Binh, new GrantRole(user.UserId, later) { Form = new SentForm((await Database.Send(new GetUser(user.UserId))).Value.Opened) });

        Assert.All([old.Refusal, disabled.Refusal, ended.Refusal, reset.Refusal], refusal => Assert.IsType<ChangedMeanwhile>(refusal));
        Assert.Equal(("Vai trò", "an"), (((ChangedMeanwhile)old.Refusal!).Both[0].Label, ((ChangedMeanwhile)old.Refusal).Both[0].By));
        Assert.False(afresh.IsRefused);
    }

    [Fact]
    public async Task Population_WhenAnotherRecordedOneMeanwhile_IsAskedAbout()
    {
        var day = new DateOnly(2025, 7, 1);
        var opened = (await Database.Send(new ListPopulationFigures(day))).Opened;
        _ = (await Database.SendAs(An, new RecordPopulationFigure(TestRegister.CaiKhe, day, 12_345, "Công an phường") { Form = new SentForm(opened) })).Value;

        var old = await Database.SendAs(Binh, new RecordPopulationFigure(TestRegister.CaiKhe, day, 12_400, "Công an phường") { Form = new SentForm(opened) });
        var elsewhere = await Database.SendAs(Binh, new RecordPopulationFigure(TestRegister.TanAn, day, 9_000, "Công an phường") { Form = new SentForm(opened) });

        var asked = Assert.Single(Assert.IsType<ChangedMeanwhile>(old.Refusal).Both);
        Assert.Equal(("12.345 người, tính đến 01/07/2025, nguồn: Công an phường", "an"), (asked.Now, asked.By));
        Assert.True(elsewhere.Value.WasNew);
    }

    private async Task<long> AddPersonAsync(string name = "Nguyễn Thị Lan", string number = FirstNumber)
    {
        await _desk.ImportAsync([$"1,{name},20/05/1990,Nữ,{number},,Khu vực 2,"]);
        return (await Database.Send(new FindByNumber(number))).Single().Id;
    }

    private async Task<Domain.Outcome<CorrectedPerson>> CorrectAsync(Actor by, long id, string? opened, params (PersonField Field, string? Typed)[] values) =>
        await Database.SendAs(by, new CorrectPerson(id, values.ToDictionary(one => one.Field, one => one.Typed), Why) { Form = opened is null ? null : new SentForm(opened) });

    private Task<Domain.Outcome<StagedRow>> EditAsync(Actor by, long import, string? opened, params (int Column, string Text)[] cells) =>
        Database.SendAs(by, new EditImportRow(import, 2, cells.ToDictionary(cell => cell.Column, cell => cell.Text)) { Form = opened is null ? null : new SentForm(opened) });

    private string Opened<T>(Func<T, string> open)
        where T : notnull
    {
        using var scope = Database.Services.CreateScope();
        return open(scope.ServiceProvider.GetRequiredService<T>());
    }
}
