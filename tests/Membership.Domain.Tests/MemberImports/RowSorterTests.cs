using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class RowSorterTests
{
    private const string Headings = "STT|Họ và tên|Ngày sinh|CCCD|Địa chỉ|Chức vụ|Ghi chú";

    [Theory]
    [InlineData("1|Nguyễn Văn An|1980", RowKind.Person)]
    [InlineData("|Nguyễn Văn An|1980", RowKind.Person)] // Without a number, still with name and birth.
    [InlineData("5|Nguyễn Văn An", RowKind.Person)] // To be rejected with a reason, not to be lost.
    [InlineData("|Nguyễn Văn An", RowKind.Person)]
    [InlineData("5||1980", RowKind.Person)] // The name is missing.
    [InlineData("5|||092080001234", RowKind.Person)]
    [InlineData("5||||Ấp 3", RowKind.Person)]
    [InlineData("1|Tổ Văn Nam|05/03/1980", RowKind.Person)] // Tô, mistyped.
    [InlineData("|Tống Văn Cộng|1975", RowKind.Person)]
    [InlineData("2|Công Tằng Tôn Nữ Hoa|1950", RowKind.Person)]
    [InlineData("6|Cộng Thị Hoa|05/03/1980", RowKind.Person)] // A total has no day of birth,
    [InlineData("|Tổng Văn An||092080001234", RowKind.Person)] // nor an identity number.
    [InlineData("|Thư Trường Giang|05/03/1980", RowKind.Person)] // Reads like Thủ trưởng without marks.
    [InlineData("3|Đoàn Thị Hội", RowKind.Person)]
    [InlineData("4|Lê Văn Ký|1960||Ấp 1|Chủ tịch", RowKind.Person)]
    [InlineData("|Thạch Sơn|1960||Ấp 1|Bí thư|Người lập danh sách", RowKind.Person)]
    [InlineData("", RowKind.Blank)]
    [InlineData("|\u00A0|\u200B", RowKind.Blank)]
    [InlineData("17", RowKind.Blank)] // Numbers typed ahead.
    [InlineData("17.", RowKind.Blank)]
    [InlineData("17||||||mới", RowKind.Blank)] // A note about nobody.
    [InlineData("(1)|(2)|(3)|(4)|(5)|(6)|(7)", RowKind.ColumnNumbers)]
    [InlineData("1|2|3|4|5|6|7", RowKind.ColumnNumbers)]
    [InlineData("A|B|1|2|3|4|5", RowKind.ColumnNumbers)]
    [InlineData("STT|Họ và tên|Ngày sinh|CCCD", RowKind.RepeatedHeader)]
    [InlineData("TT|Họ tên|Năm sinh|Số CCCD", RowKind.RepeatedHeader)]
    [InlineData("Chi hội khu vực 3", RowKind.SubHeading)]
    [InlineData("I. Chi hội khu vực 1", RowKind.SubHeading)]
    [InlineData("I|Khu vực Thới Hòa", RowKind.SubHeading)]
    [InlineData("II|Thới Hòa", RowKind.SubHeading)] // Roman number with one text.
    [InlineData("|Chi hội 2", RowKind.SubHeading)]
    [InlineData("2|Tổ 5", RowKind.SubHeading)]
    [InlineData("|Ấp Tân Lợi|25", RowKind.SubHeading)] // With a count where birth years stand.
    [InlineData("HỘI VIÊN DANH DỰ", RowKind.SubHeading)]
    [InlineData("Tổng cộng|||45", RowKind.Total)]
    [InlineData("|Cộng|45", RowKind.Total)]
    [InlineData("|Cộng: 12 người", RowKind.Total)]
    [InlineData("|TỔNG CỘNG|2025", RowKind.Total)]
    [InlineData("Tổng số: 45 hội viên", RowKind.Total)]
    [InlineData("Trang 1/2", RowKind.Total)]
    [InlineData("|Trang 2", RowKind.Total)]
    [InlineData("- Trang 2 -", RowKind.Total)]
    [InlineData("Tờ số 3", RowKind.Total)]
    [InlineData("|Mang sang: 3", RowKind.Total)]
    [InlineData("|Mang sang|3", RowKind.Total)]
    [InlineData("|Cộng mang sang|3", RowKind.Total)]
    [InlineData("|Cộng trang", RowKind.Total)]
    [InlineData("5|Trang", RowKind.Person)] // A name.
    [InlineData("2|Tờ", RowKind.Person)]
    [InlineData("Ấn định danh sách có 100 (một trăm) hội viên.", RowKind.Total)]
    [InlineData("|Người lập biểu|||Thủ trưởng đơn vị", RowKind.AfterList)]
    [InlineData("||||Thủ trưởng đơn vị", RowKind.AfterList)]
    [InlineData("||||TM. BAN CHẤP HÀNH", RowKind.AfterList)]
    [InlineData("||||(Ký tên, đóng dấu)", RowKind.AfterList)]
    [InlineData("||||Cần Thơ, ngày 05 tháng 3 năm 2025", RowKind.AfterList)]
    [InlineData("|||Cần Thơ, ngày … tháng … năm ……", RowKind.AfterList)]
    [InlineData("||Thới Lai, ngày 05 tháng 3 năm 2025", RowKind.AfterList)] // In the column of birth dates.
    [InlineData("||||CHỦ TỊCH", RowKind.AfterList)]
    [InlineData("|XÁC NHẬN CỦA ỦY BAN", RowKind.AfterList)]
    [InlineData("Ghi chú: hội viên mới in đậm", RowKind.AfterList)]
    public void Sort_WhenARowIsSeen_TellsItsKind(string row, RowKind expected)
    {
        var sorter = new RowSorter(Sheet.Shape(Headings));

        var kind = sorter.Sort(Below(row));

        Assert.Equal(expected, kind);
    }

    [Fact]
    public void Sort_WhenSignaturesHaveBegun_TakesNoNameForAMember()
    {
        var kinds = SortAll("1|Lê Văn Tám|1970", "Tổng cộng: 1", "|Người lập biểu|||Chủ tịch", "|(Ký)", "|Trần Thị Sáu|||Phan Văn Bảy");

        Assert.Equal([RowKind.Person, RowKind.Total, RowKind.AfterList, RowKind.AfterList, RowKind.AfterList], kinds);
    }

    [Fact]
    public void Sort_WhenASecondTableFollows_ReadsItsPeople()
    {
        var kinds = SortAll("1|Lê Văn Tám|1970", "TM. BAN CHẤP HÀNH", "STT|Họ và tên|Ngày sinh|CCCD", "1|Trần Thị Sáu|1980", "|Bùi Văn Chín|1981");

        Assert.Equal([RowKind.Person, RowKind.AfterList, RowKind.RepeatedHeader, RowKind.Person, RowKind.Person], kinds);
    }

    [Fact]
    public void Sort_WhenPeopleFollowATotal_ReadsThem()
    {
        var kinds = SortAll("1|Lê Văn Tám|1970", "|Cộng|1", "Chi hội 2", "1|Trần Thị Sáu|1980", "|Bùi Văn Chín||092080001234");

        Assert.Equal([RowKind.Person, RowKind.Total, RowKind.SubHeading, RowKind.Person, RowKind.Person], kinds);
    }

    [Fact]
    public void Sort_WhenANumberedPersonFollowsAMarker_LosesNobody()
    {
        var kinds = SortAll("|Người lập biểu", "46|Trần Thị Sáu|12/05/1980", "|Phan Văn Bảy|20/10/2025");

        Assert.Equal([RowKind.AfterList, RowKind.Person, RowKind.AfterList], kinds);
    }

    [Theory]
    [InlineData("Chi hội khu vực 3", "Chi hội khu vực 3")]
    [InlineData("I. Chi hội khu vực 1", "Chi hội khu vực 1")]
    [InlineData("II|Khu vực Thới  Hòa", "Khu vực Thới Hòa")]
    [InlineData("3/ Chi hội 3: 25 hội viên", "Chi hội 3")]
    [InlineData("Chi hội phụ nữ 2 (12 hội viên)", "Chi hội phụ nữ 2")]
    public void CurrentSubHeading_WhenAGroupBegins_IsItsTitle(string row, string title)
    {
        var sorter = new RowSorter(Sheet.Shape(Headings));

        sorter.Sort(Below(row));
        sorter.Sort(Below("1|Lê Văn Tám|1970"));

        Assert.Equal(title, sorter.CurrentSubHeading);
    }

    [Fact]
    public void Sort_WhenTheListHasNoOrdinals_StillTellsPeople()
    {
        var sorter = new RowSorter(Sheet.Shape("Họ tên|Năm sinh||Địa chỉ", "|Nam|Nữ|"));
        string[] rows = ["Chi hội 1", "Lê Văn Tám|1970", "Trần Thị Sáu||1980", "|Nam|Nữ", "Cộng|1|1", "Người lập|||Chủ tịch", "Ngô Bảy|||Đỗ Ba"];

        var kinds = rows.Select((row, at) => sorter.Sort(Below(row, at + 3)));

        Assert.Equal(
            [RowKind.SubHeading, RowKind.Person, RowKind.Person, RowKind.RepeatedHeader, RowKind.Total, RowKind.AfterList, RowKind.AfterList], kinds);
    }

    [Fact]
    public void Sort_WhenARowIsOfTheHeading_IsNobody()
    {
        var sorter = new RowSorter(Sheet.Shape(Headings));

        var kind = sorter.Sort(Below("1|Lê Văn Tám|1970", number: 1));

        Assert.Equal(RowKind.RepeatedHeader, kind);
    }

    private static RowKind[] SortAll(params string[] rows)
    {
        var sorter = new RowSorter(Sheet.Shape(Headings));
        return [.. rows.Select((row, at) => sorter.Sort(Below(row, at + 2)))];
    }

    private static SheetRow Below(string row, int number = 20) =>
        Sheet.Row(number, [.. row.Split('|').Select(text => (object?)text)]);
}
