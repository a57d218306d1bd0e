namespace Membership.App.Spreadsheets;

/// <summary>Tells what a file that is no spreadsheet seems to be, so that the refusal can say it.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Start, FileContent Content)[] Known =
    [
        ("%PDF"u8.ToArray(), FileContent.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], FileContent.Picture),
        ([0xFF, 0xD8, 0xFF], FileContent.Picture),
        ("GIF8"u8.ToArray(), FileContent.Picture),
        ("BM"u8.ToArray(), FileContent.Picture),
        ("II*\0"u8.ToArray(), FileContent.Picture),
        ("MM\0*"u8.ToArray(), FileContent.Picture),
        ("{\\rtf"u8.ToArray(), FileContent.Word),
        ("Rar!"u8.ToArray(), FileContent.Archive),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], FileContent.Archive),
        ([0x1F, 0x8B], FileContent.Archive),
    ];

    private static readonly string[] WebStarts = ["<!doctype", "<!--", "<html", "<?xml", "<table", "<head", "<title", "<meta", "<style", "<body", "<div", "MIME-Version:"];

    /// <summary>Null for what may be text.</summary>
    public static FileContent? Recognize(ReadOnlySpan<byte> start)
    {
        foreach (var (signature, content) in Known)
        {
            // "BM" also begins words; a bitmap has zero bytes in its header.
            if (start.StartsWith(signature) && (signature.Length > 2 || start[..Math.Min(16, start.Length)].Contains((byte)0)))
                return content;
        }

        return IsWebpOrHeic(start) ? FileContent.Picture : null;
    }

    /// <summary>HTML, MHTML and XML: also SpreadsheetML 2003, which Excel opens and says nothing.</summary>
    public static bool IsWebPage(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var web in WebStarts)
        {
            if (start.StartsWith(web, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsWebpOrHeic(ReadOnlySpan<byte> start) =>
        start.Length >= 12
        && ((start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8)) || start[4..8].SequenceEqual("ftyp"u8));
}
