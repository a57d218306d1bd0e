namespace Membership.App.Spreadsheets;

/// <summary>
/// A part of a package while it inflates. Counts against the limit of the whole package, compares the checksum at the end and
/// refuses what an XML reader would gather in memory without end: a tag, text or CDATA section of many megabytes.
/// </summary>
internal sealed class XlsxPartStream(Stream inflated, XlsxPackage.Part part, XlsxPackage package) : Stream
{
    // The longest cell is 32,767 characters, at most eight bytes each as references.
    private const int LongestRun = 1024 * 1024;

    // A CDATA section, or a text that is not ASCII based, may hide "<" from the check above.
    private const int LongestOpaquePart = 16 * 1024 * 1024;

    private readonly byte[] _seam = new byte[16];
    private Crc32 _crc;
    private int _sinceTag;
    private bool _opaque;
    private bool _ended;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => part.Inflated;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty)
            return 0;
        var read = inflated.Read(buffer);
        if (read == 0)
            End();
        else
            Check(buffer[..read]);
        return read;
    }

    /// <summary>Reads what is left, for the checksum's sake.</summary>
    public void Drain()
    {
        var buffer = new byte[32 * 1024];
        while (Read(buffer) > 0)
        {
        }
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inflated.Dispose();
        base.Dispose(disposing);
    }

    private void End()
    {
        _ended = true;
        if (_crc.Value != part.Entry.Crc32)
            throw new UnreadableWorkbookException(new Damaged(part.Name));
    }

    private void Check(ReadOnlySpan<byte> bytes)
    {
        _crc.Append(bytes);
        _opaque = _opaque || (part.Inflated == 0 && !StartsLikeAscii(bytes[0])) || HoldsCdata(bytes);
        package.Count(part, bytes.Length);
        var tag = bytes.LastIndexOf((byte)'<');
        _sinceTag = tag < 0 ? _sinceTag + bytes.Length : bytes.Length - tag;
        if (_sinceTag > LongestRun || (_opaque && part.Inflated > LongestOpaquePart))
            throw new UnreadableWorkbookException(new Damaged(part.Name));
    }

    // "<", white space or the UTF-8 byte order mark.
    private static bool StartsLikeAscii(byte first) => first is (byte)'<' or (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t' or 0xEF;

    private bool HoldsCdata(ReadOnlySpan<byte> bytes)
    {
        // The last eight bytes before, then the first eight of these: a section may begin across the seam.
        bytes[..Math.Min(8, bytes.Length)].CopyTo(_seam.AsSpan(8));
        var found = bytes.IndexOf("<![CDATA["u8) >= 0 || _seam.AsSpan().IndexOf("<![CDATA["u8) >= 0;
        _seam.AsSpan(bytes.Length >= 8 ? 8 : bytes.Length, 8).CopyTo(_seam);
        bytes[^Math.Min(8, bytes.Length)..].CopyTo(_seam.AsSpan(8 - Math.Min(8, bytes.Length)));
        _seam.AsSpan(8).Clear();
        return found;
    }
}
