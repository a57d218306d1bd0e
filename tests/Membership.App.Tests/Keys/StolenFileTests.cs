using Membership.App.MemberImports;
using Membership.App.Samples;
using Membership.App.Tests.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.Keys;

/// <summary>Who has the files without the keys has no number.</summary>
public class StolenFileTests
{
    private const string Header = "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Số CMND,Điện thoại,Dân tộc";
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,361000111,0912345678,Khmer";

    [Fact]
    public async Task Files_AfterAnImport_ShowNoNumber()
    {
        await using var desk = await ImportDesk.OpenAsync();

        await ImportAsync(desk, Sen, "2,Trần Văn Súng,1975,Nam,09218000000x,,,");
        await ImportAsync(desk, Sen.Replace("0912345678", "0987654321", StringComparison.Ordinal));

        var numbers = new[] { "092180000001", "361000111", "0912345678", "0987654321", "09218000000x", "Khơ-me" };
        Assert.Equal([], StolenFiles.Showing(desk.Database.Folder, numbers));
        Assert.NotEmpty(StolenFiles.Showing(desk.Database.Folder, "Lê Thị Sen"));
    }

    [Fact]
    public async Task Files_AfterADemo_ShowNoNumber()
    {
        await using var database = await TestDatabase.CreateAsync();
        var plan = DemoPlan.Standard with { People = 200 };

        _ = (await database.With(db => new DemoFill(db, database.Cipher, plan).FillAsync(null, CancellationToken.None))).Value;

        var people = await database.With(db => Task.FromResult(db.People.ToList()));
        var numbers = people.SelectMany(person => new[] { person.CitizenId, person.FormerIdNumber, person.Phone })
            .Where(value => value is not null).Take(100).Select(value => database.Cipher.Open(value!.Value)).ToArray();
        Assert.Equal(100, numbers.Length);
        Assert.Equal([], StolenFiles.Showing(database.Folder, numbers));
    }

    private static async Task ImportAsync(ImportDesk desk, params string[] lines)
    {
        var received = await desk.ReceiveAsync(Header + "\n" + string.Join('\n', lines) + "\n");
        await desk.Database.Send(new CheckMemberList(received.Value));
        _ = (await desk.Database.Send(new CommitMemberImport(received.Value))).Value;
    }
}
