using ClosedXML.Excel;
using Membership.App.MemberImports;
using Membership.App.Tests.Statistics;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.MemberImports;

public sealed class ListTemplateTests
{
    [Theory]
    [InlineData("HND", "Chi hội", "Ngày vào Hội")]
    [InlineData("DTN", "Chi đoàn", "Ngày vào Đoàn")]
    [InlineData("LHPN", "Chi hội", "Ngày vào Hội")]
    [InlineData("CD", "Tổ công đoàn", "Ngày vào công đoàn")]
    [InlineData("DANG", "Chi bộ", "Ngày vào Đảng")]
    [InlineData("CCB", "Chi hội", "Ngày vào Hội")]
    public async Task Template_WhenFilledIn_ImportsWithoutAQuestion(string organization, string branch, string admitted)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var template = (await desk.Database.Send(new BuildListTemplate(organization, "31120", ImportDesk.AsOf))).Value;

        var import = await CheckAsync(desk, Filled(template.Content, branch, admitted), organization);

        Assert.Equal((20, 0, 0, 0, 0), ImportDesk.Counts(import));
        var preview = (await desk.Database.Send(new GetImportPreview(import.Id))).Value;
        Assert.Empty(preview.Repairs);
        Assert.Equal("Danh sách", import.Sheet);
        var listed = preview.Rows[4].Row.Listed!;
        Assert.Equal(("Lê Hoàng Năm", "1979-03-05", "092079000004", "0900000004"), (listed.FullName, listed.BirthDate.ToString(), listed.CitizenId, listed.Phone));
        Assert.Equal(("Khơ-me", "Không", "Tổ 4", "2010-03-26", "ấp Tân Lợi"), (listed.Ethnicity, listed.Religion, listed.Branch, listed.AdmittedOn.ToString(), listed.Address));
    }

    [Fact]
    public async Task Template_WithoutPeople_IsRefusedAndItsExamplesAreNoPeople()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var template = (await desk.Database.Send(new BuildListTemplate("HND", "31120", ImportDesk.AsOf))).Value;

        var received = await desk.Database.Send(new ReceiveMemberList(new MemoryStream(template.Content), template.FileName, "HND", "31120", ImportDesk.AsOf));

        Assert.IsType<ListHasNoPeople>((await desk.Database.Send(new CheckMemberList(received.Value))).Refusal);
    }

    [Fact]
    public async Task Template_Always_IsValidWithChoicesOfTheUnit()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(["1,Nguyễn Thị Ánh,12/03/1981,Nữ,092181000011,,Chi hội khu vực 2,"]);

        var template = (await desk.Database.Send(new BuildListTemplate("HND", "31120", ImportDesk.AsOf))).Value;

        using var written = new WrittenWorkbook(stream => stream.Write(template.Content));
        Assert.Empty(written.Problems);
        using var workbook = new XLWorkbook(new MemoryStream(template.Content));
        Assert.Equal(["Danh sách", "Hướng dẫn", "Giá trị"], workbook.Worksheets.Select(sheet => sheet.Name));
        Assert.Equal(XLWorksheetVisibility.Hidden, workbook.Worksheet("Giá trị").Visibility);
        Assert.Equal("Chi hội khu vực 2", workbook.Worksheet("Giá trị").Cell("M1").GetString());
        Assert.Equal("Rơ-măm", workbook.Worksheet("Giá trị").Cell("F54").GetString());
        Assert.Equal(7, workbook.Worksheet("Danh sách").DataValidations.Count());
        Assert.Equal("@", workbook.Worksheet("Danh sách").Cell("E700").Style.NumberFormat.Format);
    }

    private static async Task<MemberImport> CheckAsync(ImportDesk desk, byte[] content, string organization)
    {
        var received = await desk.Database.Send(new ReceiveMemberList(new MemoryStream(content), "mau.xlsx", organization, "31120", ImportDesk.AsOf));
        return (await desk.Database.Send(new CheckMemberList(received.Value))).Value;
    }

    private static byte[] Filled(byte[] template, string branch, string admitted)
    {
        string[] given = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười"];
        using var workbook = new XLWorkbook(new MemoryStream(template));
        var sheet = workbook.Worksheet("Danh sách");
        var columns = sheet.Row(TemplateWorkbook.HeadingRow).CellsUsed().ToDictionary(cell => cell.GetString(), cell => cell.Address.ColumnNumber);
        for (var person = 0; person < 20; person++)
        {
            foreach (var (heading, value) in new (string, string)[]
            {
                ("Họ và tên", $"Lê Hoàng {given[person % 10]}{(person < 10 ? "" : " Em")}"), ("Ngày sinh", $"{person + 1:00}/03/{1975 + person}"), ("Giới tính", person % 2 == 0 ? "Nam" : "Nữ"),
                ("Số CCCD", $"092{person % 2}{(75 + person) % 100:00}{person:000000}"), ("Dân tộc", "Khơ-me"), ("Tôn giáo", "Không"), ("Số điện thoại", $"0900{person:000000}"),
                ("Trình độ học vấn", "Tiểu học"), ("Nơi ở", "ấp Tân Lợi"), (branch, $"Tổ {person}"), (admitted, "26/03/2010"), ("Chức vụ", person == 3 ? "Tổ trưởng" : ""), ("Ghi chú", "x"),
            })
                sheet.Cell(TemplateWorkbook.HeadingRow + 1 + person, columns[heading]).SetValue(value).SetDataType(XLDataType.Text);
        }

        using var target = new MemoryStream();
        workbook.SaveAs(target);
        return target.ToArray();
    }
}
