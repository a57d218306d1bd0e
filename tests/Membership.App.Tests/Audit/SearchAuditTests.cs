using Membership.App.Audit;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.App.Tests.Audit;

public sealed class SearchAuditTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await SomeLog.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Entries_AreNewestFirst_AndTheReadingIsOneOfThem()
    {
        var first = await SearchAsync(new AuditFilter());
        var second = await SearchAsync(new AuditFilter());

        Assert.Equal(AuditKind.Created, first.Lines[0].Entry.Kind);
        Assert.Equal(AuditKind.AuditRead, second.Lines[0].Entry.Kind);
        Assert.Equal(first.Total + 1, second.Total);
    }

    [Fact]
    public async Task Filters_FindByPersonUserKindAndDay()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(7));

        Assert.Equal(1, (await SearchAsync(new AuditFilter(PersonId: 1))).Total);
        Assert.Equal(2, (await SearchAsync(new AuditFilter(Kind: AuditKind.Imported))).Total);
        Assert.Equal(0, (await SearchAsync(new AuditFilter(UserName: "khong-co"))).Total);
        Assert.True((await SearchAsync(new AuditFilter(From: today, To: today))).Total > 0);
        Assert.Equal(0, (await SearchAsync(new AuditFilter(From: today.AddDays(1)))).Total);
        Assert.Equal(0, (await SearchAsync(new AuditFilter(To: today.AddDays(-1)))).Total);
    }

    [Fact]
    public async Task Details_AreInWords()
    {
        var corrected = (await SearchAsync(new AuditFilter(PersonId: 1))).Lines.Single();
        var check = (await SearchAsync(new AuditFilter(Kind: AuditKind.Changed))).Lines[^1];
        var figure = (await SearchAsync(new AuditFilter(Kind: AuditKind.Created))).Lines.Single();

        Assert.Equal(["Họ và tên: đổi", "Thay đổi: họ và tên"], corrected.Details);
        Assert.Contains("Trạng thái: đang đọc → chờ ghi vào sổ", check.Details);
        Assert.Equal("Phường Cái Khế, Hội Nông dân", check.Place);
        Assert.Contains("Tính đến ngày: 31/12/2025", figure.Details);
        Assert.Contains("Địa phương: Phường Cái Khế", figure.Details);
    }

    [Fact]
    public async Task Auditor_OfAnotherCommune_SeesNothingOfThisOne()
    {
        var scope = Scope.Of([new TestRegister(_database).LocalityOf(TestRegister.TanAn)], null);
        var auditor = new Actor(1, "kiem-tra", "10.0.0.1", [new ActorRight(new HashSet<Permission> { Permission.ReadAudit }, scope)]);

        var page = (await _database.SendAs(auditor, new SearchAudit(new AuditFilter()))).Value;
        var verification = await _database.SendAs(auditor, new VerifyAudit());

        Assert.Equal(0, page.Total);
        Assert.Empty(verification.Breaks);
        Assert.True(verification.Entries > 0);
    }

    [Fact]
    public async Task Export_HoldsEveryEntryWithItsHash()
    {
        var entries = await _database.EntriesAsync();

        var file = (await _database.Send(new ExportAudit(new AuditFilter()))).Value;

        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(file.Content));
        var rows = workbook.Worksheet("Nhật ký xử lý").RowsUsed().Skip(1).ToList();
        Assert.Equal(entries.Select(entry => entry.Hash), rows.Select(row => row.Cell(10).GetString()));
        Assert.Equal("Nhận danh sách", rows[0].Cell(5).GetString());
    }

    private async Task<AuditPage> SearchAsync(AuditFilter filter) => (await _database.Send(new SearchAudit(filter))).Value;
}
