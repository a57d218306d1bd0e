using System.Collections.Concurrent;

namespace Membership.App.MemberImports;

/// <summary>Lets a sequence be made on one core while it is used on another.</summary>
internal static class ReadAhead
{
    // Enough that neither waits for the other's hiccups, few enough that memory stays flat.
    private const int ChunksAhead = 4;

    /// <summary>The items of a sequence in chunks, read on a thread of their own. What the sequence throws, the reader of the chunks gets.</summary>
    public static IEnumerable<T[]> ChunkAhead<T>(this IEnumerable<T> items, int size, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var chunks = new BlockingCollection<T[]>(ChunksAhead);
        var reading = Task.Run(() => Fill(items, size, chunks, stop.Token), CancellationToken.None);
        try
        {
            foreach (var chunk in chunks.GetConsumingEnumerable(stop.Token))
                yield return chunk;
        }
        finally
        {
            // Whoever stops early must not leave a thread behind that reads a file which is about to be closed.
            stop.Cancel();
            ((IAsyncResult)reading).AsyncWaitHandle.WaitOne();
        }

        reading.GetAwaiter().GetResult();
    }

    private static void Fill<T>(IEnumerable<T> items, int size, BlockingCollection<T[]> chunks, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var chunk in items.Chunk(size))
                chunks.Add(chunk, cancellationToken);
        }
        finally
        {
            chunks.CompleteAdding();
        }
    }
}
