using System.Security.Cryptography;

namespace Membership.App.Keys;

/// <summary>Writes a <see cref="SealedFile"/> as its content comes. Without <see cref="FinishAsync"/> it has no last chunk and cannot be read.</summary>
internal sealed class SealedFileWriter : IAsyncDisposable
{
    private readonly FileStream _file;
    private readonly AesGcm _aes;
    private readonly byte[] _plain = new byte[SealedFile.ChunkBytes];
    private readonly byte[] _sealed = new byte[SealedFile.ChunkBytes + SealedFile.TagBytes];
    private int _filled;
    private long _chunk;

    private SealedFileWriter(FileStream file, byte[] key) => (_file, _aes) = (file, new AesGcm(key, SealedFile.TagBytes));

    public static SealedFileWriter Create(string file, FieldCipher cipher)
    {
        var key = RandomNumberGenerator.GetBytes(KeyRing.KeyBytes);
        var stream = File.Create(file);
        stream.Write(SealedFile.NewHead(key, cipher));
        return new SealedFileWriter(stream, key);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        while (content.Length > 0)
        {
            // A full chunk waits for what comes after it: only then it is known not to be the last.
            if (_filled == _plain.Length)
                await WriteChunkAsync(isLast: false, cancellationToken);

            var taken = Math.Min(content.Length, _plain.Length - _filled);
            content[..taken].CopyTo(_plain.AsMemory(_filled));
            _filled += taken;
            content = content[taken..];
        }
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        await WriteChunkAsync(isLast: true, cancellationToken);
        _file.Flush(flushToDisk: true);
    }

    public async ValueTask DisposeAsync()
    {
        _aes.Dispose();
        await _file.DisposeAsync();
    }

    private async Task WriteChunkAsync(bool isLast, CancellationToken cancellationToken)
    {
        Encrypt(isLast);
        await _file.WriteAsync(_sealed.AsMemory(0, _filled + SealedFile.TagBytes), cancellationToken);
        _filled = 0;
        _chunk++;
    }

    private void Encrypt(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[AesGcm.NonceByteSizes.MaxSize];
        SealedFile.FillNonce(nonce, _chunk);
        _aes.Encrypt(nonce, _plain.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedFile.TagBytes), [Convert.ToByte(isLast)]);
    }
}
