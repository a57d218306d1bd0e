using System.Buffers.Binary;
using System.Text;

namespace Membership.App.Spreadsheets;

/// <summary>
/// The directory of an OLE2 file (.xls, .doc, an encrypted .xlsx): only to know what it holds, and that its chains of sectors
/// end, before a library that would follow a circle for ever opens it.
/// </summary>
internal sealed class CompoundFile
{
    private const int EntryLength = 128;
    private const int HeaderChains = 109;
    private const int SmallStream = 4096; // shorter ones live in the root's own small sectors
    private const uint LastRegular = 0xFFFFFFFA;

    private readonly Stream _file;
    private readonly int _sectorLength;
    private readonly uint[] _next;

    private CompoundFile(Stream file, byte[] header)
    {
        _file = file;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
        _sectorLength = shift is 9 or 12 ? 1 << shift : throw Damage();
        _next = ReadTable(header);
    }

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Names of streams and storages, those inside embedded documents left out.</summary>
    public static IReadOnlySet<string> RootNames(Stream file)
    {
        var header = new byte[512];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw Damage();
        var compound = new CompoundFile(file, header);
        var directory = compound.ReadChain(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(48)));
        compound.CheckStreams(directory, BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(60)));
        return compound.NamesUnderRoot(directory);
    }

    private static UnreadableWorkbookException Damage() => new(new Damaged("OLE2"));

    private uint[] ReadTable(byte[] header)
    {
        var table = new List<uint>();
        var numbers = new uint[_sectorLength / 4];
        foreach (var sector in TableSectors(header))
        {
            ReadSector(sector, numbers);
            table.AddRange(numbers);
        }

        return [.. table];
    }

    // The first 109 are in the header, the others in a chain of sectors whose last number leads on.
    private List<uint> TableSectors(byte[] header)
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderChains; i++)
            sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(76 + (i * 4))));
        var numbers = new uint[_sectorLength / 4];
        var most = _file.Length / _sectorLength;
        for (var at = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(68)); at < LastRegular; at = numbers[^1])
        {
            ReadSector(at, numbers);
            sectors.AddRange(numbers[..^1]);
            if (sectors.Count > most + HeaderChains + numbers.Length)
                throw Damage();
        }

        return sectors.FindAll(sector => sector < LastRegular);
    }

    private void ReadSector(uint sector, uint[] numbers)
    {
        var bytes = new byte[_sectorLength];
        ReadSector(sector, bytes);
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
    }

    private void ReadSector(uint sector, byte[] bytes)
    {
        var at = (sector + 1L) * _sectorLength;
        if (at >= _file.Length)
            throw Damage();
        _file.Position = at;
        _file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
    }

    private static List<uint> Chain(uint first, uint[] next)
    {
        var sectors = new List<uint>();
        for (var at = first; at < LastRegular; at = next[at])
        {
            if (at >= next.Length || sectors.Count > next.Length)
                throw Damage();
            sectors.Add(at);
        }

        return sectors;
    }

    private byte[] ReadChain(uint first)
    {
        var sectors = Chain(first, _next);
        var bytes = new byte[sectors.Count * _sectorLength];
        var sector = new byte[_sectorLength];
        for (var i = 0; i < sectors.Count; i++)
        {
            ReadSector(sectors[i], sector);
            sector.CopyTo(bytes, i * _sectorLength);
        }

        return bytes;
    }

    private HashSet<string> NamesUnderRoot(byte[] directory)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<uint>();
        var open = new Stack<uint>([BinaryPrimitives.ReadUInt32LittleEndian(directory.AsSpan(76))]);
        while (open.TryPop(out var id))
        {
            if (id >= LastRegular || id * (long)EntryLength >= directory.Length)
                continue;
            if (!seen.Add(id))
                throw Damage();
            var entry = directory.AsSpan((int)id * EntryLength, EntryLength);
            names.Add(Name(entry));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]));
            open.Push(BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]));
        }

        return names;
    }

    // The library takes the first workbook stream of any storage, so each of them must end.
    private void CheckStreams(byte[] directory, uint smallTable)
    {
        var bytes = ReadChain(smallTable);
        var nextSmall = new uint[bytes.Length / 4];
        for (var i = 0; i < nextSmall.Length; i++)
            nextSmall[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * 4));
        for (var at = 0; at + EntryLength <= directory.Length; at += EntryLength)
        {
            var entry = directory.AsSpan(at, EntryLength);
            var isSmall = entry[66] == 2 && BinaryPrimitives.ReadUInt32LittleEndian(entry[120..]) < SmallStream;
            if (at == 0 || Name(entry) is "Workbook" or "Book")
                Chain(BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), isSmall ? nextSmall : _next);
        }
    }

    private static string Name(ReadOnlySpan<byte> entry) =>
        Encoding.Unicode.GetString(entry[..Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62)]);
}
