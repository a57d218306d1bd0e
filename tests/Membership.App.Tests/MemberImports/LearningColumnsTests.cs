using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>Levels of learning from a list to the register, with their history, and back.</summary>
public class LearningColumnsTests
{
    private const string Header = "Họ và tên,Ngày sinh,Giới tính,Số CCCD,Trình độ học vấn,Trình độ chuyên môn,Lý luận chính trị";
    private const string Sen = "Lê Thị Sen,12/05/1980,Nữ,092180000001,";

    [Fact]
    public async Task Commit_KeepsThemWithThePerson()
    {
        await using var desk = await ImportDesk.OpenAsync();

        await ImportAsync(desk, Sen + "12/12,ĐH Luật,TC");

        var person = await desk.Database.With(db => db.People.SingleAsync());
        Assert.Equal(new Learning("12/12", "Đại học Luật", "Trung cấp"), (await desk.Database.Send(new GetPerson(person.Id))).Value.Learning);
    }

    [Fact]
    public async Task Change_IsShown_IsRemembered_AndIsTakenBack()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await ImportAsync(desk, Sen + "9/12,,SC");
        var before = await RegisterContent.ReadAsync(desk.Database);

        var import = await CheckAsync(desk, Sen + "9/12,CĐ,TC");
        var row = Assert.Single((await desk.Database.Send(new GetImportPreview(import.Id))).Value.Rows).Row;
        _ = (await desk.Database.Send(new CommitMemberImport(import.Id))).Value;

        Assert.Equal(
            [new ShownChange("Trình độ chuyên môn", null, "Cao đẳng"), new ShownChange("Lý luận chính trị", "Sơ cấp", "Trung cấp")], row.Details.Changes);
        var history = (await desk.Database.Send(new GetPerson(row.PersonId!.Value))).Value.Changes.Select(change => (change.Field, change.Before, change.After));
        Assert.Equal([("Lý luận chính trị", "Sơ cấp", "Trung cấp"), ("Trình độ chuyên môn", null, "Cao đẳng")], history);

        _ = (await desk.Database.Send(new UndoMemberImport(import.Id, "Nhập nhầm danh sách của phường khác"))).Value;
        Assert.Equal(before, await RegisterContent.ReadAsync(desk.Database));
    }

    [Fact]
    public async Task Undo_OfANewPerson_KeepsHerWhenHerLevelWasCorrectedSince()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await ImportAsync(desk, Sen + "12/12,TC,");
        await desk.Database.With(db => db.Database.ExecuteSqlRawAsync("UPDATE People SET Qualification = 'Cao đẳng'"));

        var undone = (await desk.Database.Send(new UndoMemberImport(import.Id, "Nhập nhầm danh sách của phường khác"))).Value;

        Assert.Equal(1, undone.RowsOf(UndoOutcome.KeptAsCorrectedSince));
        Assert.Empty((await desk.Database.Send(new VerifyFigures())).Differences);
    }

    [Fact]
    public async Task Level_ThatIsUnknown_IsExplainedOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();

        var import = await CheckAsync(desk, Sen + "12,,");

        var unknown = Assert.Single((await desk.Database.Send(new GetUnknownValues(import.Id))).Value);
        Assert.Equal((MemberField.Education, "12", 1), (unknown.Field, unknown.Text, unknown.Rows));
    }

    private static async Task<MemberImport> ImportAsync(ImportDesk desk, string line)
    {
        var import = await CheckAsync(desk, line);
        _ = (await desk.Database.Send(new CommitMemberImport(import.Id))).Value;
        return import;
    }

    private static async Task<MemberImport> CheckAsync(ImportDesk desk, string line)
    {
        var received = await desk.ReceiveAsync($"{Header}\n{line}\n");
        return (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
    }
}
