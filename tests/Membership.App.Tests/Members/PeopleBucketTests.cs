using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Retention;
using Membership.App.Tests.MemberImports;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Members;

/// <summary>Telephones are found, and names stand in their order, whichever way they came into the register: their buckets follow them.</summary>
public class PeopleBucketTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private static readonly string SenMoved = Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal);

    [Fact]
    public async Task Telephone_ThatAListBringsOrChanges_IsFound()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        Assert.Single(await desk.Database.Send(new FindByNumber("0912345678")));

        var changed = await desk.ImportAsync([SenMoved]);
        Assert.Empty(await desk.Database.Send(new FindByNumber("0912345678")));
        Assert.Single(await desk.Database.Send(new FindByNumber("0987654321")));

        await desk.Database.Send(new UndoMemberImport(changed.Id, "Thử số điện thoại"));
        Assert.Single(await desk.Database.Send(new FindByNumber("0912345678")));
        await AssertFollowAsync(desk);
    }

    [Fact]
    public async Task Telephone_AfterTheKeysWereRotated_IsFound()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);

        await desk.Database.Send(new RotateKeys());

        Assert.Single(await desk.Database.Send(new FindByNumber("0912345678")));
        await AssertFollowAsync(desk);
    }

    [Fact]
    public async Task Telephone_OfSomebodyAnonymised_LeavesNoBucket()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        var id = await desk.Database.With(db => db.People.Select(person => person.Id).SingleAsync());

        await desk.Database.Send(new AnonymisePerson(id, "Chị ấy yêu cầu bằng văn bản"));

        Assert.Null(await desk.Database.With(db => db.People.Select(person => person.PhoneBucket).SingleAsync()));
        await AssertFollowAsync(desk);
    }

    [Fact]
    public async Task Name_ThatAListBringsOrChanges_HasItsBucket()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        await AssertFollowAsync(desk);

        // Her number beside another name is asked, whoever it means.
        var changed = await desk.CheckAsync([Sen.Replace("Lê Thị Sen", "Nguyễn Thị Ngọc Hoa", StringComparison.Ordinal)]);
        await desk.Database.Send(new DecideImportRow(changed.Id, 2, RowDecision.AsKnownPerson, 1));
        await desk.CommitAsync(changed.Id);
        Assert.StartsWith("LSA", await NameBucketAsync(desk), StringComparison.Ordinal);
        await AssertFollowAsync(desk);

        await desk.Database.Send(new UndoMemberImport(changed.Id, "Thử tên gọi của hội viên"));
        Assert.StartsWith("YHR", await NameBucketAsync(desk), StringComparison.Ordinal);
        await AssertFollowAsync(desk);
    }

    private static Task<string> NameBucketAsync(ImportDesk desk) => desk.Database.With(db => db.People.Select(person => person.NameBucket).SingleAsync());

    private static async Task AssertFollowAsync(ImportDesk desk)
    {
        var people = await desk.Database.With(db => db.People
            .Select(person => new { person.PhoneIndex, person.PhoneBucket, person.NameOrderKey, person.NameBucket }).ToListAsync());
        Assert.NotEmpty(people);
        Assert.All(people, person => Assert.Equal(person.PhoneIndex?[..2], person.PhoneBucket));
        Assert.All(people, person => Assert.Equal(person.NameOrderKey[..8], person.NameBucket));
    }
}
