using System.Buffers.Binary;
using System.Text;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.Spreadsheets;

public sealed class XlsWorkbookTests
{
    private const int DirectoryEntry = 128;

    private static readonly byte[] Small = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Spreadsheets", "small.xls"));

    [Theory]
    [InlineData("small.xls")]
    [InlineData("small.xlsx") /* by content */]
    public void Rows_OfAnXls_AreRead(string name)
    {
        using var file = new ListFile(Small, name);

        var rows = file.Rows();

        Assert.Equal([1, 3, 4, 5], rows.Select(row => row.Number));
        Assert.Equal(["1", "Nguyễn Thị Mẫu", "20/05/1990", "0912345678", "92190001234", "7.5"], rows[2].Cells.Select(cell => cell.Text));
        Assert.Equal(new Cell(CellKind.Date, "20/05/1990", 33013), rows[2][2]);
        Assert.Equal(["2", "Trần Văn Thử", "/05/1986", "0987 654 321", "092086004321", "8"], rows[3].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Sheets_OfAnXls_SayWhichAreHidden()
    {
        using var file = new ListFile(Small, "small.xls");

        using var workbook = file.Open().Value;

        Assert.Equal([new SheetName("Danh sách", false), new SheetName("DM", true)], workbook.Sheets);
        Assert.Equal("Nam", workbook.Rows("DM").First()[0].Text);
    }

    [Fact]
    public void Xls_WhenItDeclaresMoreRowsThanTheFormatHas_IsDamaged()
    {
        var bytes = (byte[])Small.Clone();
        var dimensions = bytes.AsSpan().IndexOf<byte>([0x00, 0x02, 0x0E, 0x00]); // The record and its length; first row, then last.
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(dimensions + 8), 251_659_008);
        using var file = new ListFile(bytes, "small.xls");

        var refused = Assert.Throws<UnreadableWorkbookException>(() => file.Rows());

        Assert.Equal(new Damaged("Workbook"), refused.Refusal);
    }

    [Fact]
    public void Xls_WhenItNeedsAPassword_IsRefused()
    {
        using var file = new ListFile(WithPassword(), "small.xls");

        Assert.Equal(new Encrypted(), file.Refusal());
    }

    [Theory]
    [InlineData("EncryptedPackage", "ds.xlsx", typeof(Encrypted))]
    [InlineData("WordDocument", "ds.xls", typeof(NotAWorkbook))]
    [InlineData("PowerPoint Document", "ds.xls", typeof(NotAWorkbook))]
    [InlineData("VisioDocument", "ds.xls", typeof(NotAWorkbook))]
    [InlineData("Workbook", "ds.doc", typeof(WrongExtension))]
    public void CompoundFile_ByWhatItHolds_IsRefused(string stream, string name, Type refusal)
    {
        using var file = new ListFile(WithStreamNamed(stream), name);

        Assert.IsType(refusal, file.Refusal());
    }

    [Fact]
    public void Xls_WhenItsSectorsGoInACircle_IsDamaged()
    {
        using var file = new ListFile(Circular(), "small.xls");

        Assert.IsType<Damaged>(file.Refusal());
    }

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    [InlineData(3000)]
    public void Xls_WhenCutShort_IsDamaged(int length)
    {
        using var file = new ListFile(Small[..length], "small.xls");

        Assert.IsType<Damaged>(file.Refusal());
    }

    [Fact]
    public void Xls_OverTheLimits_IsRefused()
    {
        using var file = new ListFile(Small, "small.xls");

        Assert.Equal(new TooManyRows(2), file.Refusal(new WorkbookLimits { Rows = 2 }));
        Assert.Equal(new TooManyColumns(3), file.Refusal(new WorkbookLimits { Columns = 3 }));
        Assert.Equal(new CellTooLong(10), file.Refusal(new WorkbookLimits { CellLength = 10 }));
    }

    [Fact]
    public void Xls_OfExcel4_IsTooOld()
    {
        using var file = new ListFile([0x09, 0x04, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00, 0, 0], "small.xls");

        Assert.IsType<UnsupportedFormat>(file.Refusal());
    }

    private static byte[] WithStreamNamed(string name)
    {
        var bytes = (byte[])Small.Clone();
        var entry = EntryOf(bytes, "Workbook");
        bytes.AsSpan(entry, 64).Clear();
        Encoding.Unicode.GetBytes(name, bytes.AsSpan(entry));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(entry + 64), (ushort)((name.Length + 1) * 2));
        return bytes;
    }

    private static byte[] Circular()
    {
        var bytes = (byte[])Small.Clone();
        var table = 512 * (1 + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(76)));
        var first = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(EntryOf(bytes, "Workbook") + 116));
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(table + (4 * first)), first);
        return bytes;
    }

    // The records after BOF become one FILEPASS, XOR obfuscation with a key that is not that of no password.
    private static byte[] WithPassword()
    {
        var bytes = (byte[])Small.Clone();
        var beginning = 512 * (1 + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(EntryOf(bytes, "Workbook") + 116)));
        var record = End(bytes, beginning);
        var end = record;
        while (end < record + 10)
            end = End(bytes, end);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(record), 0x2F);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(record + 2), (ushort)(end - record - 4));
        ((ReadOnlySpan<byte>)[0, 0, 0x12, 0x34, 0x56, 0x78]).CopyTo(bytes.AsSpan(record + 4));
        return bytes;
    }

    private static int End(byte[] bytes, int record) => record + 4 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(record + 2));

    private static int EntryOf(byte[] bytes, string name)
    {
        var wanted = Encoding.Unicode.GetBytes(name + "\0");
        for (var at = 512; at < bytes.Length; at += DirectoryEntry)
        {
            if (bytes.AsSpan(at).StartsWith(wanted))
                return at;
        }

        throw new InvalidOperationException("No such stream");
    }
}
