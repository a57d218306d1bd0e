using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Web.Pages.MemberImports;

namespace Membership.Web.Tests.MemberImports;

public sealed class ImportWordsTests
{
    [Theory]
    [InlineData(0, 0, false, "Ghi 1.200 dòng vào sổ")]
    [InlineData(3, 0, true, "Đồng ý các đề nghị sửa và ghi 1.203 dòng")]
    [InlineData(0, 2, false, "Ghi 1.200 dòng và 2 người thôi sinh hoạt vào sổ")]
    public void Commit_SaysAllThatOneClickDoes(int decided, int leaving, bool withRepairs, string expected) =>
        Assert.Equal(expected, CommitText.Of(Import(MemberImportState.Checked, 1_200), decided, leaving, withRepairs));

    [Fact]
    public void Commit_OfNobodyButWhoLeft_DoesNotCountRows() =>
        Assert.Equal("Ghi 2 người thôi sinh hoạt vào sổ", CommitText.Of(Import(MemberImportState.Checked, 0), 0, 2, false));

    [Fact]
    public void CommitAgain_SaysThatRowsWereCorrectedOrDecided() =>
        Assert.Equal("Ghi thêm 1 dòng đã sửa hoặc quyết định", CommitText.Of(Import(MemberImportState.Committed, 3), 1, 0, false));

    [Fact]
    public void Written_SaysRowsAndWhoLeft() => Assert.Equal("180 dòng và 1.585 người thôi sinh hoạt", WrittenText.Of(180, 1_585));

    [Fact]
    public void Left_SaysWhatIsNotWritten()
    {
        Assert.Equal("Chưa ghi: 2 dòng đã sửa hoặc quyết định, 5 dòng nghi trùng chờ quyết định.", CommitText.Left(Import(MemberImportState.Committed, 9), 2, 5));
        Assert.Equal("", CommitText.Left(Import(MemberImportState.Committed, 9), 0, 0));
        Assert.Equal("có thể là người đã có: 3 đã quyết định, 5 chờ quyết định", VerdictText.OfDoubtful(8, 5));
    }

    [Fact]
    public void Decisions_AreNamedWithTheirRow()
    {
        Assert.Equal("Đã chọn “bỏ dòng này” cho dòng 55.", VerdictText.Decided(RowDecision.LeaveOut, 55));
        Assert.Equal("Đã bỏ quyết định của dòng 55.", VerdictText.Decided(RowDecision.None, 55));
        Assert.Equal("/nhap-danh-sach/3?ket-qua=nghi-trung&trang=2#dong-55", MemberImportLinks.Rows(3, RowVerdict.Doubtful, 2, 55));
    }

    [Fact]
    public void Progress_SaysRowsRateAndTimeLeft() => Assert.Equal(
        "Đã đọc 12.000 / khoảng 100.000 dòng, 8.000 dòng mỗi giây, còn khoảng 11 giây.",
        ProgressText.Of(new ImportProgress(ImportStage.Reading, 12_000, 100_000) { RowsPerSecond = 8_000, TimeLeft = TimeSpan.FromSeconds(11) }));

    [Fact]
    public void Progress_BeforeAnythingIsKnown_SaysNothing() => Assert.Equal("", ProgressText.Of(new ImportProgress(ImportStage.Writing, 0, null)));

    [Fact]
    public void EveryFinding_HasAnAddressAndATitleOfItsOwn()
    {
        RowFinding[] all =
        [
            .. Enum.GetValues<RepairCode>().Select(RowFinding.Of), .. Enum.GetValues<RowProblemCode>().Select(RowFinding.Of),
            .. Enum.GetValues<RowWarningCode>().Select(RowFinding.Of), RowFinding.OfBlank(MemberField.Phone), RowFinding.OfBlank(MemberField.Address),
        ];

        Assert.All(all, finding => Assert.Equal(finding, MemberImportLinks.FindingOf(MemberImportLinks.Slug(finding))));
        Assert.Equal(all.Length, all.Select(finding => VerdictText.Title(new RowFilter(Finding: finding))).Distinct().Count());
        Assert.Null(MemberImportLinks.FindingOf("loi-999"));
    }

    [Fact]
    public void Sheet_WhenHeadingAndColumnsAreBothChosen_KeepsTheColumns()
    {
        var shown = new SheetForm { Sheet = "DS", HeaderRow = 3, Fields = [null, MemberField.FullName] };
        var sent = new SheetForm { Sheet = "DS", HeaderRow = 5, Fields = [MemberField.FullName, MemberField.DateOfBirth], IsRead = true };

        Assert.Equal([MemberField.FullName, MemberField.DateOfBirth], sent.Chosen(shown, isConfirmed: false).Columns.Select(column => column.Field));
    }

    [Fact]
    public void Row_ThatCouldNotBeRead_ShowsWhatStandsInTheFileWithItsNumberMasked()
    {
        ListColumn[] columns = [new(0, "Nữ", MemberField.FemaleTick), new(1, "Số CCCD", MemberField.CitizenId), new(2, "Chi hội", MemberField.Branch)];
        var row = new ShownRow(new StagedRow(2, RowVerdict.Rejected, ["x", "092180000001", "Khu vực 1"], null, RowDetails.None, null, default), columns);

        Assert.Equal(("Nữ", "••••••••0001", "Khu vực 1"), (row.Sex, row.CitizenId, row.Branch));
    }

    [Fact]
    public void Value_AnsweredBefore_IsShownAsWritten()
    {
        var key = ListChoices.ValueKey(MemberField.Sex, "gai");
        var choices = new ListChoices { Values = new Dictionary<string, string> { [key] = "Nữ" }, WrittenValues = new Dictionary<string, string> { [key] = "gái" } };

        Assert.Equal("Giới tính “gái”", Assert.Single(ValueForm.Answered(choices)).Label);
    }

    private static MemberImport Import(MemberImportState state, int newRows) =>
        new() { FileName = "a.xlsx", Sha256 = "", ReceivedBy = "canbo", State = state, NewRows = newRows };
}
