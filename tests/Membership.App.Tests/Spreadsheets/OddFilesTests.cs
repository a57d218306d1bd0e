using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Kinds of files that officers have and other readers stumble over, beyond those of the tests beside.</summary>
public sealed class OddFilesTests
{
    private const string Page = "<table><tr><td>Họ và tên</td></tr></table>";

    private static readonly string[][] AnAndBinh = [["Họ tên", "Năm"], ["An", "1990"], ["Bình", "1991"]];

    public static TheoryData<string, string, byte[]> Readable => new()
    {
        { "macros", "ds.xlsm", List().Add("xl/vbaProject.bin", "MZ").ToBytes() },
        { "an Excel 4 macro sheet before the list", "ds.xlsm", WithMacroSheet() },
        { "a protected workbook", "ds.xlsx", List().Change(WorkbookBuilder.WorkbookPart,
            xml => xml.Replace("<sheets>", "<workbookProtection lockStructure=\"1\" workbookPassword=\"CC1A\"/><sheets>", StringComparison.Ordinal)).ToBytes() },
        { "a formula over DDE", "ds.xlsx", List().Change(WorkbookBuilder.SheetPart(1),
            xml => xml.Replace("<v>1990</v>", "<f>cmd|'/c calc'!A1</f><v>1990</v>", StringComparison.Ordinal)).ToBytes() },
        { "sizes written behind the parts, as programs do that cannot seek", "ds.xlsx", Streamed(List()) },
        { "Excel 5", "ds.xls", OldWorkbook.Of(["Ho\u0323 tên", "Năm"], ["An", "1990"], ["Bi\u0300nh", "1991"]) },
        { "lines of old Macintoshes", "ds.csv", Encoding.UTF8.GetBytes("Họ tên,Năm\rAn,1990\rBình,1991\r") },
        { "UTF-16 with its delimiter declared", "ds.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("sep=;\r\nHọ tên;Năm\r\nAn;1990\r\nBình;1991\r\n")] },
        { "UTF-8 with its mark and its delimiter declared", "ds.csv", Encoding.UTF8.GetBytes("\uFEFFsep=;\nHọ tên;Năm\nAn;1990\nBình;1991") },
    };

    [Theory]
    [MemberData(nameof(Readable))]
    public void File_ThatIsOddButWhole_IsRead(string what, string name, byte[] content)
    {
        using var file = new ListFile(content, name);

        var texts = file.Texts().Select(row => row.Select(text => text.Normalize()).ToArray()).ToArray();

        Assert.True(AnAndBinh.Length == texts.Length, what);
        Assert.Equal(AnAndBinh, texts);
    }

    public static TheoryData<string, string, byte[], Refusal> Refused => new()
    {
        { "a page under .xlsx", "ds.xlsx", Utf8($"<html>{Page}"), new NotAWorkbook(FileContent.WebPage) },
        { "a page that begins with a remark", "ds.xls", Utf8($"<!-- xuất từ phần mềm -->\n{Page}"), new NotAWorkbook(FileContent.WebPage) },
        { "a page in UTF-16", "ds.xls", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Page)], new NotAWorkbook(FileContent.WebPage) },
        { "a page in an old code page", "ds.xls", [.. Utf8("<table><td>H"), 0xE4, (byte)' ', (byte)'v', 0xB5, .. Utf8("</td></table>")], new NotAWorkbook(FileContent.WebPage) },
        { "XML of Excel 2003 under .xlsx", "ds.xlsx", Utf8("\uFEFF<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"), new NotAWorkbook(FileContent.WebPage) },
        { "a workbook of WPS", "ds.et", OldWorkbook.Of(["An"]), new WrongExtension(".et", ".xls") },
        { "the main part on the network", "ds.xlsx", List().Change("_rels/.rels",
            xml => xml.Replace("Target=\"xl/workbook.xml\"", "Target=\"http://127.0.0.1/\" TargetMode=\"External\"", StringComparison.Ordinal)).ToBytes(), new Damaged("_rels/.rels") },
        { "a part packed in an unknown way", "ds.xlsx", Patched(List(), methodOfSheet: 12), new Damaged("") },
        { "a cell longer than Excel's", "ds.xlsx", WorkbookBuilder.Of(["An"], [new string('a', 32_768)]).ToBytes(), new CellTooLong(32_767) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void File_ThatIsNoListOrBroken_IsRefusedByItsKind(string what, string name, byte[] content, Refusal expected)
    {
        using var file = new ListFile(content, name);

        var refusal = file.Refusal();

        Assert.True(expected.Equals(refusal), $"{what}: {refusal}");
    }

    [Fact]
    public void Cell_AsLongAsExcelAllows_IsReadWhole()
    {
        var longest = string.Concat(Enumerable.Repeat("ệ", 32_767));
        using var file = new ListFile(WorkbookBuilder.Of([longest]));

        Assert.Equal(longest, file.First().Text);
    }

    [Fact]
    public void Part_WhenItsSizeIsALie_IsDamaged()
    {
        using var file = new ListFile(Patched(List(), sizeOfSheet: 100));

        Assert.Equal(new Damaged(WorkbookBuilder.SheetPart(1)), file.Refusal());
    }

    [Fact]
    public void Links_ToOtherPlaces_AreNeverFollowed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://{listener.LocalEndpoint}/";
        var workbook = List()
            .Add("xl/externalLinks/externalLink1.xml", $"<externalLink xmlns=\"{WorkbookBuilder.Main}\"/>")
            .Add("xl/externalLinks/_rels/externalLink1.xml.rels", $"<Relationships><Relationship Id=\"r1\" Type=\"x/externalLinkPath\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>")
            .Change("xl/_rels/workbook.xml.rels", xml => xml.Replace(
                "</Relationships>", $"<Relationship Id=\"e1\" Type=\"x/externalLink\" Target=\"externalLinks/externalLink1.xml\"/><Relationship Id=\"e2\" Type=\"x/image\" Target=\"{address}\" TargetMode=\"External\"/></Relationships>", StringComparison.Ordinal))
            .Change(WorkbookBuilder.SheetPart(1), xml => xml.Replace("<v>1990</v>", $"<f>WEBSERVICE(\"{address}\")</f><v>1990</v>", StringComparison.Ordinal));
        using var file = new ListFile(workbook);

        Assert.Equal(AnAndBinh, file.Texts());
        Assert.False(listener.Pending());
    }

    [Fact]
    public void Entries_NamedOutOfThePackage_AreNotWrittenAnywhere()
    {
        var name = $"evil-{Guid.NewGuid():N}.xml";
        using var file = new ListFile(List().Add($"../../{name}", "<x/>").Add($"/tmp/{name}", "<x/>").Add($"..\\..\\{name}", "<x/>").ToBytes());

        _ = file.Refusal();

        var places = new[] { Path.GetTempPath(), "/tmp", Environment.CurrentDirectory, Path.Combine(Environment.CurrentDirectory, "../.."), Path.Combine(Path.GetTempPath(), "../..") };
        Assert.DoesNotContain(places, place => File.Exists(Path.Combine(place, name)));
    }

    private static WorkbookBuilder List() => WorkbookBuilder.Of(["Họ tên", "Năm"], ["An", 1990], ["Bình", 1991]);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] WithMacroSheet() => new WorkbookBuilder().Sheet("Macro1", ["=EXEC(\"calc\")"]).Sheet("DS", ["Họ tên", "Năm"], ["An", 1990], ["Bình", 1991])
        .Change("xl/_rels/workbook.xml.rels", xml => xml.Replace("/worksheet\" Target=\"worksheets/sheet1", "/xlMacrosheet\" Target=\"worksheets/sheet1", StringComparison.Ordinal))
        .ToBytes();

    private static byte[] Streamed(WorkbookBuilder workbook)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(new ForwardOnly(memory), ZipArchiveMode.Create))
        {
            foreach (var (name, content) in workbook.Parts())
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>With another packing method or another size of the first sheet, where its entry says them: in both its headers.</summary>
    private static byte[] Patched(WorkbookBuilder workbook, byte? methodOfSheet = null, byte? sizeOfSheet = null)
    {
        var bytes = workbook.ToBytes();
        var name = Encoding.ASCII.GetBytes(WorkbookBuilder.SheetPart(1));
        var (own, directory) = (bytes.AsSpan().IndexOf(name) - 30, bytes.AsSpan().LastIndexOf(name) - 46);
        (bytes[own + 8], bytes[directory + 10]) = (methodOfSheet ?? bytes[own + 8], methodOfSheet ?? bytes[directory + 10]);
        foreach (var size in sizeOfSheet is null ? [] : new[] { own + 22, directory + 24 })
        {
            bytes.AsSpan(size, 4).Clear();
            bytes[size] = sizeOfSheet!.Value;
        }

        return bytes;
    }

    private sealed class ForwardOnly(Stream target) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() => target.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => target.Write(buffer, offset, count);
    }
}
