using System.Collections.Concurrent;
using System.Threading.Channels;
using Membership.App.Pipeline;
using Membership.Domain;

namespace Membership.App.MemberImports;

/// <summary>
/// Imports that a page has asked to read, to write or to undo, one after the other, and how far each has come. Only in memory: what
/// was under way when the process ended is found again by its state in the database.
/// </summary>
public sealed class ImportQueue(TimeProvider clock)
{
    private readonly Channel<ImportWork> _work = Channel.CreateUnbounded<ImportWork>();
    private readonly ConcurrentDictionary<long, WorkUnderWay> _underWay = new();
    private readonly ConcurrentDictionary<long, Refusal> _refused = new();

    public void Enqueue(ImportWork work)
    {
        _refused.TryRemove(work.ImportId, out _);
        _underWay[work.ImportId] = new WorkUnderWay(work, new ImportProgress(StageOf(work.Step), 0, null), clock.GetTimestamp(), new CancellationTokenSource());
        _work.Writer.TryWrite(work);
    }

    /// <summary>Null when nothing of this import is waiting or under way.</summary>
    public ImportProgress? ProgressOf(long importId) => _underWay.GetValueOrDefault(importId)?.Progress;

    /// <summary>Stops what is waiting or under way; answers with what it was, null when there was nothing.</summary>
    public ImportStep? Cancel(long importId)
    {
        if (!_underWay.TryGetValue(importId, out var work))
            return null;

        work.Cancellation.Cancel();
        return work.Work.Step;
    }

    /// <summary>Why the last step of an import was not done, to be shown once; null when it was done, or was shown already.</summary>
    public Refusal? TakeRefusal(long importId) => _refused.TryRemove(importId, out var refusal) ? refusal : null;

    internal void Refuse(long importId, Refusal refusal) => _refused[importId] = refusal;

    internal IAsyncEnumerable<ImportWork> WorkAsync(CancellationToken cancellationToken) => _work.Reader.ReadAllAsync(cancellationToken);

    internal CancellationToken CancellationOf(long importId) => _underWay[importId].Cancellation.Token;

    /// <summary>Adds what only time tells: rows a second, and how long it will still take.</summary>
    internal void Report(long importId, ImportProgress progress)
    {
        var before = _underWay[importId];
        var since = IsBeginning(before.Progress, progress) ? clock.GetTimestamp() : before.Since;
        var seconds = clock.GetElapsedTime(since).TotalSeconds;
        // Over less than a second it says nothing: the first rows come at once.
        double? rate = progress.RowsDone > 0 && seconds >= 1 ? progress.RowsDone / seconds : null;
        _underWay[importId] = before with
        {
            Since = since,
            Progress = progress with
            {
                RowsPerSecond = rate,
                TimeLeft = rate is { } known && progress.RowsTotal is { } total ? TimeSpan.FromSeconds(Math.Max(0, total - progress.RowsDone) / known) : null,
                FirstRows = progress.FirstRows.Count > 0 ? progress.FirstRows : before.Progress.FirstRows,
            },
        };
    }

    internal void Done(long importId)
    {
        if (_underWay.TryRemove(importId, out var work))
            work.Cancellation.Dispose();
    }

    /// <summary>The time that something waited for its turn does not count.</summary>
    private static bool IsBeginning(ImportProgress before, ImportProgress now) => before.Stage != now.Stage || (now.RowsDone == 0 && before.RowsDone == 0);

    private static ImportStage StageOf(ImportStep step) => step switch
    {
        ImportStep.Check => ImportStage.Reading,
        ImportStep.Undo => ImportStage.Undoing,
        _ => ImportStage.Writing,
    };

    /// <param name="Since">Timestamp of the beginning of the stage.</param>
    private sealed record WorkUnderWay(ImportWork Work, ImportProgress Progress, long Since, CancellationTokenSource Cancellation);
}

public enum ImportStep
{
    Check = 1,
    Commit = 2,
    Undo = 3,
}

/// <param name="By">Who asked: the step is done in her name and scope.</param>
public sealed record ImportWork(long ImportId, ImportStep Step, Actor By)
{
    /// <summary>Of a commit: take what can be taken, or all or nothing.</summary>
    public bool OnlyGoodRows { get; init; } = true;

    /// <summary>Of an undo: why.</summary>
    public string Reason { get; init; } = "";
}
