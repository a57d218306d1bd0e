using System.Text;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.Spreadsheets;

public sealed class CsvWorkbookTests
{
    [Theory]
    [InlineData("Họ tên,Năm\nAn,1990\n", "comma")]
    [InlineData("Họ tên;Năm\nAn;1990\n", "semicolon")]
    [InlineData("Họ tên\tNăm\nAn\t1990\n", "tab")]
    [InlineData("sep=;\r\nHọ tên;Năm\r\nAn;1990\r\n", "declared, and no row")]
    [InlineData("sep=|\nHọ tên|Năm\nAn|1990", "any character may be declared")]
    [InlineData("\"Họ tên\",\"Năm\"\r\n\"An\",\"1990\"", "quoted")]
    [InlineData("\uFEFFHọ tên,Năm\nAn,1990", "byte order mark")]
    public void Rows_WithAnyDelimiter_AreRead(string text, string way)
    {
        using var file = new ListFile(text, "ds.csv");

        var texts = file.Texts();

        Assert.True(texts.Length == 2, way);
        Assert.Equal([["Họ tên", "Năm"], ["An", "1990"]], texts);
    }

    [Fact]
    public void Delimiter_WhenAddressesHoldCommas_IsTheOneOfEveryLine()
    {
        using var file = new ListFile("Tên;Địa chỉ\nAn;12, Khu vực 1, phường A\nBình;3, Khu vực 2, phường B\n", "ds.csv");

        Assert.Equal(["An", "12, Khu vực 1, phường A"], file.Texts()[1]);
    }

    [Theory]
    [InlineData("=\"092181000011\"", "092181000011")]
    [InlineData("\"=\"\"092181000011\"\"\"", "092181000011")]
    [InlineData("'092181000011", "092181000011")]
    [InlineData("=HYPERLINK(x)", "=HYPERLINK(x)")] // A formula is never taken apart.
    [InlineData("''", "''")]
    public void Number_ThatWasProtectedFromExcel_IsTheNumber(string written, string text)
    {
        using var file = new ListFile($"Tên;CCCD\nAn;{written}\n", "ds.csv");

        Assert.Equal(["An", text], file.Texts()[1]);
    }

    [Fact]
    public void Delimiter_InsideQuotes_DoesNotCount()
    {
        using var file = new ListFile("\"a;b;c\",Năm\n\"d;e;f\",1990\n", "ds.csv");

        Assert.Equal([["a;b;c", "Năm"], ["d;e;f", "1990"]], file.Texts());
    }

    /// <summary>The kind of a file is told from its first 8,192 bytes; each shift cuts another byte of a letter of three.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Rows_WhenALetterIsCutWhereTheKindIsTold_AreRead(int shift)
    {
        var line = new string('a', shift) + new string('ệ', 5_000);
        using var file = new ListFile($"Tên\n{line}\n", "ds.csv");

        Assert.Equal([["Tên"], [line]], file.Texts());
    }

    [Fact]
    public void Rows_WithEmptyLinesAndBreaksInCells_CountAsExcelCounts()
    {
        using var file = new ListFile("Tên,Ghi chú\n\n,,\nAn,\"dòng 1\ndòng \"\"2\"\"\"\nBình, x \n", "ds.csv");

        var rows = file.Rows();

        Assert.Equal([1, 4, 5], rows.Select(row => row.Number));
        Assert.Equal("dòng 1\ndòng \"2\"", rows[1][1].Text);
        Assert.Equal(new Cell(CellKind.Text, " x "), rows[2][1]);
    }

    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-8", false)]
    public void Text_InAnyUnicodeEncoding_IsRead(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] mark = hasMark ? encoding.GetPreamble() : [];
        using var file = new ListFile([.. mark, .. encoding.GetBytes("Họ và tên,Ngày sinh\nNguyễn Thị Mẫu,20/05/1990\n")], "ds.csv");

        Assert.Equal([["Họ và tên", "Ngày sinh"], ["Nguyễn Thị Mẫu", "20/05/1990"]], file.Texts());
    }

    [Theory]
    [InlineData("windows-1252", "NguyÔn V¨n Hïng,TrÇn ThÞ B¶y,§Æng H÷u ThuËn")] // TCVN3
    [InlineData("windows-1252", "Nguyeãn Vaên Huøng,Traàn Thò Baûy,Ñaëng Höõu Thuaän")] // VNI
    [InlineData("windows-1258", "Nguyê\u0303n Văn Hu\u0300ng,Trâ\u0300n Thi\u0323 Ba\u0309y,Đă\u0323ng Hư\u0303u Thuâ\u0323n")]
    public void Text_InOneByteForALetter_IsReadWhenItIsClearWhich(string name, string line)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);

        using var file = new ListFile(encoding.GetBytes(line + "\n"), "ds.csv");

        Assert.Equal(line.Split(','), file.Rows().Single().Cells.Select(cell => cell.Text));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'H', 0xE4, (byte)' ', (byte)'v', 0xB5, (byte)',', (byte)'x', (byte)'\n' }) /* TCVN3 */]
    [InlineData(new byte[] { (byte)'N', (byte)'g', (byte)'u', (byte)'y', 0xEA, 0xDE, (byte)'n', (byte)'\n' }) /* CP1258 */]
    public void Text_OfACodePage_IsRefused(byte[] content)
    {
        using var file = new ListFile(content, "ds.csv");

        Assert.Equal(new UnknownEncoding(), file.Refusal());
    }

    [Fact]
    public void Sheet_OfATextList_IsNamedLikeTheFile()
    {
        using var file = new ListFile("a,b\n", "Chi hội 1.csv");

        using var workbook = file.Open().Value;

        Assert.Equal([new SheetName("Chi hội 1", false)], workbook.Sheets);
    }

    public static TheoryData<string, string, Type> TooMuch => new()
    {
        { "a line of commas", new string(',', 5_000_000) + "x\n", typeof(CellTooLong) },
        { "a short line of commas", new string(',', 60_000) + "x\n", typeof(TooManyColumns) },
        { "a quote that is never closed", "a,\"" + string.Concat(Enumerable.Repeat("b\n", 20_000)), typeof(QuoteNotClosed) },
        { "the same, of many megabytes", "a,\"" + string.Concat(Enumerable.Repeat("b\n", 2_000_000)), typeof(QuoteNotClosed) },
        { "rows below a quote that is never closed", "a,\"" + string.Concat(Enumerable.Repeat("b,c\n", 20_000)), typeof(TooManyRows) },
        { "rows", string.Concat(Enumerable.Repeat("b,c\n", 101)), typeof(TooManyRows) },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Text_OverALimit_IsRefused(string what, string text, Type refusal)
    {
        using var file = new ListFile(text, "ds.csv");

        var found = file.Refusal(new WorkbookLimits { Rows = 100 });

        Assert.True(found?.GetType() == refusal, $"{what}: {found}");
    }

    [Theory]
    [InlineData("3;\"Bảy Lúa, ấp 1", "\"Bảy Lúa, ấp 1")] // At the beginning of the last cell.
    [InlineData("3;nhà 5\" ấp 1", "nhà 5\" ấp 1")]
    [InlineData("3;\"Sáu Lúa\" ấp 1", "\"Sáu Lúa\" ấp 1")]
    [InlineData("3;\"ấp \"\"Sáu\"\" 1\"", "ấp \"Sáu\" 1")]
    [InlineData("3;\"ấp 1\nxã Hòa\"", "ấp 1\nxã Hòa")] // Lines of one cell.
    [InlineData("3;\"ấp 1; xã Hòa\"", "ấp 1; xã Hòa")]
    [InlineData("\"3;ấp 1", "ấp 1")]
    public void QuotationMark_WhereverItStands_SwallowsNoRow(string line, string address)
    {
        foreach (var end in (string[])["\n", "\r\n"])
        {
            using var file = new ListFile($"TT;Nơi ở;Năm{end}1;A;1960{end}{line};1970{end}4;B;1980{end}5;\"C\";1990{end}", "ds.csv");

            var texts = file.Texts();

            Assert.Equal(["Nơi ở", "A", address, "B", "C"], texts.Select(row => row[1]));
            Assert.Equal(["Năm", "1960", "1970", "1980", "1990"], texts.Select(row => row[2]));
        }
    }

    [Theory]
    [InlineData("TT;Nơi ở\n1;A\n2;\"B\nấp 2\n3;C\n", 3)] // Where the text of two lines ends is not said.
    [InlineData("TT,Nơi ở,Năm\n1,A,1970\n2,\"Bảy, ấp 1,1980\n3,C,1990\n", 3)]
    [InlineData("TT;Nơi ở\n1;A\n2;\"B\nấp 2\nấp 3\n", 3)]
    public void QuotationMark_WhenNobodyKnowsWhatItOpens_IsRefusedWithItsLine(string text, int line)
    {
        using var file = new ListFile(text, "ds.csv");

        Assert.Equal(new QuoteNotClosed(line), file.Refusal());
    }

    [Fact]
    public void Heading_OfSeveralLinesInQuotes_IsReadAsBefore()
    {
        using var file = new ListFile("\"Số\nTT\";\"Họ và\ntên\";Năm\n1;An;1990\n2;Bình;1991\n", "ds.csv");

        Assert.Equal([["Số\nTT", "Họ và\ntên", "Năm"], ["1", "An", "1990"], ["2", "Bình", "1991"]], file.Texts());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Utf8_WithADamagedByte_IsRefusedWithItsLine(bool isCut)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes("Họ tên;Ấp\nLê Thị Bé;Thới Hòa\nTrần "), .. isCut ? new byte[] { 0xC4 } : [0xFF, (byte)';', (byte)'x', (byte)'\n']];
        using var file = new ListFile(content, "ds.csv");

        Assert.Equal(new DamagedText(3), file.Refusal());
    }

    [Fact]
    public void Text_WhenItHoldsZeroCharacters_KeepsThemForTheRow()
    {
        using var file = new ListFile("Tên,Năm\nA\0n,1990\n", "ds.csv");

        Assert.Equal("A\0n", file.Texts()[1][0]);
    }
}
