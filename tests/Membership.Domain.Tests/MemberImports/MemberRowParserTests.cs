using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class MemberRowParserTests
{
    private const string Texts = "Họ tên|Năm sinh|Địa chỉ|Chi hội|Chức vụ|SĐT";

    [Fact]
    public void Parse_WhenARowIsWhole_ReadsEveryField()
    {
        var member = Sheet.Parse(
            "STT|Họ và tên|Ngày sinh|Giới tính|CCCD|SĐT|Địa chỉ|Chi hội|Ngày vào Hội|Chức vụ",
            1.0, "Trần Thị Sáu", "05/03/1980", "Nữ", "092180001234", "0912345678", " Ấp 3,  xã Tân Thạnh ", "Chi hội 2", "03/2015", "Chi hội phó");

        Assert.Equal("Trần Thị Sáu", member.FullName);
        Assert.Equal((Sex.Female, PartialDate.TryCreate(1980, 3, 5)), (member.Sex, member.BirthDate));
        Assert.Equal(("092180001234", "0912345678"), (member.CitizenId?.Digits, member.Phone));
        Assert.Equal(("Ấp 3, xã Tân Thạnh", "Chi hội 2", "Chi hội phó"), (member.Address, member.Branch, member.Office));
        Assert.Equal(PartialDate.TryCreate(2015, 3), member.AdmittedOn);
        Assert.Empty(member.Problems);
        Assert.Empty(member.Repairs);
    }

    [Fact]
    public void Parse_WhenSeveralThingsAreWrong_ReportsEach()
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh|Giới tính|CCCD", "Lê Văn 8", "31/02/1990", "?", "12");

        Assert.Equal(
            [
                RowProblemCode.NameHasForeignCharacters, RowProblemCode.DateDoesNotExist,
                RowProblemCode.SexUnreadable, RowProblemCode.CitizenIdUnreadable,
            ],
            member.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Parse_WhenTheRowIsShorterThanTheHeading_ReadsWhatIsThere()
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Chức vụ|Địa chỉ", "Lê Văn Tám", 1980.0);

        Assert.Equal((0, null, null), (member.Problems.Count, member.Office, member.Address));
    }

    [Fact]
    public void Address_WhenInParts_IsJoined()
    {
        var shape = Sheet.Shape("Họ tên|Năm sinh|Nơi ở hiện nay||", "||Số nhà|Ấp|Xã");

        var member = MemberRowParser.Parse(Sheet.Row(3, "Lê Tám", "1980", 12.0, "", "Tân Thạnh"), shape, Sheet.AsOf);

        Assert.Equal("12, Tân Thạnh", member.Address);
    }

    [Theory]
    [InlineData("Ấp 3", "Ấp 9", "Ấp 3")]
    [InlineData("", "Ấp 9", "Ấp 9")]
    public void Address_WhenResidenceAndPermanentAddressAreGiven_IsWhereThePersonLives(string residence, string permanent, string expected)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Hộ khẩu thường trú|Nơi ở hiện nay", "Lê Tám", "1980", permanent, residence);

        Assert.Equal(expected, member.Address);
    }

    [Theory]
    [InlineData("Chi hội 2", "Khu vực 1", "Chi hội 2")]
    [InlineData("", "Khu vực 1", "Khu vực 1")]
    public void Branch_WhenAPlaceIsGivenToo_IsTheOrganizationsOwn(string branch, string place, string expected)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Khu vực|Chi hội", "Lê Tám", "1980", place, branch);

        Assert.Equal(expected, member.Branch);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("0")]
    [InlineData(0.0)]
    [InlineData("x")]
    [InlineData("…")]
    [InlineData("...")]
    [InlineData("Không")]
    [InlineData("không có")]
    [InlineData("Không rõ")]
    [InlineData("chưa có")]
    [InlineData("Chưa rõ.")]
    public void Text_WhenItSaysNothing_IsNoValue(object written)
    {
        var member = Sheet.Parse(Texts, "Lê Tám", "1980", written, written, written, written);

        Assert.Equal((null, null, null, null), (member.Address, member.Branch, member.Office, member.Phone));
        Assert.Empty(member.Warnings);
    }

    [Theory]
    [InlineData("nt")]
    [InlineData("-nt-")]
    [InlineData("\"")]
    [InlineData("- \" -")]
    [InlineData("//")]
    [InlineData("''")]
    [InlineData("Như trên")]
    [InlineData("N/t")]
    public void DittoMark_WithoutARowAbove_IsNoValueAndSaid(string written)
    {
        var member = Sheet.Parse(Texts, "Lê Tám", "1980", written, written, written, written);

        Assert.Equal((null, null, null, null), (member.Address, member.Branch, member.Office, member.Phone));
        Assert.Equal(Enumerable.Repeat(RowWarningCode.DittoUnclear, 4), member.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void Text_WhenTheCellHasAnError_IsNoValueAndSaid()
    {
        var member = Sheet.Parse(Texts, "Lê Tám", "1980", Sheet.Error(), Sheet.Error("#REF!"), "#N/A", Sheet.Error("#VALUE!"));

        Assert.Equal((null, null, null, null), (member.Address, member.Branch, member.Office, member.Phone));
        Assert.Equal(Enumerable.Repeat(RowWarningCode.CellHasError, 4), member.Warnings.Select(warning => warning.Code));
        Assert.Empty(member.Problems);
    }

    [Fact]
    public void Text_WhenItsCellCannotBeRead_IsNotReplacedByAnother()
    {
        var member = Sheet.Parse(
            "Họ tên|Năm sinh|Nơi ở|Thường trú|Chi hội|Khu vực|SĐT|ĐT GĐ", "Lê Tám", "1980", Sheet.Error(), "Ấp 9", "nt", "Khu vực 1", Sheet.Error(), "0912345678");

        Assert.Equal((null, null, null), (member.Address, member.Branch, member.Phone));
    }

    [Fact]
    public void Address_WhenAPartHasAnError_IsNotHalfTaken()
    {
        var shape = Sheet.Shape("Họ tên|Năm sinh|Nơi ở hiện nay||", "||Số nhà|Ấp|Xã");

        var member = MemberRowParser.Parse(Sheet.Row(3, "Lê Tám", "1980", Sheet.Error(), "Ấp 3", "Tân Thạnh"), shape, Sheet.AsOf);

        Assert.Equal((null, RowWarningCode.CellHasError), (member.Address, Assert.Single(member.Warnings).Code));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("-", false)]
    [InlineData("#N/A", false)]
    public void Cell_ThatSaysNothing_ClearsNothingUnlessItIsBlank(string written, bool isBlank) =>
        Assert.Equal(isBlank, BlankFields.Of(Sheet.Shape(Texts).Columns, Sheet.Row(2, "Lê Tám", "1980", written)).Contains(MemberField.Address));

    [Fact]
    public void Cell_OfAFormulaWithoutAValue_ClearsNothing() =>
        Assert.DoesNotContain(MemberField.Address, BlankFields.Of(Sheet.Shape(Texts).Columns, Sheet.Row(2, "Lê Tám", "1980", Sheet.Error(""))));
}
