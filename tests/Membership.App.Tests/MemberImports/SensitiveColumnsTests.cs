using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>Ethnicity and religion, which a list may bring and nothing shows.</summary>
public class SensitiveColumnsTests
{
    private const string Header = "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Dân tộc,Tôn giáo";

    [Fact]
    public async Task Commit_WhenTheListHasEthnicityAndReligion_KeepsThemSealed()
    {
        await using var desk = await ImportDesk.OpenAsync();

        await ImportAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,Khmer,Phật giáo");

        var person = await desk.Database.With(db => db.People.SingleAsync());
        Assert.Equal(("Khơ-me", "Phật giáo"), (desk.Database.Cipher.OpenOrNull(person.Ethnicity), desk.Database.Cipher.OpenOrNull(person.Religion)));
        Assert.DoesNotContain("Khơ-me", person.Ethnicity!.Value.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WhenTheyChange_SaysSoWithoutTheValues()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,,");

        var import = await CheckAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,Khmer,Phật giáo");

        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows).Row;
        Assert.Equal(RowVerdict.Changed, row.Verdict);
        Assert.Equal([new ShownChange("Dân tộc", null, "có thay đổi"), new ShownChange("Tôn giáo", null, "có thay đổi")], row.Details.Changes);
    }

    [Fact]
    public async Task Commit_WhenTheyChange_RemembersThemSealed()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,Kinh,");

        await ImportAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,Khmer,");

        var change = await desk.Database.With(db => db.PersonChanges.SingleAsync());
        var cipher = desk.Database.Cipher;
        Assert.Equal(
            (nameof(Person.Ethnicity), "Kinh", "Khơ-me"),
            (change.Field, cipher.Open(new SealedText(change.Before!)), cipher.Open(new SealedText(change.After!))));
    }

    [Fact]
    public async Task Commit_WhenTheCellIsEmptyOrATick_ErasesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,Khmer,Phật giáo");

        var again = await CheckAsync(desk, "Thạch Thị Sa Rinh,12/05/1980,Nữ,092180000001,x,");

        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(again));
    }

    private static async Task ImportAsync(ImportDesk desk, string line)
    {
        var import = await CheckAsync(desk, line);
        _ = (await desk.Database.Send(new CommitMemberImport(import.Id))).Value;
    }

    private static async Task<MemberImport> CheckAsync(ImportDesk desk, string line)
    {
        var received = await desk.ReceiveAsync($"{Header}\n{line}\n");
        return (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
    }
}
