using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>People whose data may only be kept, and people whose data are gone.</summary>
public class RestrictedPeopleTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private static readonly DateTime Moment = new(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Check_WhenThePersonIsRestricted_RejectsTheRow()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        await ChangeAsync(desk, person => person.RestrictedAt = Moment);

        var import = await desk.CheckAsync([Sen]);

        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows).Row;
        Assert.Equal((RowVerdict.Rejected, RowProblemCode.PersonRestricted), (row.Verdict, Assert.Single(row.Details.Problems).Code));
    }

    [Fact]
    public async Task Decide_WhenTheChosenPersonIsRestricted_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync(["1,Lê Thị Sen,1980,Nữ,,,,"]);
        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Doubtful))).Value.Rows);
        await ChangeAsync(desk, person => person.RestrictedAt = Moment);

        var decided = await desk.Database.Send(
            new DecideImportRow(import.Id, row.Row.RowNumber, RowDecision.AsKnownPerson, Assert.Single(row.Candidates).PersonId));

        Assert.IsType<ChosenPersonIsRestricted>(decided.Refusal);
    }

    [Fact]
    public async Task Commit_WhenThePersonWasRestrictedSinceTheCheck_LeavesHerAlone()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var import = await desk.CheckAsync([Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal)]);
        await ChangeAsync(desk, person => person.RestrictedAt = Moment);

        var committed = await desk.Database.Send(new CommitMemberImport(import.Id));

        Assert.Equal(new CommitSummary(0, 0, 0), committed.Value);
        Assert.Equal("0912345678", desk.Database.Cipher.OpenOrNull(await desk.Database.With(db => db.People.Select(person => person.Phone).SingleAsync())));
    }

    [Fact]
    public async Task Check_WhenThePersonIsAnonymised_KnowsHerNoMore()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        await ChangeAsync(desk, person => person.AnonymisedAt = Moment);

        var import = await desk.CheckAsync(["1,Lê Thị Sen,12/05/1980,Nữ,,,,"]);

        Assert.Equal((1, 0, 0, 0, 0), ImportDesk.Counts(import));
    }

    private static Task<int> ChangeAsync(ImportDesk desk, Action<Person> change) => desk.Database.With(async db =>
    {
        change(await db.People.SingleAsync());
        return await db.SaveChangesAsync();
    });
}
