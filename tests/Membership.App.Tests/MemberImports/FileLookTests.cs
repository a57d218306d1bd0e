using Membership.App.MemberImports;
using Membership.App.Tests.Spreadsheets;
using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.MemberImports;

/// <summary>What a list says about itself beside its rows: hidden, filtered and struck-through ones, and sums.</summary>
public sealed class FileLookTests
{
    private const string Struck = "s=\"2\" t=\"inlineStr\"";
    private static readonly object?[] Heading = ["STT", "Họ và tên", "Ngày sinh"];

    [Fact]
    public async Task Report_CountsHiddenAndStruckRowsAndSumsThatAreWrong()
    {
        var workbook = WorkbookBuilder
            .Of(
                Heading, [1, "Lê Văn Tám", "1970"], [2, new RawCell(Struck, "<is><t>Trần Thị Sáu</t></is>"), "1980"], [3, "Phan Văn Bảy", "1981"],
                [4, "Ngô Thị Chín", "1982"], [null, "Tổng cộng: 5 người"])
            .Change(WorkbookBuilder.SheetPart(1), text => text
                .Replace("<row r=\"2\">", "<row r=\"2\" hidden=\"1\">", StringComparison.Ordinal).Replace("<row r=\"5\">", "<row r=\"5\" ht=\"0\" customHeight=\"1\">", StringComparison.Ordinal))
            .Change(WorkbookBuilder.StylesPart, text => text
                .Replace("<fonts count=\"1\"><font/></fonts>", "<fonts count=\"2\"><font/><font><strike/></font></fonts>", StringComparison.Ordinal)
                .Replace("</cellXfs>", "<xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>", StringComparison.Ordinal));

        var report = await ReportAsync(workbook.ToBytes());

        Assert.Equal((2, 1, 3, 1), (report.HiddenRows, report.StruckRows, report.Import.NewRows, report.Import.RejectedRows));
        Assert.Equal([new DeclaredTotal(6, 5, 4)], report.WrongTotals);
    }

    [Theory]
    [InlineData("<row r=\"3\" s=\"2\" customFormat=\"1\">", "")]
    [InlineData("<row r=\"3\">", "<cols><col min=\"2\" max=\"2\" style=\"2\"/></cols>")]
    public async Task Report_WhenARowOrColumnIsStruckThrough_CountsItsRows(string row, string columns)
    {
        var workbook = WorkbookBuilder.Of(Heading, [1, "Lê Văn Tám", "1970"], [2, "Trần Thị Sáu", "1980"])
            .Change(WorkbookBuilder.SheetPart(1), text => text
                .Replace("<row r=\"3\">", row, StringComparison.Ordinal).Replace("<sheetData>", columns + "<sheetData>", StringComparison.Ordinal))
            .Change(WorkbookBuilder.StylesPart, text => text
                .Replace("<fonts count=\"1\"><font/></fonts>", "<fonts count=\"2\"><font/><font><strike/></font></fonts>", StringComparison.Ordinal)
                .Replace("</cellXfs>", "<xf numFmtId=\"0\" fontId=\"1\"/></cellXfs>", StringComparison.Ordinal));

        Assert.Equal(columns.Length == 0 ? 1 : 2, (await ReportAsync(workbook.ToBytes())).StruckRows);
    }

    [Fact]
    public async Task Report_OfAKindOfFileThatDoesNotTell_SaysSo() =>
        Assert.Null((await ReportAsync(OldWorkbook.Of(["STT", "Ho va ten", "Ngay sinh"], ["1", "Le Van An", "05/03/1970"]), "ds.xls")).StruckRows);

    private static async Task<ImportReport> ReportAsync(byte[] content, string name = "ds.xlsx")
    {
        await using var database = await TestDatabase.CreateAsync();
        var received = await database.Send(new ReceiveMemberList(new MemoryStream(content), name, "HND", "31120", new DateOnly(2025, 12, 31)));
        await database.Send(new CheckMemberList(received.Value));
        return (await database.Send(new GetImportReport(received.Value))).Value;
    }
}
