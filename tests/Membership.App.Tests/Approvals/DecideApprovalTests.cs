using FluentValidation;
using Membership.App.Approvals;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.Domain;
using Membership.Domain.Approvals;
using Membership.Domain.Audit;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Approvals;

public sealed class DecideApprovalTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private long _caiKhe;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _caiKhe = new TestRegister(_database).LocalityOf(TestRegister.CaiKhe);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Question_WhenGrantedBySomebodyElse_LetsTheStepBeDone()
    {
        var asked = Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));
        var head = await _database.ActorAsync(Role.Head, TestRegister.City);

        var waiting = Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));
        var decided = await _database.SendAs(head, new DecideApproval(asked.ApprovalId, Grant: true, ""));

        Assert.Equal(asked, waiting);
        Assert.Equal(ApprovalState.Granted, decided.Value.State);
        Assert.Null(await AskAsync(Officer));
    }

    [Fact]
    public async Task Question_WhenDeclined_SaysWhy()
    {
        var asked = Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));
        var head = await _database.ActorAsync(Role.Head, TestRegister.City);

        await _database.SendAs(head, new DecideApproval(asked.ApprovalId, Grant: false, "Danh sách lẫn hai phường"));

        Assert.Equal(new DeclinedBySecondPerson(asked.ApprovalId, "Danh sách lẫn hai phường"), await AskAsync(Officer));
    }

    [Fact]
    public async Task Decision_OfWhoAsked_IsRefused()
    {
        var asked = Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));
        var sameWithMoreRoles = (await _database.ActorAsync(Role.Head, null)) with { Name = Officer.Name, UserId = Officer.UserId };

        var outcome = await _database.SendAs(sameWithMoreRoles, new DecideApproval(asked.ApprovalId, Grant: true, ""));

        Assert.Equal(new CannotApproveOwnRequest(asked.ApprovalId), outcome.Refusal);
        Assert.Equal(1, await _database.With(db => db.AuditEntries.CountAsync(entry => entry.Kind == AuditKind.Refused && entry.SubjectId == asked.ApprovalId)));
        Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));
    }

    [Theory]
    [InlineData(TestRegister.NinhKieu, null)]
    [InlineData(TestRegister.CaiKhe, "DTN")]
    public async Task Approval_OutOfScope_IsNeitherListedNorDecided(string locality, string? organization)
    {
        var asked = Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));
        var other = await _database.ActorAsync(Role.Head, locality, organization);

        var listed = await _database.SendAs(other, new ListApprovals());
        var outcome = await _database.SendAs(other, new DecideApproval(asked.ApprovalId, Grant: true, ""));

        Assert.Empty(listed.Waiting);
        Assert.Equal(new NoSuchApproval(asked.ApprovalId), outcome.Refusal);
    }

    [Fact]
    public async Task Declining_WithoutAReason_IsSentBack()
    {
        var asked = Assert.IsType<NeedsSecondPerson>(await AskAsync(Officer));

        await Assert.ThrowsAsync<ValidationException>(() => _database.Send(new DecideApproval(asked.ApprovalId, Grant: false, " ")));
    }

    [Fact]
    public async Task Question_WithTheRuleSwitchedOff_IsNotAsked()
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton(new ApprovalSettings(TwoPersons: false)));

        Assert.Null(await AskAsync(Officer, database));
    }

    private static Actor Officer { get; } = new(7, "nhaplieu", "thử nghiệm", []);

    private async Task<Refusal?> AskAsync(Actor actor, TestDatabase? database = null, string digest = "a1")
    {
        await using var scope = (database ?? _database).NewScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = actor;
        var organization = await _database.With(db => Task.FromResult(db.Organizations.Single(one => one.Code == "HND").Id));
        return await scope.ServiceProvider.GetRequiredService<SecondPerson>().AskAsync(
            new ApprovalQuestion(ApprovalKind.LargeImport, 12, digest, "Nhập 30.000 dòng.", _caiKhe, organization), CancellationToken.None);
    }
}
