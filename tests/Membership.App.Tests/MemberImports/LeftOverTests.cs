using Membership.App.MemberImports;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

/// <summary>What a killed program left of uploads and readings goes at the next start; what somebody still receives stays.</summary>
public class LeftOverTests
{
    [Fact]
    public async Task Start_RemovesWhatNobodyReceivesOrReadsAnyMore()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var files = desk.Database.Services.GetRequiredService<ImportFiles>();
        using var held = await files.HoldAsync(new MemoryStream([1, 2, 3]), CancellationToken.None);
        var left = Path.Combine(desk.Database.Folder.Root, "uploads", "left");
        var reading = Path.Combine(desk.Database.Folder.ImportFolder(1), "rows.db.new");
        await File.WriteAllTextAsync(left, "x");
        await File.WriteAllTextAsync(reading, "x");

        files.ForgetCutOff();

        Assert.False(File.Exists(left));
        Assert.False(File.Exists(reading));
        await using var content = held.OpenRead();
        Assert.Equal(3, content.Length);
    }
}
