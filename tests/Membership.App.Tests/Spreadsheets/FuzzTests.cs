using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>Whatever is broken in a file, rows or a refusal come out of it.</summary>
public sealed class FuzzTests
{
    private const int Files = 200;

    [Fact]
    public void Reading_OfBrokenWorkbooks_EndsInRowsOrARefusal()
    {
        var workbook = WorkbookBuilder.Of(
            ["STT", "Họ và tên", "Ngày sinh", "Số CCCD"],
            [1, "Lê Văn An", new DateOnly(1980, 3, 5), 92080001234],
            [2, "NguyÔn V¨n Hïng", "25/03/1980", "092080001235"]).ToBytes();

        var outcomes = Enumerable.Range(1, Files).Select(seed => FuzzedReading.Read(new WorkbookFuzz(seed).Mutate(workbook), "ds.xlsx")).ToArray();

        Assert.Contains("", outcomes);
        Assert.Contains("Damaged", outcomes);
    }
}
