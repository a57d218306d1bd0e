using AngleSharp.Html.Dom;
using Membership.Domain.Members;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Retention;

public sealed class SecondPersonPageTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task Proposal_ThatWasSent_IsNoFailureAndSpeaksOfPagesOnly()
    {
        await app.Database.AddFarmersAsync(app.NextCommune(), "Lê Thị An", "Lê Thị Bình", "Lê Thị Cúc");
        await app.Database.With(async db =>
        {
            foreach (var membership in await db.Memberships.ToListAsync())
                (membership.From, membership.To, membership.EndedBy) = (new DateOnly(2015, 1, 1), new DateOnly(2018, 1, 1), MembershipReason.Withdrawal);
            return await db.SaveChangesAsync();
        });
        var form = (IHtmlFormElement)(await app.PageAsync("/luu-giu")).QuerySelector("main form")!;

        var page = await app.SubmitAsync(form, new() { ["Lý do"] = "Rà soát thời hạn năm 2025" });

        Assert.StartsWith("Việc này cần người thứ hai duyệt: đề nghị số 1 đã được gửi", page.QuerySelector(".notice.is-done")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Chưa làm được", page.Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("dòng lệnh", page.Body!.Words(), StringComparison.Ordinal);
        Assert.False(page.Title!.StartsWith("Lỗi", StringComparison.Ordinal));
        Assert.Equal(3, await app.Database.With(db => db.People.CountAsync(person => person.AnonymisedAt == null)));
    }
}
