using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class NameParsingTests
{
    private const string Headings = "Họ tên|Năm sinh";

    [Theory]
    [InlineData("Nguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("nguyễn văn An", "nguyễn văn An")] // The clerk's case is kept.
    [InlineData("  Nguyễn   Văn  An ", "Nguyễn Văn An")]
    [InlineData("\u00A0Nguyễn\u00A0Văn An\u00A0", "Nguyễn Văn An")]
    [InlineData("\uFEFFNguyễn \u200BVăn An\u200B", "Nguyễn Văn An")]
    [InlineData("\u202DNguyễn Văn An\u202C", "Nguyễn Văn An")] // Around it, from a contacts app.
    [InlineData("\tNguyễn Văn An", "Nguyễn Văn An")]
    [InlineData("Nguye\u0302\u0303n Va\u0306n An", "Nguyễn Văn An")] // NFD
    [InlineData("Nguyê\u0303n Văn An", "Nguyễn Văn An")] // Windows-1258
    [InlineData("Nguyễn Văn\nAn", "Nguyễn Văn An")] // One name wrapped.
    [InlineData("K'Ho", "K'Ho")]
    [InlineData("H’Mông Niê", "H’Mông Niê")]
    [InlineData("N'", "N'")]
    [InlineData("Út", "Út")]
    [InlineData("K'Brếu", "K'Brếu")]
    [InlineData("Y Wang", "Y Wang")]
    [InlineData("Đinh Ksor H'Bia", "Đinh Ksor H'Bia")]
    [InlineData("Siu Kôn", "Siu Kôn")]
    [InlineData("Rơ Châm Hà", "Rơ Châm Hà")]
    [InlineData("Lý Thị Sà Rết", "Lý Thị Sà Rết")]
    [InlineData("Nguyên Thôt", "Nguyên Thôt")] // Tones left out, not TCVN3.
    [InlineData("Trần Thị Bé (Út Hiền)", "Trần Thị Bé (Út Hiền)")]
    public void Name_WhenOneCellHoldsIt_IsNormalized(string written, string name)
    {
        var member = Sheet.Parse(Headings, written, "1980");

        Assert.Equal((name, 0, 0), (member.FullName, member.Problems.Count, member.Repairs.Count));
    }

    [Theory]
    [InlineData("Ðặng Văn Ðức", "Đặng Văn Đức")] // U+00D0
    [InlineData("Ɖặng Văn An", "Đặng Văn An")] // U+0189
    [InlineData("Trần Ƣt", "Trần Ưt")]
    [InlineData("Lƣơng Thị Mai", "Lương Thị Mai")]
    [InlineData("ðỗ Văn An", "đỗ Văn An")] // U+00F0
    public void Name_WhenLettersOnlyLookRight_IsRepairedByName(string written, string name)
    {
        var member = Sheet.Parse(Headings, written, "1980");

        Assert.Equal(name, member.FullName);
        Assert.Equal([RepairCode.LookAlikeLetters], member.Repairs);
    }

    [Theory]
    [InlineData("Nguyễn Văn 4n", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("12345", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("=HYPERLINK(x)", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("@Nguyễn An", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("+Nguyễn An", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("-Nguyễn An", RowProblemCode.NameHasForeignCharacters)] // A formula to a spreadsheet.
    [InlineData("Nguyễn\u0007An", RowProblemCode.NameHasForeignCharacters)] // Control.
    [InlineData("Nguyễn\uE001 An", RowProblemCode.NameHasForeignCharacters)] // Private use.
    [InlineData("Nguyễn \u202ENA văn", RowProblemCode.NameHasForeignCharacters)] // Reads backwards.
    [InlineData("Nguy?n V?n An", RowProblemCode.NameHasForeignCharacters)] // Lost in an encoding.
    [InlineData("Nguy\uFFFDn An", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("NguyÔn V¨n An", RowProblemCode.NameHasForeignCharacters)] // TCVN3
    [InlineData("NGUYEÃN VAÊN ÑÖÏC", RowProblemCode.NameHasForeignCharacters)] // VNI
    [InlineData("Traàn Vaên Bình", RowProblemCode.NameHasForeignCharacters)] // VNI in letters that Unicode names have too.
    [InlineData("Leâ Thanh Taâm", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("Voõ Vaên Baù", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("Nguyễn Vaên Bình", RowProblemCode.NameHasForeignCharacters)] // Half of it.
    [InlineData("Vâ Thanh An", RowProblemCode.NameHasForeignCharacters)] // TCVN3
    [InlineData("…", RowProblemCode.NameHasForeignCharacters)]
    [InlineData("1. Lê An\n2. Trần Bé", RowProblemCode.SeveralPeopleInCell)]
    [InlineData("Lê An\nTrần Bé", RowProblemCode.SeveralPeopleInCell)]
    [InlineData("Lê Hoàng Dũng, Lê Văn Tám", RowProblemCode.SeveralPeopleInCell)]
    [InlineData("", RowProblemCode.NameMissing)]
    [InlineData(" \u00A0\u200B", RowProblemCode.NameMissing)]
    [InlineData("#N/A", RowProblemCode.CellHasError)]
    [InlineData(" #n/a ", RowProblemCode.CellHasError)]
    public void Name_WhenItCannotBeOne_IsReported(string written, RowProblemCode expected)
    {
        var member = Sheet.Parse(Headings, written, "1980");

        Assert.Equal([new RowProblem(expected, MemberField.FullName, written)], member.Problems);
    }

    [Fact]
    public void Address_WhenHalfACharacterIsLost_IsNotTaken()
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Địa chỉ", "Nguyễn An", "1980", "Ấp \uDE00 3");

        Assert.Equal([new RowProblem(RowProblemCode.TextBroken, MemberField.Address, "Ấp \uFFFD 3")], member.Problems);
    }

    [Theory]
    [InlineData("Chi h?i T?n L?i")]
    [InlineData("?p 3")]
    [InlineData("Ấp \uFFFDông")]
    public void Address_WhenLettersAreLost_IsNotTakenAndRejectsNobody(string written)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Địa chỉ", "Nguyễn An", "1980", written);
        var branch = Sheet.Parse("Họ tên|Năm sinh|Chi hội", "Nguyễn An", "1980", written);

        Assert.Equal((null, 0, RowWarningCode.LettersLost), (member.Address, member.Problems.Count, Assert.Single(member.Warnings).Code));
        Assert.Equal((null, RowProblemCode.TextGarbled), (branch.Branch, Assert.Single(branch.Problems).Code));
    }

    [Theory]
    [InlineData("Khu vöïc Bình Hoøa")]
    [InlineData("§êng NguyÔn Tr·i")]
    [InlineData("§\u00ADêng NguyÔn Tr·i")]
    [InlineData("Chi héi B×nh Hßa")]
    [InlineData("Chi héi 3")]
    [InlineData("Khu vá»±c B")] // Nobody knew the encoding.
    public void Text_WhenItIsGarbled_IsNeverTaken(string written)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Địa chỉ|Chi hội|Chức vụ", "Nguyễn An", "1980", written, written, written);

        Assert.Equal((null, null, null), (member.Address, member.Branch, member.Office));
        Assert.Equal(Enumerable.Repeat(RowProblemCode.TextGarbled, 3), member.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("Số 5, đường Trần Hưng Đạo, P. Cái Khế – Ninh Kiều")]
    [InlineData("ẤP THỚI HÒA, XÃ TÂN THẠNH")]
    [InlineData("Thôt Nôt")]
    [InlineData("Buôn Êa Súp, Krông Ana, Mê Kông")]
    [InlineData("Café Sông Hậu (100 m²)")]
    [InlineData("Lô 5, KDC Hồng Phát?")]
    [InlineData("Bến Đá…")]
    public void Text_WhenItIsOnlyUnusual_IsTaken(string written)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Địa chỉ", "Nguyễn An", "1980", written);

        Assert.Equal((written, 0), (member.Address, member.Problems.Count));
    }

    [Fact]
    public void Address_WhenACharacterIsWhole_IsTaken()
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Địa chỉ", "Nguyễn An", "1980", "Ấp \uD83D\uDE00 3");

        Assert.Empty(member.Problems);
        Assert.Equal("Ấp \uD83D\uDE00 3", member.Address);
    }

    [Fact]
    public void Name_WhenHalfASurrogatePairIsInIt_IsReportedInWellFormedText()
    {
        var member = Sheet.Parse(Headings, "Nguyễn \uD83D An", "1980");

        Assert.Equal([new RowProblem(RowProblemCode.NameHasForeignCharacters, MemberField.FullName, "Nguyễn \uFFFD An")], member.Problems);
    }

    [Fact]
    public void Name_WhenLongerThanAnyName_HoldsSeveralPeople()
    {
        var written = string.Join(' ', Enumerable.Repeat("Nguyễn Văn Tám", 6));

        var member = Sheet.Parse(Headings, written, "1980");

        Assert.Equal(RowProblemCode.SeveralPeopleInCell, Assert.Single(member.Problems).Code);
    }

    [Fact]
    public void Name_WhenTheCellHasAnError_IsReportedOnce()
    {
        var member = Sheet.Parse(Headings, Sheet.Error("#REF!"), "1980");

        Assert.Equal([new RowProblem(RowProblemCode.CellHasError, MemberField.FullName, "#REF!")], member.Problems);
    }

    [Theory]
    [InlineData("Nguyễn Văn ", "An", "Nguyễn Văn An")]
    [InlineData("Nguyễn Văn An", "", "Nguyễn Văn An")] // The whole name in the first column.
    [InlineData("", "An", "An")]
    public void Name_WhenOverTwoColumns_IsJoined(string family, string given, string name)
    {
        var member = Sheet.Parse("Họ đệm|Tên|Năm sinh", family, given, "1980");

        Assert.Equal((name, 0), (member.FullName, member.Problems.Count));
    }

    [Fact]
    public void Name_WhenOverThreeColumns_IsJoined()
    {
        var member = Sheet.Parse("Họ|Chữ đệm|Tên|Năm sinh", "Nguyễn", "Thị Ngọc", "Ánh", "1980");

        Assert.Equal("Nguyễn Thị Ngọc Ánh", member.FullName);
    }
}
