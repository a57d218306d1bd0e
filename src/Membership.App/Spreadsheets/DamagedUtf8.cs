using System.Buffers;
using System.Text;

namespace Membership.App.Spreadsheets;

/// <summary>Tells a text in UTF-8 with some damaged bytes from one in an old encoding, in which hardly two bytes make a letter of UTF-8.</summary>
internal static class DamagedUtf8
{
    private const int BlockLength = 64 * 1024;
    private const int LongestLetter = 4;
    private const int LettersForEachDamage = 4;
    private const byte LastAscii = 0x7F;

    /// <summary>The line of the first damaged byte, from 1; 0 for a text that is no UTF-8.</summary>
    public static int FirstLine(Stream file)
    {
        file.Position = 0;
        var bytes = new byte[BlockLength];
        var (letters, damages, line, damagedLine, kept) = (0, 0, 1, 0, 0);
        bool hasEnded;
        do
        {
            var read = file.ReadAtLeast(bytes.AsSpan(kept), bytes.Length - kept, throwOnEndOfStream: false);
            hasEnded = read < bytes.Length - kept;
            var rest = bytes.AsSpan(0, kept + read);
            while (rest.Length > (hasEnded ? 0 : LongestLetter))
            {
                var status = Rune.DecodeFromUtf8(rest, out _, out var length);
                line += rest[0] == '\n' ? 1 : 0;
                letters += status == OperationStatus.Done && rest[0] > LastAscii ? 1 : 0;
                if (status != OperationStatus.Done && damages++ == 0)
                    damagedLine = line;
                rest = rest[length..];
            }

            kept = rest.Length;
            rest.CopyTo(bytes);
        }
        while (!hasEnded);

        return letters >= LettersForEachDamage * damages ? damagedLine : 0;
    }
}
