using System.Buffers.Binary;

namespace Membership.App.Spreadsheets;

/// <summary>The checksum of zip files, eight bytes a step. The framework's zip reader does not compare it.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = BuildTable();

    private uint _state;

    public readonly uint Value => _state;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = ~_state;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            crc = table[0x700 | (low & 0xFF)] ^ table[0x600 | ((low >> 8) & 0xFF)]
                ^ table[0x500 | ((low >> 16) & 0xFF)] ^ table[0x400 | (low >> 24)]
                ^ table[0x300 | (high & 0xFF)] ^ table[0x200 | ((high >> 8) & 0xFF)]
                ^ table[0x100 | ((high >> 16) & 0xFF)] ^ table[high >> 24];
        }

        foreach (var b in bytes)
            crc = table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        _state = ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++)
            table[i] = table[table[i - 256] & 0xFF] ^ (table[i - 256] >> 8);
        return table;
    }
}
