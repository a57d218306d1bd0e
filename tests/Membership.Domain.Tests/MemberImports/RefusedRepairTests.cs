using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>What a row says when the officer does not want something put right.</summary>
public sealed class RefusedRepairTests
{
    [Fact]
    public void LeadingZeros_WhenRefused_TheNumberIsAProblem() =>
        Assert.Equal(RowProblemCode.CitizenIdUnreadable, Parse(RepairCode.LeadingZerosRestored, "Số CCCD", 92080001234.0).Problems.Single().Code);

    [Fact]
    public void PhoneZero_WhenRefused_IsKeptAsWritten() => Assert.Equal("900123456", Parse(RepairCode.PhoneZeroRestored, "Số điện thoại", 900123456.0).Phone);

    [Fact]
    public void YearInDateCell_WhenRefused_IsTheDayShown() =>
        Assert.Equal("1905-05-18", Parse(RepairCode.YearInDateCell, "Ngày vào Hội", Sheet.Date(1965)).AdmittedOn?.ToString());

    [Fact]
    public void TwoDigitYear_WhenRefused_IsAProblem() =>
        Assert.Equal(RowProblemCode.AdmittedOnUnreadable, Parse(RepairCode.TwoDigitYear, "Ngày vào Hội", "05/03/99").Problems.Single().Code);

    [Theory]
    [InlineData("LÊ VĂN K'HO", RepairCode.NameInCapitals, "LÊ VĂN K'HO", 0)]
    [InlineData("LÊ VĂN K'HO", RepairCode.TwoDigitYear, "Lê Văn K'Ho", 0)]
    [InlineData("Ðỗ Văn An", RepairCode.LookAlikeLetters, "Đỗ Văn An", 1)]
    public void Name_WhenRefused_IsNotPutRight(string written, RepairCode refused, string name, int problems)
    {
        var member = Parse(refused, "Ghi chú", "", written);

        Assert.Equal((name, problems), (member.FullName, member.Problems.Count));
    }

    private static ParsedMember Parse(RepairCode refused, string heading, object cell, string name = "Lê An")
    {
        var choices = new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [refused] = false } };
        var rules = new RowRules(Sheet.Shape("Họ tên|Năm sinh|" + heading), Sheet.AsOf) { Choices = choices };
        return MemberRowParser.Parse(Sheet.Row(2, name, "1950", cell), rules);
    }
}
