using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Membership.App.Tests.MemberImports;

public class ImportQueueTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";

    [Fact]
    public void Progress_WithTime_GivesRateAndTimeLeft()
    {
        var clock = new TickingClock();
        var queue = new ImportQueue(clock);
        queue.Enqueue(new ImportWork(1, ImportStep.Check, Actor.OfThisMachine));
        clock.Advance(TimeSpan.FromMinutes(5));
        queue.Report(1, new ImportProgress(ImportStage.Reading, 0, null));
        clock.Advance(TimeSpan.FromSeconds(2));
        queue.Report(1, new ImportProgress(ImportStage.Reading, 1_000, 4_000));

        var progress = queue.ProgressOf(1)!;

        Assert.Equal((500.0, TimeSpan.FromSeconds(6)), (progress.RowsPerSecond!.Value, progress.TimeLeft!.Value));
    }

    [Fact]
    public void Progress_BeforeASecondHasPassed_HasNoRate()
    {
        var clock = new TickingClock();
        var queue = new ImportQueue(clock);
        queue.Enqueue(new ImportWork(1, ImportStep.Check, Actor.OfThisMachine));
        clock.Advance(TimeSpan.FromMilliseconds(1));
        queue.Report(1, new ImportProgress(ImportStage.Reading, 60, 60));

        Assert.Null(queue.ProgressOf(1)!.RowsPerSecond);
    }

    [Fact]
    public void Progress_KeepsTheFirstRowsWhileItGoesOn()
    {
        var queue = new ImportQueue(TimeProvider.System);
        queue.Enqueue(new ImportWork(1, ImportStep.Check, Actor.OfThisMachine));
        var row = new StagedRow(2, RowVerdict.New, ["An"], null, RowDetails.None, null, new DateOnly(2025, 1, 1));
        queue.Report(1, new ImportProgress(ImportStage.Reading, 500, null) { FirstRows = [row] });
        queue.Report(1, new ImportProgress(ImportStage.Reading, 1_000, null));

        Assert.Equal([row], queue.ProgressOf(1)!.FirstRows);
    }

    [Theory]
    [InlineData(ImportStep.Check, MemberImportState.Discarded)]
    [InlineData(ImportStep.Commit, MemberImportState.Checked)]
    public async Task Cancel_BeforeItsTurn_LeavesTheRegisterAsItWas(ImportStep step, MemberImportState then)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = step == ImportStep.Commit
            ? (await desk.CheckAsync([Sen])).Id
            : (await desk.ReceiveAsync($"{ImportDesk.Header}\n{Sen}\n")).Value;
        var services = desk.Database.Services;
        var queue = services.GetRequiredService<ImportQueue>();
        queue.Enqueue(new ImportWork(import, step, Actor.OfThisMachine));

        var cancelled = await desk.Database.Send(new CancelMemberImport(import));
        using (var worker = new ImportWorker(
            queue, services.GetRequiredService<ImportFiles>(), services.GetRequiredService<IServiceScopeFactory>(), NullLogger<ImportWorker>.Instance))
        {
            await worker.RunAsync(new ImportWork(import, step, Actor.OfThisMachine), CancellationToken.None);
        }

        Assert.Equal(step, cancelled.Value);
        Assert.Equal(then, await desk.Database.With(db => db.MemberImports.Where(row => row.Id == import).Select(row => row.State).SingleAsync()));
        Assert.Equal(0, await desk.Database.With(db => db.People.CountAsync()));
        Assert.IsType<NothingToCancel>((await desk.Database.Send(new CancelMemberImport(import))).Refusal);
    }

    [Fact]
    public async Task Commit_WhenRefused_SaysWhyOnce()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = (await desk.CheckAsync([Sen, "2,Trần Văn Bình,30/02/1980,Nam,092080000002,0912345679,Khu vực 1,01/06/2019"])).Id;
        var services = desk.Database.Services;
        var queue = services.GetRequiredService<ImportQueue>();
        var work = new ImportWork(import, ImportStep.Commit, Actor.OfThisMachine) { OnlyGoodRows = false };
        queue.Enqueue(work);

        using (var worker = new ImportWorker(
            queue, services.GetRequiredService<ImportFiles>(), services.GetRequiredService<IServiceScopeFactory>(), NullLogger<ImportWorker>.Instance))
        {
            await worker.RunAsync(work, CancellationToken.None);
        }

        Assert.Equal(new RowsStandInTheWay(1, 0), queue.TakeRefusal(import));
        Assert.Null(queue.TakeRefusal(import));
    }

    private sealed class TickingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Advance(TimeSpan time) => _ticks += time.Ticks;
    }
}
