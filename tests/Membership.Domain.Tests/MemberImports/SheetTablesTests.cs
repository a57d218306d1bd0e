using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class SheetTablesTests
{
    [Fact]
    public void People_WhenAnotherHeadingBegins_AreReadByItsColumns()
    {
        var people = People(
            "STT|Họ và tên|Ngày sinh|Điện thoại",
            "1|Lê Văn Tám|1970|0912345678",
            "DANH SÁCH HỘI VIÊN MỚI",
            "STT|Họ và tên|Giới tính|Số CCCD|Năm sinh",
            "1|Trần Thị Sáu|Nữ|092180000001|1980");

        Assert.Equal(["Lê Văn Tám: 3", "Trần Thị Sáu: 5"], people.Select(person => $"{Name(person)}: {ColumnOfBirth(person) + 1}"));
    }

    [Fact]
    public void People_WhenTheSameHeadingComesAgain_StayInOneTable()
    {
        var people = People(
            "STT|Họ và tên|Ngày sinh||CCCD",
            "|||Nữ|",
            "1|Lê Văn Tám|1970||",
            "TT|Họ tên|Năm sinh||Số CCCD",
            "2|Trần Thị Sáu|1980|x|",
            "STT|Họ và tên|Ngày sinh||CCCD",
            "3|Phan Văn Bảy|1981||");

        Assert.Equal(3, people.Length);
        Assert.Single(people.Select(person => person.Shape).Distinct());
    }

    [Fact]
    public void People_UnderAHeadingWithoutANeededColumn_AreNotLost()
    {
        var people = People("STT|Họ và tên|Ngày sinh", "1|Lê Văn Tám|1970", "STT|Chức vụ|Họ và tên", "1|Chủ tịch|Trần Thị Sáu");

        var second = MemberRowParser.Parse(people[1].Row, people[1].Rules);
        Assert.Equal(("Trần Thị Sáu", RowProblemCode.BirthDateMissing), (second.FullName, Assert.Single(second.Problems).Code));
    }

    [Fact]
    public void People_WhenTheSecondHeadingNamesAFieldTwice_AreAskedAbout()
    {
        var tables = Sheet.Tables(Sheet.Shape("Họ và tên|Ngày sinh"));

        var people = tables.People(Sheet.Of("Họ và tên|Ngày sinh", "Lê Văn Tám|1970", "Họ tên|Ngày sinh|Ngày sinh (khai lại)", "Trần Thị Sáu|1980|1981")).Count();

        Assert.Equal(1, people);
        Assert.Equal(MemberField.DateOfBirth, Assert.IsType<ColumnTwice>(tables.Question).Field);
    }

    [Fact]
    public void Branch_WhenTablesHaveTitles_IsThatOfEach()
    {
        var people = People(
            "Họ và tên|Ngày sinh",
            "Lê Văn Tám|1970",
            "|Người lập biểu",
            "|Ngô Văn Chín",
            "CHI HỘI KHU VỰC 2",
            "Họ và tên|Ngày sinh",
            "Trần Thị Sáu|1980",
            "Chi hội 3|",
            "Họ và tên|Địa chỉ|Ngày sinh",
            "Phan Văn Bảy|Số 1|1981");

        Assert.Equal(["Chi đoàn 1", "CHI HỘI KHU VỰC 2", "Chi hội 3"], people.Select(person => person.Branch));
    }

    [Fact]
    public void Branch_WhenGroupsAreKindsOfPeopleOrPartsOfABranch_StaysTheBranch()
    {
        var people = People(
            "Họ và tên|Ngày sinh", "Chi hội 3|", "HỘI VIÊN DANH DỰ|", "Lê Văn Tám|1970", "Tổ 2|", "Trần Thị Sáu|1980", "Chi hội 4|", "Phan Văn Bảy|1981");

        Assert.Equal(["Chi hội 3", "Chi hội 3", "Chi hội 4"], people.Select(person => person.Branch));
    }

    [Fact]
    public void Branch_WhenRowsNameTheirOwn_IsNotTakenFromTheSheet()
    {
        var people = People("Họ và tên|Ngày sinh|Chi hội", "Lê Văn Tám|1970|");

        Assert.Null(Assert.Single(people).Branch);
    }

    [Fact]
    public void DittoMarks_WhenRowsAreReadInTheirOrder_AreTheValueAbove()
    {
        var people = Parsed("Họ và tên|Năm sinh|Địa chỉ|Chi hội", "Lê Văn Tám|1970|Ấp 3|Chi hội 1", "Trần Thị Sáu|1980|nt|\"", "Phan Văn Bảy|1981|như trên|Chi hội 2");

        Assert.Equal(["Ấp 3, Chi hội 1", "Ấp 3, Chi hội 1", "Ấp 3, Chi hội 2"], people.Select(person => $"{person.Address}, {person.Branch}"));
        Assert.Equal([0, 1, 1], people.Select(person => person.Repairs.Count(repair => repair == RepairCode.DittoMark)));
        Assert.Empty(people.SelectMany(person => person.Warnings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("nt")]
    public void DittoMark_BelowNothing_IsNoValueAndSaid(string above)
    {
        var people = Parsed("Họ và tên|Năm sinh|Địa chỉ", $"Lê Văn Tám|1970|{above}", "Trần Thị Sáu|1980|nt");

        Assert.Equal((null, 0), (people[1].Address, people[1].Repaired.Count));
        Assert.Equal(RowWarningCode.DittoUnclear, Assert.Single(people[1].Warnings).Code);
    }

    [Fact]
    public void People_UnderTitlesOfThoseWhoLeft_AreLeftOut()
    {
        var people = Parsed(
            "STT|Họ và tên|Ngày sinh", "1|Lê Văn Tám|1970", "DANH SÁCH HỘI VIÊN ĐÃ CHẾT, CHUYỂN ĐI", "TT|Họ tên|Năm sinh", "1|Trần Thị Sáu|1980",
            "Chi hội 2", "1|Phan Văn Bảy|1981", "Hội viên chuyển đi trong năm", "1|Ngô Văn Chín|1982");

        Assert.Equal([false, true, false, true], people.Select(HasLeft));
    }

    [Fact]
    public void People_UnderATitleOfThoseWhoLeft_AreLeftOutInTheFirstTableToo()
    {
        var people = Parsed("DANH SÁCH HỘI VIÊN XIN RA KHỎI HỘI", "Họ và tên|Ngày sinh", "Lê Văn Tám|1970");

        Assert.True(HasLeft(Assert.Single(people)));
    }

    [Fact]
    public void Branch_WhenAGroupIsOfThoseWhoLeft_StaysTheBranch()
    {
        var people = People("STT|Họ và tên|Ngày sinh", "Chi hội 3", "1|Lê Văn Tám|1970", "II|Chuyển đi", "1|Trần Thị Sáu|1980");

        Assert.Equal(["Chi hội 3", "Chi hội 3"], people.Select(person => person.Branch));
    }

    [Theory]
    [InlineData("Đã chết", true)]
    [InlineData("Chuyển đi Cần Thơ", true)]
    [InlineData("Xin ra khỏi Hội", true)]
    [InlineData("mất", true)]
    [InlineData("Đang sinh hoạt", false)]
    [InlineData("Chuyển đến từ xã Trường Thành", false)]
    public void State_WhenItSaysThatThePersonLeft_LeavesOut(string state, bool isWarned)
    {
        var people = Parsed("Họ và tên|Ngày sinh|Tình trạng", $"Lê Văn Tám|1970|{state}");

        Assert.Equal(isWarned, HasLeft(Assert.Single(people)));
    }

    [Theory]
    [InlineData("Đã thôi", true)]
    [InlineData("Giảm", true)]
    [InlineData("DS giảm 2025", true)]
    [InlineData("HV GIAM", true)]
    [InlineData("Tăng, giảm", false)]
    [InlineData("Giảm nghèo", false)]
    [InlineData("Giám sát", false)]
    [InlineData("Chi hội 3", false)]
    public void People_OnASheetNamedSo_HaveLeft(string sheet, bool isWarned) => Assert.Equal(isWarned, SheetChoice.NamesLeft(sheet));

    [Theory]
    [InlineData("CHI ĐOÀN 1", "CHI ĐOÀN 1")]
    [InlineData("Chi hội: Khu vực 3", "Chi hội Khu vực 3")]
    [InlineData("BCH CHI HỘI THỚI HÒA", "CHI HỘI THỚI HÒA")]
    [InlineData("Danh sách hội viên chi hội khu vực 3 năm 2025", "chi hội khu vực 3")]
    [InlineData("HỘI NÔNG DÂN PHƯỜNG CÁI KHẾ", null)]
    [InlineData("DANH SÁCH CHI HỘI TRƯỞNG", null)]
    [InlineData("CHI HỘI TRƯỞNG", null)]
    [InlineData("DANH SÁCH HỘI VIÊN CÁC CHI HỘI NĂM 2025", null)]
    [InlineData("Chi hội: ……", null)]
    [InlineData("Chi đoàn: ........ Phường: An Bình", null)]
    [InlineData("Chi hội", null)]
    public void BranchTitle_WhenATitleNamesABranch_IsItsName(string title, string? branch) =>
        Assert.Equal(branch, BranchTitle.In(Sheet.Of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", title)));

    [Theory]
    [InlineData("Chi hội 3", "Chi hội 3")]
    [InlineData("Chi hội 3 ", "Chi hội 3")]
    [InlineData("KV 2", "KV 2")]
    [InlineData("ấp Tân Lợi", "ấp Tân Lợi")]
    [InlineData("Sheet1", null)]
    [InlineData("Danh sách", null)]
    [InlineData("2025", null)]
    public void BranchTitle_WhenASheetIsNamedLikeABranch_IsItsName(string sheet, string? branch) => Assert.Equal(branch, BranchTitle.OfSheet(sheet));

    [Theory]
    [InlineData("Tổng cộng: 2 người", null)]
    [InlineData("Tổng cộng: 3 người", 3)]
    [InlineData("Ấn định danh sách này có 45 (bốn mươi lăm) hội viên./.", 45)]
    [InlineData("Cộng: 1 nam, 1 nữ", null)]
    [InlineData("Tổng số năm 2025: 2", null)]
    [InlineData("Trang 1/5", null)]
    public void Total_WhenItIsNotWhatTheRowsComeTo_IsSaid(string total, int? declared)
    {
        var sheet = Sheet.Of("STT|Họ và tên|Năm sinh", "1|Lê Văn Tám|1970", "2|Trần Thị Sáu|1980", $"|{total}|");
        var tables = Sheet.Tables(ListShapeFinder.Find(sheet).Value);

        Assert.Equal(2, tables.People(sheet).Count());
        Assert.Equal(declared is { } number ? [new DeclaredTotal(4, number, 2)] : [], tables.WrongTotals);
    }

    [Theory]
    [InlineData("Thới Hòa", "Thới Hòa")]
    [InlineData("TRƯỜNG KHƯƠNG A", null)] // A family name in doubt.
    [InlineData("Nhơn Lộc 1 (12 người)", "Nhơn Lộc 1")]
    [InlineData("Trần Hòa", null)]
    public void Title_ThatIsABarePlace_IsTheBranch(string title, string? branch)
    {
        var people = People("STT|Họ và tên|Ngày sinh", $"|{title}", "1|Lê Văn Tám|1970").Where(person => person.Row.Number == 3).ToArray();

        Assert.Equal(branch ?? "Chi đoàn 1", Assert.Single(people).Branch);
    }

    private static PersonRow[] People(params string[] rows)
    {
        var sheet = Sheet.Of(rows);
        return [.. Sheet.Tables(ListShapeFinder.Find(sheet).Value, "Chi đoàn 1").People(sheet)];
    }

    private static ParsedMember[] Parsed(params string[] rows) => [.. People(rows).Select(person => MemberRowParser.Parse(person.Row, person.Rules))];

    private static bool HasLeft(ParsedMember member) => member.Problems.Any(problem => problem.Code == RowProblemCode.HasLeft);

    private static string Name(PersonRow person) => person.Row[1].Text;

    private static int ColumnOfBirth(PersonRow person) => person.Shape.Columns.Single(column => column.Field == MemberField.DateOfBirth).Index;
}
