using System.IO.MemoryMappedFiles;

namespace Membership.Benchmarks;

/// <summary>
/// The host of a virtual machine takes back what the machine does not use, and gives it again page by page when it is touched: 10 µs each,
/// several times what writing the page takes. How much of that a run meets depends on what ran before it. An office PC has its memory.
/// </summary>
internal static class HostMemory
{
    private const long PageBytes = 4096;

    /// <summary>More than a run needs for itself and for the pages of the files that it writes.</summary>
    private const long Bytes = 2L << 30;

    /// <summary>Uses memory and gives it back, so that the run that begins now finds it.</summary>
    public static void Fetch()
    {
        using var memory = MemoryMappedFile.CreateNew(mapName: null, Math.Min(Bytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4));
        using var view = memory.CreateViewAccessor();
        for (var offset = 0L; offset < view.Capacity; offset += PageBytes)
            view.Write(offset, (byte)1);
    }
}
