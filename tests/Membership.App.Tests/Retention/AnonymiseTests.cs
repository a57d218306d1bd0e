using System.Text;
using Membership.App.Approvals;
using Membership.App.Audit;
using Membership.App.Indicators;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Retention;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.MemberImports;
using Membership.App.Tests.Members;
using Membership.App.Tests.Statistics;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Retention;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Retention;

/// <summary>What identifies somebody goes; what was counted stays.</summary>
public sealed class AnonymiseTests : IAsyncLifetime
{
    private const string Why = "Theo đơn đề nghị xóa dữ liệu";
    private static readonly DateOnly Today = new(2031, 12, 1);
    private TestDatabase _database = null!;
    private TestRegister _register = null!;

    public async Task InitializeAsync()
    {
        var clock = new FixedClock(new DateTimeOffset(Today.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero));
        _database = await TestDatabase.CreateAsync(services => services.AddSingleton<TimeProvider>(clock));
        _register = new TestRegister(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Anonymised_Person_IsNamelessButCountedOnEveryPastDay()
    {
        await _register.AddMembersAsync(TestRegister.CaiKhe, 3, "HND");
        var id = await AddAsync("Đặng Thị Hòa", new NewMembership("HND", TestRegister.CaiKhe, To: new DateOnly(2026, 3, 1)));
        await _register.RecountAsync();
        var before = await FiguresAsync();

        _ = (await _database.Send(new AnonymisePerson(id, Why))).Value;

        Assert.Equal(before, await FiguresAsync());
        await _register.RecountAsync();
        Assert.Equal(before, await FiguresAsync());
        Assert.Empty((await _database.Send(new VerifyFigures())).Differences);
        Assert.Equal("Đã ẩn danh", (await _database.Send(new GetPerson(id))).Value.FullName);
    }

    [Fact]
    public async Task Anonymised_Person_LeavesNothingInTheFiles()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Đặng Thị Hòa,12/05/1980,Nữ,092180001234,0912345678,Chi hội 1,2010", "2,Lê Văn Bảy,1980,Nam,092080005678,,Chi hội 1,2010"]);
        var import = await desk.ImportAsync(["1,Đặng Thị Hòa,12/05/1980,Nữ,092180001234,0912345678,Chi hội 1,2010", "2,Phạm Thị Lành,1990,Nữ,092190005679,,Chi hội 1,2010"]); // the first unchanged
        var id = await desk.Database.With(db => db.People.Where(person => person.FullName == "Đặng Thị Hòa").Select(person => person.Id).SingleAsync());
        _ = (await desk.Database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.FullName] = "Đặng Thị Hoà My" }, "Theo giấy khai sinh"))).Value;

        _ = (await desk.Database.Send(new AnonymisePerson(id, Why))).Value;

        var bytes = Directory.EnumerateFiles(desk.Database.Folder.Root, "*", SearchOption.AllDirectories).Select(ReadShared).ToList();
        Assert.All(["Đặng Thị Hòa", "dang thi hoa", "Đặng Thị Hoà My"], name => Assert.DoesNotContain(bytes, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) >= 0));
        Assert.Contains(bytes, file => file.AsSpan().IndexOf(Encoding.UTF8.GetBytes("Lê Văn Bảy")) >= 0);
        Assert.False(File.Exists(Path.Combine(desk.Database.Folder.ImportFolder(import.Id), "upload")));
        Assert.Empty((await desk.Database.Send(new FindByNumber("092180001234"))));
    }

    [Fact]
    public async Task Anonymised_Person_LeavesTheLogWhole()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Đặng Thị Hòa,1980,Nữ,092180001234,,Chi hội 1,2010"]);
        await desk.ImportAsync(["1,Đặng Thị Hòa,12/05/1980,Nữ,092180001234,0912345678,Đoàn 1,2010"], organization: "DTN");
        var id = await desk.Database.With(db => db.People.Select(person => person.Id).SingleAsync());
        _ = (await desk.Database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.FullName] = "Đặng Thị Hoà My" }, "Theo giấy khai sinh"))).Value;

        _ = (await desk.Database.Send(new AnonymisePerson(id, Why))).Value;

        Assert.Empty((await desk.Database.Send(new VerifyAudit())).Breaks);
        Assert.All((await desk.Database.Send(new GetPerson(id))).Value.Changes, change => Assert.Equal((null, null), (change.Before, change.After)));
    }

    [Fact]
    public async Task Anonymised_Person_CannotBeCorrectedRestrictedOrAnonymisedAgain()
    {
        var id = await AddAsync("Đặng Thị Hòa");
        _ = (await _database.Send(new AnonymisePerson(id, Why))).Value;

        var corrected = await _database.Send(new CorrectPerson(id, new Dictionary<PersonField, string?> { [PersonField.FullName] = "Lê Thị Mai" }, Why));
        var restricted = await _database.Send(new RestrictPerson(id, Why));
        var again = await _database.Send(new AnonymisePerson(id, Why));

        Assert.All([corrected.Refusal, restricted.Refusal, again.Refusal], refusal => Assert.IsType<PersonIsAnonymised>(refusal));
    }

    [Fact]
    public async Task Person_WhoBelongsElsewhereToo_IsNotErasedByOnePlace()
    {
        var id = await AddAsync("Đặng Thị Hòa", new NewMembership("HND", TestRegister.TanAn));
        var head = Officers.Head(Scope.Of([_register.LocalityOf(TestRegister.TanAn)], null));

        var outcome = await _database.SendAs(head, new AnonymisePerson(id, Why));

        Assert.Equal(new PersonBelongsElsewhereToo(), outcome.Refusal);
    }

    [Theory]
    [InlineData("2026-12-01", MembershipReason.Withdrawal, RetentionStatus.Left)] // five years to the day
    [InlineData("2026-12-02", MembershipReason.Withdrawal, null)]
    [InlineData("2029-12-01", MembershipReason.Death, RetentionStatus.Deceased)] // two years to the day
    [InlineData("2029-12-02", MembershipReason.Death, null)]
    [InlineData(null, MembershipReason.Withdrawal, null)] // still a member
    public async Task Due_ByRule_IsWhoLeftOrDiedLongEnoughAgo(string? ended, MembershipReason reason, RetentionStatus? expected)
    {
        var to = ended is null ? (DateOnly?)null : DateOnly.ParseExact(ended, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var id = await AddAsync("Đặng Thị Hòa", new NewMembership("HND", TestRegister.CaiKhe, To: to));
        await EndAsync(id, reason);

        var due = await _database.Send(new ListRetentionDue());

        Assert.Equal(expected is null ? [] : [expected.Value], due.Where(one => one.People == 1).Select(one => one.Rule.Status));
        Assert.Equal(expected is null ? 0 : 1, due.Sum(one => one.People));
    }

    [Fact]
    public async Task Due_People_AreAnonymisedWithinTheScopeOnly()
    {
        var to = new DateOnly(2026, 1, 1);
        var here = await AddAsync("Đặng Thị Hòa", new NewMembership("HND", TestRegister.CaiKhe, To: to));
        var restricted = await AddAsync("Lê Thị Mai", new NewMembership("HND", TestRegister.CaiKhe, To: to));
        var member = await AddAsync("Võ Thị Na", new NewMembership("HND", TestRegister.CaiKhe, To: to), new NewMembership("DTN", TestRegister.TanAn));
        var there = await _register.AddPersonAsync(new(TestRegister.TanAn, new NewMembership("HND", TestRegister.TanAn, To: to)) { Name = "Ngô Thị Út" });
        _ = (await _database.Send(new RestrictPerson(restricted, Why))).Value;
        var head = Officers.Head(Scope.Of([_register.LocalityOf(TestRegister.CaiKhe)], null));

        var done = (await _database.SendAs(head, new AnonymiseDue("Hết thời hạn lưu giữ"))).Value;
        var again = await _database.SendAs(head, new AnonymiseDue("Hết thời hạn lưu giữ"));

        var names = await _database.With(db => db.People.ToDictionaryAsync(person => person.Id, person => person.FullName));
        Assert.Equal(1, done.Count);
        Assert.Equal(["Đã ẩn danh", "Lê Thị Mai", "Võ Thị Na", "Ngô Thị Út"], new[] { here, restricted, member, there }.Select(id => names[id]));
        Assert.Equal(new NobodyIsDue(), again.Refusal);
    }

    [Fact]
    public async Task Due_SeveralPeople_WaitForASecondPersonWhoSawExactlyThem()
    {
        var to = new DateOnly(2026, 1, 1);
        await AddAsync("Đặng Thị Hòa", new NewMembership("HND", TestRegister.CaiKhe, To: to));
        await AddAsync("Lê Thị Mai", new NewMembership("HND", TestRegister.CaiKhe, To: to));
        var head = Officers.Head(Scope.Of([_register.LocalityOf(TestRegister.CaiKhe)], null));
        var other = head with { Name = "lanh-dao-khac" };

        var asked = Assert.IsType<NeedsSecondPerson>((await _database.SendAs(head, new AnonymiseDue("Hết thời hạn lưu giữ"))).Refusal);
        await _database.SendAs(other, new DecideApproval(asked.ApprovalId, Grant: true, ""));
        await AddAsync("Ngô Thị Út", new NewMembership("HND", TestRegister.CaiKhe, To: to));
        var oneMore = await _database.SendAs(head, new AnonymiseDue("Hết thời hạn lưu giữ"));

        Assert.IsType<NeedsSecondPerson>(oneMore.Refusal);
        Assert.Equal(0, await _database.With(db => db.People.CountAsync(person => person.AnonymisedAt != null)));
        await _database.SendAs(other, new DecideApproval(((NeedsSecondPerson)oneMore.Refusal!).ApprovalId, Grant: true, ""));
        Assert.Equal(3, (await _database.SendAs(head, new AnonymiseDue("Hết thời hạn lưu giữ"))).Value.Count);
    }

    private Task<long> AddAsync(string name, params NewMembership[] memberships) => _register.AddPersonAsync(new(TestRegister.CaiKhe, memberships) { Name = name });

    private Task<int> EndAsync(long id, MembershipReason reason) => _database.With(async db =>
    {
        var membership = await db.Memberships.SingleAsync(one => one.PersonId == id);
        membership.EndedBy = membership.To is null ? null : reason;
        return await db.SaveChangesAsync();
    });

    private async Task<List<(long People, long Memberships)>> FiguresAsync()
    {
        var figures = new List<(long, long)>();
        foreach (var day in new DateOnly[] { new(2025, 6, 30), new(2025, 7, 1), new(2026, 2, 28), new(2026, 3, 1), Today })
        {
            var progress = await _database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, TestRegister.City, day));
            figures.Add((progress.Value.Whole.People, progress.Value.Whole.Memberships));
        }

        return figures;
    }

    /// <summary>The database is open while it is read.</summary>
    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
