using System.Collections.Concurrent;

namespace Membership.App.MemberImports;

/// <summary>Lets a sequence be made on one core while it is used on another.</summary>
internal static class ReadAhead
{
    // Enough that neither waits for the other's hiccups, few enough that memory stays flat.
    private const int MostAhead = 3;

    /// <summary>The items of a sequence, made on a thread of their own. What the sequence throws, the reader of the items gets.</summary>
    public static IEnumerable<T> Ahead<T>(this IEnumerable<T> items, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var made = new BlockingCollection<T>(MostAhead);
        var making = Task.Run(() => Fill(items, made, stop.Token), CancellationToken.None);
        try
        {
            foreach (var item in made.GetConsumingEnumerable(stop.Token))
                yield return item;
        }
        finally
        {
            // Whoever stops early must not leave a thread behind that reads a file which is about to be closed.
            stop.Cancel();
            ((IAsyncResult)making).AsyncWaitHandle.WaitOne();
        }

        making.GetAwaiter().GetResult();
    }

    private static void Fill<T>(IEnumerable<T> items, BlockingCollection<T> made, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var item in items)
                made.Add(item, cancellationToken);
        }
        finally
        {
            made.CompleteAdding();
        }
    }
}
