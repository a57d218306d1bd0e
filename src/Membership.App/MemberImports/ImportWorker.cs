using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Users;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Membership.App.MemberImports;

/// <summary>Reads and writes lists beside the pages, one at a time: a long list keeps nobody waiting for an answer.</summary>
public sealed class ImportWorker(ImportQueue queue, ImportFiles files, IServiceScopeFactory scopes, ILogger<ImportWorker> logger) : BackgroundService
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
        files.ForgetCutOff();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var unread = await db.MemberImports.IgnoreQueryFilters().Where(import => import.State == MemberImportState.Reading)
            .Select(import => new { import.Id, import.ReceivedBy }).ToListAsync(cancellationToken);
        foreach (var import in unread)
        {
            logger.LogInformation("Import {ImportId} was cut off while it was read: it is read again", import.Id);
            var name = import.ReceivedBy.ToUpperInvariant();
            var isUser = await db.Users.AnyAsync(user => user.NormalizedUserName == name, cancellationToken);
            var by = isUser
                ? await scope.ServiceProvider.GetRequiredService<ActorReading>().ByNameAsync(import.ReceivedBy, "?", cancellationToken)
                : Actor.OfThisMachine with { Name = import.ReceivedBy };
            // Read for her and within what she may today: nothing for an account that was closed since.
            queue.Enqueue(new ImportWork(import.Id, ImportStep.Check, by ?? Actor.Nobody("?") with { Name = import.ReceivedBy }));
        }
    }

    internal async Task RunAsync(ImportWork work, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, queue.CancellationOf(work.ImportId));
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = work.By;
            if (await StepAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), work, either.Token) is { } refusal)
                queue.Refuse(work.ImportId, refusal);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            logger.LogInformation("Import {ImportId}, step {Step}: cancelled", work.ImportId, work.Step);
            if (work.Step == ImportStep.Check)
                await EndAsync(work, import => import.State = MemberImportState.Discarded, stoppingToken);
        }
#pragma warning disable CA1031 // One failed import must not stop those behind it; what failed is in the log, by number only.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            logger.LogError("Import {ImportId}, step {Step}: {Failure}", work.ImportId, work.Step, failure.GetType().Name);
            if (work.Step != ImportStep.Check)
                queue.Refuse(work.ImportId, new ImportStepFailed(work.ImportId));
            else if (failure is not NotAllowedException)
                await EndAsync(work, import => import.Refuse(new ReadingFailed(work.ImportId)), stoppingToken);
        }
        finally
        {
            queue.Done(work.ImportId);
        }
    }

    /// <summary>Why it was not done; null when it was. A list that cannot be read keeps its refusal itself.</summary>
    private async Task<Refusal?> StepAsync(IMediator mediator, ImportWork work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var progress = new QueueProgress(queue, work.ImportId);
        switch (work.Step)
        {
            case ImportStep.Check:
                await mediator.Send(new CheckMemberList(work.ImportId, progress), cancellationToken);
                return null;
            case ImportStep.Undo:
                return (await mediator.Send(new UndoMemberImport(work.ImportId, work.Reason, progress), cancellationToken)).Refusal;
            default:
                return (await mediator.Send(new CommitMemberImport(work.ImportId, progress, work.OnlyGoodRows), cancellationToken)).Refusal;
        }
    }

    /// <summary>Else the officer would wait for ever, and each start would fail again.</summary>
    private async Task EndAsync(ImportWork work, Action<MemberImport> end, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = work.By;
        var db = scope.ServiceProvider.GetRequiredService<MembershipDb>();
        var import = await db.MemberImports.IgnoreQueryFilters().SingleAsync(row => row.Id == work.ImportId, cancellationToken);
        end(import);
        await db.SaveChangesAsync(cancellationToken);
        files.Forget(work.ImportId);
    }

    /// <summary>Not <see cref="Progress{T}"/>: that one reports from other threads and out of order.</summary>
    private sealed class QueueProgress(ImportQueue queue, long importId) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => queue.Report(importId, value);
    }
}
