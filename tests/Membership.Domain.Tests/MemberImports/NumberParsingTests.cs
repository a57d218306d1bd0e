using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class NumberParsingTests
{
    [Theory]
    [InlineData("092080001234", "092080001234")]
    [InlineData("092 080 001 234", "092080001234")]
    [InlineData("092.080.001.234", "092080001234")]
    [InlineData("\u202D092080001234\u202C", "092080001234")]
    [InlineData("\u00A0092080\u200B001234 ", "092080001234")]
    [InlineData("'092080001234", "092080001234")] // Typed as text.
    [InlineData(92080001234.0, "092080001234", RepairCode.LeadingZerosRestored)]
    [InlineData(1080001234.0, "001080001234", RepairCode.LeadingZerosRestored)] // Hà Nội has lost two.
    [InlineData("92080001234", "092080001234", RepairCode.LeadingZerosRestored)]
    [InlineData("1080001234", "001080001234", RepairCode.LeadingZerosRestored)]
    [InlineData("092080001234.0", "092080001234")]
    [InlineData("92080001234.0", "092080001234", RepairCode.LeadingZerosRestored)]
    public void CitizenId_WhenTwelveDigitsCanBeRead_IsRead(object written, string digits, RepairCode? repair = null)
    {
        var member = Parse(written);

        Assert.Empty(member.Problems);
        Assert.Equal((digits, (string?)null), (member.CitizenId?.Digits, member.FormerIdNumber));
        Assert.Equal(repair, member.Repairs.Select(code => (RepairCode?)code).SingleOrDefault());
    }

    [Theory]
    [InlineData("361234567", "361234567", null)]
    [InlineData("361 234 567", "361234567", null)]
    [InlineData("361234567.00", "361234567", null)]
    [InlineData(361234567.0, "361234567", null)]
    [InlineData(11234567.0, "011234567", RepairCode.LeadingZerosRestored)] // A number that has lost its zero.
    public void CitizenId_WhenNineDigits_IsTheFormerNumber(object written, string digits, RepairCode? repair)
    {
        var member = Parse(written);

        Assert.Empty(member.Problems);
        Assert.Equal((null, digits), (member.CitizenId?.Digits, member.FormerIdNumber));
        Assert.Equal(repair, member.Repairs.Select(code => (RepairCode?)code).SingleOrDefault());
    }

    [Theory]
    [InlineData("9.2E+10")]
    [InlineData("9,2E+10")]
    [InlineData("O92080001234")] // The letter O.
    [InlineData(9208200000.0)] // Two zeros back would be province 009, which never was: digits are missing.
    [InlineData("11234567")] // Eight digits as text: nothing says that one was lost.
    [InlineData("0920800012345")]
    [InlineData("092080001234 361234567")]
    [InlineData("123")]
    [InlineData("36100001.0")] // Eight digits and a fraction.
    [InlineData("9218100001.0")]
    [InlineData("9208000123.45")]
    [InlineData("000000000000")]
    [InlineData("０９２０８０００１２３４")] // Full-width digits.
    [InlineData(920800012345678.0)]
    [InlineData(92080001234.5)]
    [InlineData(-92080001234.0)]
    [InlineData(1e20)]
    public void CitizenId_WhenNotANumberOfAPerson_IsReported(object written)
    {
        var member = Parse(written);

        var problem = Assert.Single(member.Problems);
        Assert.Equal((RowProblemCode.CitizenIdUnreadable, MemberField.CitizenId), (problem.Code, problem.Field));
        Assert.Null(member.CitizenId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("Chưa có")]
    [InlineData("không")]
    public void CitizenId_WhenSaidToBeMissing_IsNoProblem(string written)
    {
        var member = Parse(written);

        Assert.Empty(member.Problems);
    }

    [Fact]
    public void CitizenId_WhenTheFormatShowsItsZeros_NeedsNoRepair()
    {
        var member = Parse(new Cell(CellKind.Number, "092080001234", 92080001234));

        Assert.Equal(("092080001234", 0), (member.CitizenId?.Digits, member.Repairs.Count));
    }

    [Fact]
    public void CitizenId_WhenTheCellHasAnError_IsReported()
    {
        var member = Parse(Sheet.Error());

        Assert.Equal([new RowProblem(RowProblemCode.CellHasError, MemberField.CitizenId, "#N/A")], member.Problems);
    }

    [Fact]
    public void FormerIdNumber_WhenInAColumnOfItsOwn_IsReadBesideTheCitizenNumber()
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|CCCD|CMND", "Lê Tám", "1980", "092080001234", "361234567");

        Assert.Equal(("092080001234", "361234567"), (member.CitizenId?.Digits, member.FormerIdNumber));
    }

    [Theory]
    [InlineData("0912345678", "0912345678", false)]
    [InlineData("0912.345.678", "0912345678", false)]
    [InlineData("\u202D0912 345 678\u202C", "0912345678", false)]
    [InlineData("02923812345", "02923812345", false)] // A land line.
    [InlineData(912345678.0, "0912345678", true)]
    [InlineData("912345678", "0912345678", true)]
    [InlineData("912 345 678", "0912345678", true)]
    [InlineData("912345678.0", "0912345678", true)]
    [InlineData("09.12.34.56.78", "0912345678", false)]
    [InlineData("01234567890", "01234567890", false)] // Eleven digits of before 2018: kept.
    [InlineData("212345678", "212345678", false)] // No mobile number begins so.
    [InlineData("0912345678/0987654321", "0912345678/0987654321", false)] // Two numbers: as written.
    [InlineData("0912345678  0987654321", "0912345678 0987654321", false)]
    [InlineData("+84912345678", "0912345678", true)]
    [InlineData("+84 912 345 678", "0912345678", true)]
    [InlineData("84912345678", "0912345678", true)]
    [InlineData("84212345678", "84212345678", false)]
    [InlineData("không có", null, false)]
    [InlineData("nt", null, false)] // Whose number it is must be typed.
    [InlineData("", null, false)]
    [InlineData("#N/A", null, false)]
    public void Phone_WhateverIsWritten_NeverRejectsTheRow(object written, string? phone, bool isRepaired)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|SĐT", "Lê Tám", "1980", written);

        Assert.Empty(member.Problems);
        Assert.Equal((phone, isRepaired), (member.Phone, member.Repairs.Contains(RepairCode.PhoneZeroRestored)));
    }

    private static ParsedMember Parse(object written) => Sheet.Parse("Họ tên|Năm sinh|Số CMND/CCCD", "Lê Tám", "1980", written);
}
