using System.Buffers.Binary;

namespace Membership.App.Spreadsheets;

/// <summary>Counts the entries of a zip file before the framework makes an object of each of them.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocatorLength = 20;

    private static ReadOnlySpan<byte> EndSignature => "PK\u0005\u0006"u8;
    private static ReadOnlySpan<byte> EntrySignature => "PK\u0001\u0002"u8;
    private static ReadOnlySpan<byte> LocatorSignature => "PK\u0006\u0007"u8;

    /// <summary>True when there are more than <paramref name="limit"/>; false also when the directory cannot be found.</summary>
    public static bool HoldsMoreThan(int limit, Stream file)
    {
        var at = DirectoryOffset(file);
        Span<byte> entry = stackalloc byte[EntryLength];
        for (var entries = 0; TryRead(file, at, entry) && entry.StartsWith(EntrySignature); entries++)
        {
            if (entries == limit)
                return true;
            at += EntryLength + Short(entry, 28) + Short(entry, 30) + Short(entry, 32);
        }

        return false;
    }

    private static long DirectoryOffset(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, ushort.MaxValue + EndLength + LocatorLength)];
        if (!TryRead(file, file.Length - tail.Length, tail))
            return -1;
        var end = tail.AsSpan().LastIndexOf(EndSignature);
        if (end < 0 || end + EndLength > tail.Length)
            return -1;
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return offset == uint.MaxValue ? Zip64Offset(file, tail.AsSpan(0, end)) : offset;
    }

    private static long Zip64Offset(Stream file, ReadOnlySpan<byte> beforeEnd)
    {
        if (beforeEnd.Length < LocatorLength || !beforeEnd[^LocatorLength..].StartsWith(LocatorSignature))
            return -1;
        var record = new byte[56];
        var at = BinaryPrimitives.ReadInt64LittleEndian(beforeEnd[^(LocatorLength - 8)..]);
        return TryRead(file, at, record) ? BinaryPrimitives.ReadInt64LittleEndian(record.AsSpan(48)) : -1;
    }

    private static bool TryRead(Stream file, long at, Span<byte> bytes)
    {
        if (at < 0 || at > file.Length - bytes.Length)
            return false;
        file.Position = at;
        file.ReadExactly(bytes);
        return true;
    }

    private static int Short(ReadOnlySpan<byte> entry, int at) => BinaryPrimitives.ReadUInt16LittleEndian(entry[at..]);
}
