using System.Buffers.Binary;
using System.Text;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>A workbook as Excel 5 and 95 wrote it (BIFF5 in an OLE2 file): one sheet of texts, in letters of Windows-1258.</summary>
internal static class OldWorkbook
{
    private const int Sector = 512;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;
    private const int SmallestStream = 4096;

    public static byte[] Of(params string[][] rows)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Compound(Book(rows, Encoding.GetEncoding(1258)));
    }

    private static byte[] Book(string[][] rows, Encoding letters)
    {
        var globals = Beginning(0x0005, letters);
        var name = letters.GetBytes("DS");
        var sheetAt = globals.Length + 4 + 7 + name.Length + 4;
        var book = new List<byte>(globals);
        book.AddRange(Record(0x0085, [.. Bytes((uint)sheetAt), 0, 0, (byte)name.Length, .. name]));
        book.AddRange(Record(0x000A, []));
        book.AddRange(Beginning(0x0010, letters));
        book.AddRange(Record(0x0200, [.. Short(0), .. Short(rows.Length), .. Short(0), .. Short(rows.Max(row => row.Length)), .. Short(0)]));
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                var text = letters.GetBytes(rows[row][column]);
                book.AddRange(Record(0x0204, [.. Short(row), .. Short(column), .. Short(0), .. Short(text.Length), .. text]));
            }
        }

        book.AddRange(Record(0x000A, []));
        book.AddRange(new byte[Math.Max(0, SmallestStream - book.Count)]);
        return [.. book];
    }

    private static byte[] Beginning(int kind, Encoding letters) =>
        [.. Record(0x0809, [.. Short(0x0500), .. Short(kind), .. Short(0x096C), .. Short(0x07C9)]), .. Record(0x0042, Short(letters.CodePage))];

    // Header, one sector of the table, one of the directory, then the stream.
    private static byte[] Compound(byte[] book)
    {
        var sectors = (book.Length + Sector - 1) / Sector;
        var file = new byte[Sector * (3 + sectors)];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Put(file, 24, [.. Short(0x3E), .. Short(3), .. Short(0xFFFE), .. Short(9), .. Short(6)]);
        Put(file, 44, [.. Bytes(1u), .. Bytes(1u), .. Bytes(0u), .. Bytes(SmallestStream), .. Bytes(EndOfChain), .. Bytes(0u), .. Bytes(EndOfChain), .. Bytes(0u), .. Bytes(0u)]);
        file.AsSpan(80, Sector - 80).Fill(0xFF);

        file.AsSpan(Sector, Sector).Fill(0xFF);
        Put(file, Sector, [.. Bytes(0xFFFFFFFD), .. Bytes(EndOfChain)]);
        for (var sector = 0; sector < sectors; sector++)
            Put(file, Sector + ((2 + sector) * 4), Bytes(sector == sectors - 1 ? EndOfChain : (uint)(3 + sector)));

        Put(file, 2 * Sector, Entry("Root Entry", 5, child: 1, first: EndOfChain, length: 0));
        Put(file, (2 * Sector) + 128, Entry("Book", 2, child: Free, first: 2, length: (uint)book.Length));
        Put(file, 3 * Sector, book);
        return file;
    }

    private static byte[] Entry(string name, byte kind, uint child, uint first, uint length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name, entry);
        Put(entry, 64, [.. Short((name.Length + 1) * 2), kind, 1, .. Bytes(Free), .. Bytes(Free), .. Bytes(child)]);
        Put(entry, 116, [.. Bytes(first), .. Bytes(length)]);
        return entry;
    }

    private static void Put(byte[] file, int at, ReadOnlySpan<byte> bytes) => bytes.CopyTo(file.AsSpan(at));

    private static byte[] Record(int kind, byte[] content) => [.. Short(kind), .. Short(content.Length), .. content];

    private static byte[] Short(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Bytes(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
