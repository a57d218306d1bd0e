using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class ListShapeFinderTests
{
    [Fact]
    public void Find_WhenTitlesStandAbove_FindsTheHeading()
    {
        var rows = Sheet.Of(
            "HỘI NÔNG DÂN VIỆT NAM||||CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "BCH XÃ TÂN THẠNH||||Độc lập - Tự do - Hạnh phúc",
            "DANH SÁCH HỘI VIÊN NĂM 2025",
            "STT|Họ và tên|Ngày sinh|Giới tính|Chi hội",
            "1|Nguyễn Văn An|1980|Nam|Chi hội 1");

        var shape = ListShapeFinder.Find(rows).Value;

        Assert.Equal((4, 4), (shape.FirstHeaderRow, shape.HeaderRow));
        Assert.Equal("Ordinal FullName DateOfBirth Sex Branch", Fields(shape));
    }

    [Fact]
    public void Find_WhenEmptyRowsAreLeftOut_CountsAsExcelDoes()
    {
        SheetRow[] rows = [Sheet.Row(2, "DANH SÁCH"), Sheet.Row(7, "Họ tên", "Năm sinh"), Sheet.Row(9, "Trần Thị Bé", "1975")];

        var shape = ListShapeFinder.Find(rows).Value;

        Assert.Equal((7, 7), (shape.FirstHeaderRow, shape.HeaderRow));
    }

    public static TheoryData<string, string[], int, string> Layouts => new()
    {
        {
            "birth over men and women",
            ["TT|Họ và tên|Năm sinh||Chức vụ", "||Nam |Nữ|", "1|Lê Văn Tám|1970||"],
            2, "Ordinal FullName BirthIfMale BirthIfFemale Office"
        },
        {
            "a cross for men and women beside a year",
            ["TT|Họ và tên|Giới tính||Năm sinh", "||Nam|Nữ|", "1|Lê Văn Tám|x||1970"],
            2, "Ordinal FullName MaleTick FemaleTick DateOfBirth"
        },
        {
            "name over two columns, the second without heading",
            ["STT|Họ và tên||Ngày sinh", "1|Nguyễn Văn|An|01/02/1980"],
            1, "Ordinal FamilyAndMiddleName GivenName DateOfBirth"
        },
        {
            "name over two columns, divided below",
            ["STT|Họ và tên||Ngày sinh", "|Họ đệm|Tên|", "1|Nguyễn Văn|An|01/02/1980"],
            2, "Ordinal FamilyAndMiddleName GivenName DateOfBirth"
        },
        {
            "two columns of the name on one line",
            ["STT|HỌ ĐỆM|TÊN |NGÀY SINH", "1|Nguyễn Văn|An|01/02/1980"],
            1, "Ordinal FamilyAndMiddleName GivenName DateOfBirth"
        },
        {
            "an empty column beside the name",
            ["STT|Họ và tên||Ngày sinh", "1|Nguyễn Văn An||01/02/1980"],
            1, "Ordinal FullName DateOfBirth"
        },
        {
            "three lines with ticks",
            [
                "STT|Họ và tên|Ngày sinh||Dân tộc||Trình độ|||",
                "||||||Học vấn||Lý luận chính trị|",
                "||Nam|Nữ|Kinh|Khác|THCS|THPT|Sơ cấp|Trung cấp",
                "1|Lê Văn Tám|1970||x|||x||",
            ],
            3, "Ordinal FullName BirthIfMale BirthIfFemale EthnicGroup EthnicGroup Education Education PoliticalTheory PoliticalTheory"
        },
        {
            "group titles above the names of columns",
            ["STT|Thông tin cá nhân|||Chức vụ|Ghi chú", "|Họ tên|Ngày sinh|Giới tính||", "1|Lê Văn Tám|1970|Nam||"],
            2, "Ordinal FullName DateOfBirth Sex Office Note"
        },
        {
            "day, month and year apart",
            ["STT|Họ và tên|Ngày sinh|||Nữ", "||Ngày|Tháng|Năm|", "1|Lê Văn Tám|3|5|1970|"],
            2, "Ordinal FullName BirthDay BirthMonth BirthYear FemaleTick"
        },
        {
            "a date and a year: the date counts",
            ["Họ tên|Ngày sinh|Năm sinh"],
            1, "FullName DateOfBirth BirthYear"
        },
        {
            "citizen number beside the old number",
            ["Họ tên|Ngày sinh|CCCD|CMND"],
            1, "FullName DateOfBirth CitizenId FormerIdNumber"
        },
        {
            "number with its date and place below one title",
            ["Họ tên|Ngày sinh|Căn cước công dân||", "||Số|Ngày cấp|Nơi cấp"],
            2, "FullName DateOfBirth CitizenId IdIssuedOn IdIssuedAt"
        },
        {
            "an address in parts",
            ["Họ tên|Ngày sinh|Nơi ở hiện nay||", "||Số nhà|Ấp|Xã"],
            2, "FullName DateOfBirth Address Address Address"
        },
        {
            "an address in parts without a title",
            ["Họ tên|Ngày sinh|Số nhà, ngõ|Xã/Phường|Quận/Huyện|Tỉnh/TP"],
            1, "FullName DateOfBirth Address Address Address Address"
        },
        {
            "a ward beside the whole address",
            ["Họ tên|Ngày sinh|Địa chỉ|Xã/Phường|Quận/Huyện"],
            1, "FullName DateOfBirth Address - -"
        },
        {
            "a number, but no birth date",
            ["Họ tên|Số CCCD|Địa chỉ"],
            1, "FullName CitizenId Address"
        },
        {
            "offices to be ticked",
            ["Họ tên|Ngày sinh|Chức vụ||", "||Bí thư|Phó Bí thư|Ủy viên"],
            2, "FullName DateOfBirth Office Office Office"
        },
        {
            "member and parent in one row, titled",
            ["Học sinh||Phụ huynh|", "Họ tên|Ngày sinh|Họ tên|Ngày sinh"],
            2, "FullName DateOfBirth - -"
        },
        {
            "the same note twice, two addresses: the first counts",
            ["Họ tên|Ngày sinh|Ghi chú|Địa chỉ|Ghi chú|Địa chỉ liên hệ"],
            1, "FullName DateOfBirth Note Address - -"
        },
        {
            "two admissions: which is meant cannot be told",
            ["Họ tên|Ngày sinh|Ngày vào Đoàn|Ngày vào Hội|Ngày vào Đảng"],
            1, "FullName DateOfBirth - - JoinedPartyOn"
        },
        {
            "household is no family name",
            ["STT|Họ và tên|Hộ|Ngày sinh"],
            1, "Ordinal FullName - DateOfBirth"
        },
        {
            "a nameless person below the heading is no second line",
            ["STT|Họ và tên|Ngày sinh|Giới tính", "1||01/02/1980|Nam"],
            1, "Ordinal FullName DateOfBirth Sex"
        },
        {
            "a group title below the heading is no second line",
            ["STT|Họ và tên|Ngày sinh|Giới tính", "Chi hội khu vực 3|||", "1|Lê Văn Tám|1970|Nam"],
            1, "Ordinal FullName DateOfBirth Sex"
        },
        {
            "column numbers below the heading are no second line",
            ["STT|Họ và tên|Ngày sinh|Giới tính", "(1)|(2)|(3)|(4)", "1|Lê Văn Tám|1970|Nam"],
            1, "Ordinal FullName DateOfBirth Sex"
        },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Find_WhenLaidOutAsInRealLists_MapsColumns(string layout, string[] rows, int headerRow, string fields)
    {
        var shape = ListShapeFinder.Find(Sheet.Of(rows)).Value;

        Assert.Equal((layout, 1, headerRow, fields), (layout, shape.FirstHeaderRow, shape.HeaderRow, Fields(shape)));
    }

    [Fact]
    public void Find_WhenHeadingHasTwoLines_JoinsThemInTheHeader()
    {
        var shape = Sheet.Shape("Họ và tên|Ngày,\ntháng sinh|", "|Nam |Nữ");

        Assert.Equal(["Họ và tên", "Ngày, tháng sinh / Nam", "Ngày, tháng sinh / Nữ"], shape.Columns.Select(column => column.Header));
    }

    [Fact]
    public void Find_WhenNothingIsAHeading_SaysHowManyRowsWereLookedAt()
    {
        var rows = Sheet.Of("Danh sách", "Nguyễn Văn An|1980|Nam");

        var refusal = ListShapeFinder.Find(rows).Refusal;

        Assert.Equal(new NoHeaderRow(2), refusal);
    }

    [Fact]
    public void Find_WhenTheHeadingIsBelowTheFirstRows_DoesNotLookThere()
    {
        var rows = Enumerable.Range(1, 61).Select(number => Sheet.Row(number, number == 61 ? "Họ tên" : "Ghi", "Năm sinh")).ToArray();

        var refusal = ListShapeFinder.Find(rows).Refusal;

        Assert.Equal(new NoHeaderRow(ListShapeFinder.RowsToLookAt), refusal);
    }

    [Theory]
    [InlineData("STT|Họ và tên|Giới tính|Tuổi", MemberField.DateOfBirth)] // An age is no birth date.
    [InlineData("STT|Ngày sinh|Giới tính|Địa chỉ", MemberField.FullName)]
    [InlineData("STT|Họ đệm|Ngày sinh", MemberField.GivenName)]
    public void Find_WhenANeededColumnIsMissing_NamesIt(string headings, MemberField missing)
    {
        var refusal = ListShapeFinder.Find(Sheet.Of(headings)).Refusal;

        Assert.Equal([missing], Assert.IsType<ColumnsMissing>(refusal).Fields);
    }

    [Theory]
    [InlineData("Họ tên|Ngày sinh|Ngày sinh (phụ huynh khai)", MemberField.DateOfBirth)]
    [InlineData("Họ tên|Họ và tên|Ngày sinh", MemberField.FullName)]
    [InlineData("Họ tên|Ngày sinh|CCCD|Số định danh", MemberField.CitizenId)]
    public void Find_WhenTwoColumnsClaimANeededField_NamesBoth(string headings, MemberField field)
    {
        var refusal = ListShapeFinder.Find(Sheet.Of(headings)).Refusal;

        var twice = Assert.IsType<ColumnTwice>(refusal);
        Assert.Equal((field, 2), (twice.Field, twice.Headers.Count));
    }

    [Fact]
    public void Find_WhenACoverTableComesFirst_TakesTheListBelow()
    {
        var shape = Sheet.Shape("Họ và tên|Chức vụ", "Lê Thị Hoa|Chủ tịch", "STT|Họ và tên|Ngày sinh");

        Assert.Equal(3, shape.HeaderRow);
    }

    private static string Fields(ListShape shape) => string.Join(' ', shape.Columns.Select(column => column.Field?.ToString() ?? "-"));
}
