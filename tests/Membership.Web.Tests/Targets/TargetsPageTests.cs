using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.Targets;

public sealed class TargetsPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Targets_WhenSetByTheResolution_AreQuotedWithClauseAndDeadline()
    {
        var page = await app.PageAsync("/chi-tieu");

        var targets = page.QuerySelectorAll(".targets li");
        Assert.Equal(3, targets.Length);
        Assert.Equal("trên 74%", targets[0].Fact("Chỉ tiêu"));
        Assert.Equal("31/12/2025", targets[0].Fact("Thời hạn"));
        Assert.Contains("trên 74% dân số trong độ tuổi", targets[0].QuerySelector("blockquote")!.Words(), StringComparison.Ordinal);
        Assert.Equal(2, targets.Count(target => target.Fact("Thực hiện") == "Phần mềm chưa tính"));
    }
}
