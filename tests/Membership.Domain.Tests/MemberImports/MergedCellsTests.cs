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

    [Fact]
    public void Runs_OfMergedCells_AreThoseOfEveryRow()
    {
        Cell[] ofFirst = [new Cell(CellKind.Text, "Chi hội ") { Font = FontLetters.Tcvn3 }, new Cell(CellKind.Text, "1")];
        Cell[] ofName = [new Cell(CellKind.Text, "D") { Font = FontLetters.Tcvn3 }, new Cell(CellKind.Text, "ũng")];
        SheetRow[] rows = [.. Rows];
        rows[1] = rows[1] with { Runs = new Dictionary<int, Cell[]> { [2] = ofFirst } };
        rows[4] = rows[4] with { Runs = new Dictionary<int, Cell[]> { [0] = ofName } };

        var filled = Filled(rows, new MergedCells(2, 2, 5));

        Assert.Equal([ofFirst, ofFirst, null, ofFirst], filled.Select(row => row.Runs?.GetValueOrDefault(2)));
        Assert.Same(ofName, filled[3].Runs?[0]);
    }

    private static string[] Branches(MergedCells merged) => [.. Filled(Rows, merged).Select(row => row[2].Text)];

    private static SheetRow[] Filled(SheetRow[] rows, MergedCells merged) =>
        [.. MergedCells.Filled(rows, [merged], Sheet.Shape("Họ tên|Năm sinh|Chi hội")).Skip(1)];
}
