using Membership.Web.Tests.Running;

namespace Membership.Web.Tests.DataSets;

public sealed class DataSetsPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Register_WhenOpened_SaysOfEverySetWhyHowLongAndWhoAnswers()
    {
        var page = await app.PageAsync("/du-lieu-ca-nhan");

        var sets = page.QuerySelectorAll("section.record").ToList();
        Assert.Equal(6, sets.Count);
        Assert.All(sets, set => Assert.All(["Mục đích", "Căn cứ", "Lưu giữ", "Người chịu trách nhiệm"], term => Assert.NotEmpty(set.Fact(term))));
        Assert.Equal("5 năm", page.Cell("Đã rời mọi tổ chức", "Thời hạn").Words());
    }
}
