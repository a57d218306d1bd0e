using System.Text;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>
/// The encoding of a text list, or none. Windows-1258, TCVN3 and VNI look like any one-byte text: one of them is taken only when
/// its reading clearly is the Vietnamese one, and else the list is refused, because it would be full of wrong names without a word.
/// </summary>
internal static class TextEncoding
{
    private const int SampleLength = 64 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(false, true);

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="damagedLine">Where a list that is UTF-8 else has bytes that are no letters, from 1; 0 when it is no such list.</param>
    public static Encoding? Detect(Stream file, out int damagedLine)
    {
        damagedLine = 0;
        file.Position = 0;
        var sample = new byte[SampleLength];
        var bytes = sample.AsSpan(0, file.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false));
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
            return null;
        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
            return new UnicodeEncoding(false, true);
        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
            return new UnicodeEncoding(true, true);
        if (WithoutMark(bytes) is { } encoding)
            return encoding;
        if (IsUtf8(file))
            return StrictUtf8;

        damagedLine = DamagedUtf8.FirstLine(file);
        return damagedLine > 0 ? null : OfOneByte(bytes);
    }

    /// <summary>TCVN3 and VNI are read as Windows-1252, as a workbook holds them: converting them is asked later.</summary>
    private static Encoding? OfOneByte(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0))
            return null;

        var (windows1258, windows1252) = (Encoding.GetEncoding(1258), Encoding.GetEncoding(1252));
        return LegacyText.Recognize(windows1258.GetString(bytes), windows1252.GetString(bytes)) switch
        {
            LegacyEncoding.Unicode => windows1258,
            LegacyEncoding.Tcvn3 or LegacyEncoding.Vni => windows1252,
            _ => null,
        };
    }

    // Digits, commas, spaces and most letters of a Vietnamese list have a zero as one half of their UTF-16 code.
    private static UnicodeEncoding? WithoutMark(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            even += bytes[i] == 0 ? 1 : 0;
            odd += bytes[i + 1] == 0 ? 1 : 0;
        }

        var pairs = bytes.Length / 2;
        if (odd > pairs / 3 && even < pairs / 50.0)
            return new UnicodeEncoding(false, false);
        return even > pairs / 3 && odd < pairs / 50.0 ? new UnicodeEncoding(true, false) : null;
    }

    private static bool IsUtf8(Stream file)
    {
        file.Position = 0;
        var decoder = StrictUtf8.GetDecoder();
        var bytes = new byte[SampleLength];
        var chars = new char[SampleLength + 1];
        try
        {
            int read;
            do
            {
                read = file.Read(bytes, 0, bytes.Length);
                decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
