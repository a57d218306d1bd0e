using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class NamedValueTests
{
    private const string Headings = "Họ tên|Năm sinh|Giới tính|Dân tộc|Tôn giáo";

    [Theory]
    [InlineData("kinh", "Kinh")]
    [InlineData("KHMER", "Khơ-me")]
    [InlineData("Khơ me", "Khơ-me")]
    [InlineData("Hoa (Hán)", "Hoa")]
    [InlineData("S Tiêng", "Xtiêng")]
    [InlineData("Kinhh", "Kinhh", RowWarningCode.EthnicGroupUnknown)]
    [InlineData("05", null, RowWarningCode.CodeNotTaken)]
    [InlineData("không rõ", null)]
    [InlineData("…", null)]
    [InlineData("nt", null, RowWarningCode.DittoUnclear)]
    public void EthnicGroup_IsTakenByItsName(string written, string? name, params RowWarningCode[] warnings)
    {
        var member = Sheet.Parse(Headings, "Lê An", "1980", "Nam", written, "");

        Assert.Equal(name, member.Ethnicity);
        Assert.Equal(warnings, member.Warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData("Không", "Không")]
    [InlineData("K", "Không")]
    [InlineData("0", null)]
    [InlineData("-", null)]
    [InlineData("Lương", "Không")]
    [InlineData("PGHH", "Phật giáo Hòa Hảo")]
    [InlineData("Hoà Hảo", "Phật giáo Hòa Hảo")]
    [InlineData("Thiên chúa", "Công giáo")]
    [InlineData("2", null, RowWarningCode.CodeNotTaken)]
    [InlineData("Đạo lạ", "Đạo lạ", RowWarningCode.ReligionUnknown)]
    public void Religion_IsTakenByItsName(string written, string? name, params RowWarningCode[] warnings)
    {
        var member = Sheet.Parse(Headings, "Lê An", "1980", "Nam", "Kinh", written);

        Assert.Equal(name, member.Religion);
        Assert.Equal(warnings, member.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Value_WhenTheOfficerSaidWhatItMeans_IsThat()
    {
        var choices = new ListChoices { Values = new Dictionary<string, string> { ["Sex|1"] = "Nam", ["EthnicGroup|05"] = "Khơ-me", ["Religion|dao la"] = "" } };
        var rules = new RowRules(Sheet.Shape(Headings), Sheet.AsOf) { Choices = choices };

        var member = MemberRowParser.Parse(Sheet.Row(2, "Lê An", "1980", "1", "05", "Đạo lạ"), rules);

        Assert.Equal((Sex.Male, "Khơ-me", null), (member.Sex, member.Ethnicity, member.Religion));
        Assert.Empty(member.Warnings);
    }
}
