using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class MergedCellsTests
{
    private static readonly SheetRow[] Rows = Sheet.Of("Họ tên|Năm sinh|Chi hội", "An|1980|Chi hội 1", "Bình|1981|", "Cúc|1982|Chi hội 9", "Dũng|1983|");

    [Fact]
    public void Branch_OfMergedCells_IsThatOfEveryRow() => Assert.Equal(
        ["Chi hội 1", "Chi hội 1", "Chi hội 9", "Chi hội 1"], Branches(new MergedCells(2, 2, 5)));

    [Fact]
    public void Branch_EndsWithTheMergedCells() => Assert.Equal(["Chi hội 1", "Chi hội 1", "Chi hội 9", ""], Branches(new MergedCells(2, 2, 3)));

    [Theory]
    [InlineData(2, 1, 5)] // From the heading down.
    [InlineData(0, 2, 3)] // A name over two rows is one person in two rows.
    [InlineData(7, 2, 3)] // Beside the list.
    public void Cells_ThatPeopleDoNotShare_StayAsTheyAre(int column, int first, int last) =>
        Assert.Equal(["Chi hội 1", "", "Chi hội 9", ""], Branches(new MergedCells(column, first, last)));

    private static string[] Branches(MergedCells merged) =>
        [.. MergedCells.Filled(Rows, [merged], Sheet.Shape("Họ tên|Năm sinh|Chi hội")).Skip(1).Select(row => row[2].Text)];
}
