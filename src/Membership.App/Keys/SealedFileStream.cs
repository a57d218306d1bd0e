using System.Security.Cryptography;

namespace Membership.App.Keys;

/// <summary>
/// The plain content of a <see cref="SealedFile"/>, opened chunk by chunk where it is read: neither memory nor disk ever holds all of it.
/// Reading throws <see cref="CryptographicException"/> where the file was changed or cut off.
/// </summary>
internal sealed class SealedFileStream : Stream
{
    private const int StoredChunkBytes = SealedFile.ChunkBytes + SealedFile.TagBytes;
    private const long None = -1;

    private readonly FileStream _file;
    private readonly AesGcm _aes;
    private readonly long _chunks;
    private readonly byte[] _stored = new byte[StoredChunkBytes];
    private readonly byte[] _plain = new byte[SealedFile.ChunkBytes];
    private long _opened = None;

    private SealedFileStream(FileStream file, byte[] key)
    {
        (_file, _aes) = (file, new AesGcm(key, SealedFile.TagBytes));
        var bytes = file.Length - SealedFile.HeadBytes;
        _chunks = (bytes + StoredChunkBytes - 1) / StoredChunkBytes;
        Length = bytes - (_chunks * SealedFile.TagBytes);
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position { get; set; }

    public static SealedFileStream Open(string file, FieldCipher cipher)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        try
        {
            return new SealedFileStream(stream, SealedFile.KeyOf(stream, cipher));
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.IsEmpty)
            return 0;

        var chunk = Position / SealedFile.ChunkBytes;
        var inChunk = (int)(Position % SealedFile.ChunkBytes);
        var available = OpenChunk(chunk) - inChunk;
        var read = Math.Min(available, buffer.Length);
        _plain.AsSpan(inChunk, read).CopyTo(buffer);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _aes.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Has the chunk in the buffer, and gives its length.</summary>
    private int OpenChunk(long chunk)
    {
        var length = (int)Math.Min(SealedFile.ChunkBytes, Length - (chunk * SealedFile.ChunkBytes));
        if (chunk == _opened)
            return length;

        _opened = None;
        _file.Position = SealedFile.HeadBytes + (chunk * StoredChunkBytes);
        _file.ReadExactly(_stored, 0, length + SealedFile.TagBytes);
        Span<byte> nonce = stackalloc byte[AesGcm.NonceByteSizes.MaxSize];
        SealedFile.FillNonce(nonce, chunk);
        _aes.Decrypt(nonce, _stored.AsSpan(0, length), _stored.AsSpan(length, SealedFile.TagBytes), _plain.AsSpan(0, length), [Convert.ToByte(chunk == _chunks - 1)]);
        _opened = chunk;
        return length;
    }
}
