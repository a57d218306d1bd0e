using System.Text;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Files that are no lists at all.</summary>
public sealed class WorkbookRefusalTests
{
    public static TheoryData<string, byte[], Refusal> NoLists => new()
    {
        { "ds.xlsx", [], new EmptyFile() },
        { "ds.csv", [], new EmptyFile() },
        { "ds.csv", [0xEF, 0xBB, 0xBF], new EmptyFile() },
        { "~$ds.xlsx", Ascii("\u0005Admin"), new OwnerFile() },
        { "ds.xlsx", Ascii("Họ tên,Năm"), new NotAWorkbook(FileContent.Text) },
        { "ds.json", Ascii("{\"a\":1}"), new NotAWorkbook(FileContent.Text) },
        { "ds.xls", Ascii("\n <HTML><table><tr><td>An</td></tr></table>"), new NotAWorkbook(FileContent.WebPage) },
        { "ds.xls", Ascii("<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"), new NotAWorkbook(FileContent.WebPage) },
        { "ds.xls", Ascii("MIME-Version: 1.0\nContent-Type: multipart/related"), new NotAWorkbook(FileContent.WebPage) },
        { "ds.csv", Ascii("<!DOCTYPE html><html></html>"), new NotAWorkbook(FileContent.WebPage) },
        { "ds.xlsx", Ascii("%PDF-1.7\n"), new NotAWorkbook(FileContent.Pdf) },
        { "ds.pdf", Ascii("%PDF-1.7\n"), new NotAWorkbook(FileContent.Pdf) },
        { "ds.xlsx", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], new NotAWorkbook(FileContent.Picture) },
        { "ds.xlsx", [0xFF, 0xD8, 0xFF, 0xE0], new NotAWorkbook(FileContent.Picture) },
        { "ds.xlsx", [1, 2, 0xFF, 0xC0, 0xC1], new NotAWorkbook(FileContent.Unknown) },
        { "ds.xls", Ascii("ID;PWXL;N;E\nC;Y1;X1;K\"An\"\n"), new UnsupportedFormat("slk") },
        { "ds.xls", Ascii("TABLE\r\n0,1\r\n\"EXCEL\"\r\n"), new UnsupportedFormat("dif") },
        { "ds.ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")), new UnsupportedFormat("ods") },
        { "ds.xlsx", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>")), new NotAWorkbook(FileContent.Word) },
        { "ds.numbers", Zip(("Index/Document.iwa", "x")), new UnsupportedFormat("numbers") },
        { "ds.xlsx", Zip(("readme.txt", "x")), new NotAWorkbook(FileContent.Archive) },
        { "ds.xlsx", Package("word/document.xml", "<w:document xmlns:w=\"urn:w\"/>"), new NotAWorkbook(FileContent.Word) },
        { "ds.xlsx", Package("ppt/presentation.xml", "<p:presentation xmlns:p=\"urn:p\"/>"), new NotAWorkbook(FileContent.Presentation) },
        { "ds.xlsb", Package("xl/workbook.bin", "\u0001\u0002"), new UnsupportedFormat("xlsb") },
        { "ds.pdf", WorkbookBuilder.Of(["An"]).ToBytes(), new WrongExtension(".pdf", ".xlsx") },
        { "ds", WorkbookBuilder.Of(["An"]).ToBytes(), new WrongExtension("", ".xlsx") },
        { "ds.xlsx", new WorkbookBuilder().ToBytes(), new NoSheet() },
    };

    [Theory]
    [MemberData(nameof(NoLists))]
    public void File_ThatIsNoList_IsRefusedByItsKind(string name, byte[] content, Refusal expected)
    {
        using var file = new ListFile(content, name);

        Assert.Equal(expected, file.Refusal());
    }

    [Theory]
    [InlineData("ds.xls")]
    [InlineData("ds.XLSM")]
    [InlineData("ds.csv")]
    public void Workbook_UnderAnotherListsName_IsRead(string name)
    {
        using var file = new ListFile(WorkbookBuilder.Of(["An"]), name);

        Assert.Equal("An", file.First().Text);
    }

    [Fact]
    public void File_OverTheUploadLimit_IsRefused()
    {
        using var file = new ListFile(WorkbookBuilder.Of(["An"]));

        Assert.Equal(new FileTooLarge(100), file.Refusal(new WorkbookLimits { FileBytes = 100 }));
    }

    [Fact]
    public void Sheet_WhenThereIsNone_IsRefusedWithTheNames()
    {
        using var file = new ListFile(WorkbookBuilder.Of(["An"]));

        var refusal = Assert.IsType<SheetNotFound>(file.Refusal(sheet: "Trang 9"));

        Assert.Equal("Trang 9", refusal.Name);
        Assert.Equal(["DS"], refusal.Available);
    }

    [Fact]
    public void Open_WhenRefused_LetsTheFileGo()
    {
        using var file = new ListFile(WorkbookBuilder.Of(["An"]).Replace(WorkbookBuilder.WorkbookPart, "<workbook>"));

        var outcome = file.Open();

        Assert.True(outcome.IsRefused);
        Assert.True(file.IsFree());
    }

    [Fact]
    public void Dispose_OfAWorkbook_LetsTheFileGo()
    {
        using var file = new ListFile(WorkbookBuilder.Of(["An"]));
        var workbook = file.Open().Value;

        Assert.False(file.IsFree());
        workbook.Dispose();

        Assert.True(file.IsFree());
    }

    private static byte[] Ascii(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Name, string Content)[] parts) =>
        WorkbookBuilder.Zip(parts.Select(part => (part.Name, Ascii(part.Content))));

    private static byte[] Package(string main, string content) => WorkbookBuilder.Of()
        .Replace("_rels/.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"x/officeDocument\" Target=\"{main}\"/></Relationships>")
        .Add(main, content).ToBytes();
}
