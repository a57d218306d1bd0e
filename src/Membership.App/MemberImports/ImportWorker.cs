using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Membership.App.MemberImports;

/// <summary>Reads and writes lists beside the pages, one at a time: a long list keeps nobody waiting for an answer.</summary>
public sealed class ImportWorker(ImportQueue queue, ImportFiles files, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ImportWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ResumeAsync(stoppingToken);
        await foreach (var work in queue.WorkAsync(stoppingToken))
            await RunAsync(work, stoppingToken);
    }

    /// <summary>A list whose reading was cut off by the end of the process is read again from its stored upload.</summary>
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        files.ForgetCutOff(clock.GetUtcNow().UtcDateTime.AddDays(-1));
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var unread = await db.MemberImports.IgnoreQueryFilters().Where(import => import.State == MemberImportState.Reading)
            .Select(import => new { import.Id, import.ReceivedBy }).ToListAsync(cancellationToken);
        foreach (var import in unread)
            queue.Enqueue(new ImportWork(import.Id, ImportStep.Check, Actor.OfThisMachine with { Name = import.ReceivedBy }));
    }

    private async Task RunAsync(ImportWork work, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = work.By;
            var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
            var progress = new QueueProgress(queue, work.ImportId);
            if (work.Step == ImportStep.Check)
                await mediator.Send(new CheckMemberList(work.ImportId, progress), cancellationToken);
            else
                await mediator.Send(new CommitMemberImport(work.ImportId, progress), cancellationToken);
        }
#pragma warning disable CA1031 // One failed import must not stop those behind it; what failed is in the log, by number only.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogError("Import {ImportId}, step {Step}: {Failure}", work.ImportId, work.Step, failure.GetType().Name);
            if (work.Step == ImportStep.Check && failure is not NotAllowedException)
                await GiveUpAsync(work, cancellationToken);
        }
        finally
        {
            queue.Done(work.ImportId);
        }
    }

    /// <summary>Else the officer would wait for ever, and each start would fail again.</summary>
    private async Task GiveUpAsync(ImportWork work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = work.By;
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var import = await db.MemberImports.IgnoreQueryFilters().SingleAsync(row => row.Id == work.ImportId, cancellationToken);
        import.Refuse(new ReadingFailed(work.ImportId));
        await db.SaveChangesAsync(cancellationToken);
        files.Forget(work.ImportId);
    }

    /// <summary>Not <see cref="Progress{T}"/>: that one reports from other threads and out of order.</summary>
    private sealed class QueueProgress(ImportQueue queue, long importId) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => queue.Report(importId, value);
    }
}
