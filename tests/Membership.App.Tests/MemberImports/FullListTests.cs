using FluentValidation;
using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

public class FullListTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,03/02/1975,Nam,092075000002,,Khu vực 2,01/06/2019";
    private const string Lanh = "3,Phạm Thị Lành,03/02/1990,Nữ,092190000003,,Khu vực 1,01/06/2019";
    private static readonly DateOnly Later = new(2026, 6, 30);
    private static readonly ListChoices Full = new() { Mode = ListMode.Full };

    [Fact]
    public async Task Check_OfAFullList_ProposesWhomItDoesNotName()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung]);

        var import = await desk.CheckAsync([Sen, "4,Võ Thị Út,01/01/1991,Nữ,092191000004,,Khu vực 2,"], asOf: Later, choices: Full);

        var missing = (await desk.Database.Send(new GetMissingMembers(import.Id))).Value;
        Assert.Equal((1, 1, 0), (import.MissingMembers, missing.Total, missing.Confirmed));
        Assert.Equal(("Trần Văn Súng", "03/02/1975", "Khu vực 2"), (missing.Members[0].FullName, missing.Members[0].BirthDate, missing.Members[0].Unit));
    }

    [Fact]
    public async Task Check_OfAFullListOfOneBranch_LeavesTheOthersAlone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung, Lanh]);

        var import = await desk.CheckAsync([Sen], asOf: Later, choices: Full with { Coverage = ListCoverage.Branch });

        Assert.Equal(["Phạm Thị Lành"], (await desk.Database.Send(new GetMissingMembers(import.Id))).Value.Members.Select(one => one.FullName));
    }

    [Theory]
    [InlineData("pham thi", 1)]
    [InlineData("Lành", 1)]
    [InlineData("Không có", 0)]
    [InlineData(" ", 2)]
    public async Task Missing_AreFoundByPartOfTheirName(string search, int found)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung, Lanh]);

        var import = await desk.CheckAsync([Sen, "4,Võ Thị Út,01/01/1991,Nữ,092191000004,,Khu vực 2,"], asOf: Later, choices: Full);

        var missing = (await desk.Database.Send(new GetMissingMembers(import.Id, Search: search))).Value;
        Assert.Equal((found, found, 2), (missing.Found, missing.Members.Count, missing.Total));
    }

    [Fact]
    public async Task Check_WhenMostMembersAreMissing_DoubtsThatTheListIsFull()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung, Lanh]);
        const string Another = "4,Võ Thị Út,01/01/1991,Nữ,092191000004,,Khu vực 2,";

        Assert.True((await desk.CheckAsync([Sen, Another], asOf: Later, choices: Full)).MissesMostMembers);
        Assert.False((await desk.CheckAsync([Sen, Sung, Another], asOf: Later, choices: Full)).MissesMostMembers);
    }

    [Fact]
    public async Task Missing_WhenAllWereConfirmed_CanAllBeSaidToStay()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Lanh]);
        var import = await desk.CheckAsync([Sen], asOf: Later, choices: Full);
        await desk.Database.Send(new DecideMissingMembers(import.Id, null, MembershipReason.Withdrawal, Later));

        await desk.Database.Send(new DecideMissingMembers(import.Id, null, null, null));

        Assert.Equal(0, (await desk.Database.Send(new GetMissingMembers(import.Id))).Value.Confirmed);
    }

    [Fact]
    public async Task Commit_WithoutAConfirmation_EndsNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Lanh]);
        var import = await desk.CheckAsync([Sen], asOf: Later, choices: Full);

        await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(2, await desk.Database.With(db => db.Memberships.CountAsync(membership => membership.To == null)));
    }

    [Fact]
    public async Task Commit_AfterTheConfirmation_EndsTheMembership_AndUndoGoesOnWithIt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Lanh]);
        var before = await RegisterContent.ReadAsync(desk.Database);
        var import = await desk.CheckAsync([Sen], asOf: Later, choices: Full);

        await desk.Database.Send(new DecideMissingMembers(import.Id, null, MembershipReason.Withdrawal, new DateOnly(2026, 3, 1)));
        var committed = (await desk.Database.Send(new CommitMemberImport(import.Id))).Value;
        var again = await desk.Database.Send(new CommitMemberImport(import.Id));
        var preview = (await desk.Database.Send(new GetImportPreview(import.Id))).Value;
        var line = (await desk.Database.Send(new ListMemberImports())).Lines[0];
        var ended = await desk.Database.With(db => db.Memberships.SingleAsync(membership => membership.To != null));

        Assert.Equal(1, committed.Ended);
        Assert.Equal((1, 1, 0), (preview.Ended, line.Ended, preview.DecidedNotTaken));
        Assert.Equal("1 người thôi sinh hoạt", WrittenText.Of(preview.Import, preview.Ended));
        Assert.IsType<AlreadyCommitted>(again.Refusal);
        Assert.Equal((new DateOnly(2026, 3, 1), MembershipReason.Withdrawal), (ended.To!.Value, ended.EndedBy!.Value));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, "Chị Lành vẫn sinh hoạt bình thường"))).Value;
        Assert.Equal((1, 1), (undone.RowsOf(UndoOutcome.Restored), undone.Resumed));
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
    }

    [Fact]
    public async Task Commit_WhenTheRegisterChangedSince_KeepsWhoWasConfirmed_AndAsksOnlyWhenOthersAreMissing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Lanh]);
        var import = await desk.CheckAsync([Sen], asOf: Later, choices: Full);
        await desk.Database.Send(new DecideMissingMembers(import.Id, null, MembershipReason.Withdrawal, new DateOnly(2026, 3, 1)));

        await desk.ImportAsync(["4,Võ Thị Út,01/01/1991,Nữ,092191000004,,Khu vực 1,01/06/2019"]);
        var refused = await desk.Database.Send(new CommitMemberImport(import.Id));
        await desk.ImportAsync(["5,Trần Thị Năm,01/01/1992,Nữ,092192000005,,,"], locality: "31135");
        var committed = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new RegisterChangedSinceCheck(import.Id, Missing: 1), refused.Refusal);
        Assert.Equal(1, committed.Value.Ended);
        Assert.Equal(2, (await desk.Database.Send(new GetMissingMembers(import.Id))).Value.Total);
    }

    [Fact]
    public async Task Decide_WithADayThatCannotBe_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Lanh]);
        var import = await desk.CheckAsync([Sen], asOf: Later, choices: Full);
        DecideMissingMembers Left(DateOnly? day, MembershipReason reason = MembershipReason.Death) => new(import.Id, null, reason, day);

        Assert.IsType<LeftAfterTheList>((await desk.Database.Send(Left(Later.AddDays(1)))).Refusal);
        Assert.Equal(new LeftBeforeJoining(1), (await desk.Database.Send(Left(new DateOnly(2019, 6, 1)))).Refusal);
        await Assert.ThrowsAsync<ValidationException>(() => desk.Database.Send(Left(null)));
        await Assert.ThrowsAsync<ValidationException>(() => desk.Database.Send(Left(Later, MembershipReason.Admission)));
    }

    [Fact]
    public async Task Check_OfAnUpdate_ProposesNobody()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Lanh]);

        var import = await desk.CheckAsync([Sen], asOf: Later);

        Assert.Equal(0, import.MissingMembers);
        Assert.IsType<ListIsNotFull>((await desk.Database.Send(new GetMissingMembers(import.Id))).Refusal);
    }
}
