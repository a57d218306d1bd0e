using System.Collections.Concurrent;
using System.Threading.Channels;
using Membership.App.Pipeline;

namespace Membership.App.MemberImports;

/// <summary>
/// Imports that a page has asked to read or to write, one after the other, and how far each has come. Only in memory: what was
/// under way when the process ended is found again by its state in the database.
/// </summary>
public sealed class ImportQueue
{
    private readonly Channel<ImportWork> _work = Channel.CreateUnbounded<ImportWork>();
    private readonly ConcurrentDictionary<long, ImportProgress> _progress = new();

    public void Enqueue(ImportWork work)
    {
        _progress[work.ImportId] = new ImportProgress(work.Step == ImportStep.Check ? ImportStage.Reading : ImportStage.Writing, 0, null);
        _work.Writer.TryWrite(work);
    }

    /// <summary>Null when nothing of this import is waiting or under way.</summary>
    public ImportProgress? ProgressOf(long importId) => _progress.GetValueOrDefault(importId);

    internal IAsyncEnumerable<ImportWork> WorkAsync(CancellationToken cancellationToken) => _work.Reader.ReadAllAsync(cancellationToken);

    internal void Report(long importId, ImportProgress progress) => _progress[importId] = progress;

    internal void Done(long importId) => _progress.TryRemove(importId, out _);
}

public enum ImportStep
{
    Check = 1,
    Commit = 2,
}

/// <param name="By">Who asked: the step is done in her name and scope.</param>
public sealed record ImportWork(long ImportId, ImportStep Step, Actor By);
