using System.Text;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.App.Tests.MemberImports;

/// <summary>A list may mean somebody of another ward: the officer learns only what she needs to ask there.</summary>
public class OthersInPreviewTests
{
    private const string NinhKieu = "31135";
    private const string Known = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";

    [Theory]
    [InlineData("1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0987654321,Khu vực 2,")]
    [InlineData("1,Võ Văn Tèo,01/01/1990,Nam,092180000001,,Khu vực 2,")]
    [InlineData("1,Lê Thị Sen,13/05/1980,Nam,092180000001,,,")]
    public async Task Row_OfSomebodyElsewhere_SaysOneSentence_HoweverSureItIs(string row)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Known]);
        var officer = await desk.Database.ActorAsync(Role.DataEntry, NinhKieu, "HND");

        var preview = await PreviewAsync(desk, officer, row);

        var shown = Assert.Single(preview.Rows);
        Assert.Empty(shown.Candidates);
        Assert.Equal((RowVerdict.Changed, (long?)null), (shown.Row.Verdict, shown.Row.PersonId));
        Assert.Equal([BeyondScopeText.Row], shown.Row.Details.Changes);
        Assert.Equal((null, 0), (shown.Row.Details.Doubt, shown.Row.Details.Problems.Count));
    }

    private static async Task<ImportPreview> PreviewAsync(ImportDesk desk, Actor officer, string row)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"{ImportDesk.Header}\n{row}\n"));
        var received = await desk.Database.SendAs(officer, new ReceiveMemberList(content, "list.csv", "HND", NinhKieu, ImportDesk.AsOf));
        await desk.Database.SendAs(officer, new CheckMemberList(received.Value));
        return (await desk.Database.SendAs(officer, new GetImportPreview(received.Value))).Value;
    }
}
