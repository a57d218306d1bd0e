using FluentValidation;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.MemberImports;
using Membership.App.Tests.Statistics;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Members;

/// <summary>Lists of people to take away, and one person's file for herself.</summary>
public sealed class ExportPeopleTests : IAsyncLifetime
{
    private const string Sheet = "Danh sách";
    private const string Number = "092190001234";

    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _register = new TestRegister(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task People_WhenExported_AreListedUnderPurposeRecipientAndLaw()
    {
        await AddAsync("Lê Thị An");
        await _register.RecountAsync();

        using var workbook = Written((await _database.Send(Request())).Value);

        Assert.Empty(workbook.Problems);
        Assert.Contains("Mục đích: chuẩn bị đại hội. Bên nhận: Hội Nông dân phường.", workbook.Texts(Sheet));
        Assert.Contains(workbook.Texts(Sheet), text => text.Contains("Luật 91/2025/QH15", StringComparison.Ordinal));
        var row = workbook.RowOf(Sheet, "B", "Lê Thị An");
        Assert.Equal(("20/05/1990", "Nữ", "Phường Cái Khế", "Hội Nông dân"),
            (workbook.Stored(Sheet, $"C{row}"), workbook.Stored(Sheet, $"D{row}"), workbook.Stored(Sheet, $"E{row}"), workbook.Stored(Sheet, $"F{row}")));
        Assert.DoesNotContain(workbook.Texts(Sheet), text => text.Contains("1234", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_WhenExportedWithNumbers_HaveThemMasked()
    {
        await AddAsync("Lê Thị An");
        await _register.RecountAsync();

        using var workbook = Written((await _database.Send(Request() with { WithMaskedNumber = true })).Value);

        Assert.Equal("•••••••••234", workbook.Stored(Sheet, $"G{workbook.RowOf(Sheet, "B", "Lê Thị An")}"));
    }

    [Fact]
    public async Task Restricted_WhenOthersAreExported_IsLeftOutAndCounted()
    {
        var id = await AddAsync("Lê Thị An");
        await _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe)) { Name = "Trần Văn Bình" });
        await _register.RecountAsync();
        _ = (await _database.Send(new RestrictPerson(id, "Theo đơn của người đó"))).Value;

        using var workbook = Written((await _database.Send(Request())).Value);

        Assert.DoesNotContain("Lê Thị An", workbook.Texts(Sheet));
        Assert.Contains("Trần Văn Bình", workbook.Texts(Sheet));
        Assert.Contains(workbook.Texts(Sheet), text => text.StartsWith("Không kèm 1 người", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Hội Nông dân phường", "Purpose")]
    [InlineData("chuẩn bị đại hội", "   ", "Recipient")]
    public async Task Export_WithoutPurposeOrRecipient_IsRefused(string purpose, string recipient, string field)
    {
        var refused = await Assert.ThrowsAsync<ValidationException>(() => _database.Send(Request() with { Purpose = purpose, Recipient = recipient }));

        Assert.Equal(field, refused.Errors.Single().PropertyName);
    }

    [Fact]
    public async Task Export_ForAClerk_IsNotAllowed()
    {
        var clerk = Officers.Clerk(Scope.Of([_register.LocalityOf(TestRegister.CaiKhe)], null));

        await Assert.ThrowsAsync<NotAllowedException>(() => _database.SendAs(clerk, Request()));
    }

    [Fact]
    public async Task Person_WhenExportedForHerself_IsThereWholeWithTheRowThatBroughtHer()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([$"1,Nguyễn Văn An,1980,Nam,{Number},0912345678,Chi hội 1,2010"]);
        var id = await desk.Database.With(db => db.People.Select(person => person.Id).SingleAsync());
        _ = (await desk.Database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.CitizenId] = "092080009999" }, "Theo thẻ căn cước"))).Value;

        using var workbook = Written((await desk.Database.Send(new ExportPerson(id))).Value);

        Assert.Empty(workbook.Problems);
        Assert.Equal("092080009999", workbook.Stored("Thông tin", $"B{workbook.RowOf("Thông tin", "A", "Số định danh (CCCD)")}"));
        Assert.Equal((Number, "092080009999"), (workbook.Stored("Thay đổi", "B2"), workbook.Stored("Thay đổi", "C2")));
        Assert.Contains($"Số CCCD: {Number}", workbook.Stored("Danh sách nguồn", "E2"), StringComparison.Ordinal);
        Assert.Equal("Hội Nông dân", workbook.Stored("Sinh hoạt tổ chức", "A2"));
    }

    private Task<long> AddAsync(string name) =>
        _register.AddPersonAsync(new(TestRegister.CaiKhe, new NewMembership("HND", TestRegister.CaiKhe)) { Name = name, CitizenId = Number });

    private static ExportPeople Request() => new(
        TestRegister.CaiKhe, TestRegister.Day, IndicatorDefinition.Participation, null, CountingReason.Counted, WithMaskedNumber: false, "chuẩn bị đại hội", "Hội Nông dân phường");

    private static WrittenWorkbook Written(ExportedWorkbook exported) => new(stream => stream.Write(exported.Content));
}
