using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Membership.App.Keys;

/// <summary>
/// A file that is kept encrypted: a mark, a key of its own sealed like a value, then chunks of AES-256-GCM, each with its number as
/// nonce and marked when it is the last, so that none can be changed, moved or cut off. Another key of the ring changes the head only.
/// </summary>
internal static class SealedFile
{
    public const int ChunkBytes = 64 * 1024;
    public const int TagBytes = 16;

    private const int UnboundKeyBytes = KeyRing.KeyBytes + KeyInUse.UnboundOverheadBytes;
    private const int SealedKeyBytes = KeyRing.KeyBytes + KeyInUse.OverheadBytes;

    /// <summary>No spreadsheet begins like this.</summary>
    private static ReadOnlySpan<byte> Mark => "\0seal\u0002\r\n"u8;

    /// <summary>Of earlier releases, whose sealed keys say no place.</summary>
    private static ReadOnlySpan<byte> UnboundMark => "\0seal\u0001\r\n"u8;

    public static int HeadBytes => Mark.Length + SealedKeyBytes;

    public static bool IsOne(string file)
    {
        using var stream = File.OpenRead(file);
        var head = Head(stream);
        return HasMark(head) || head.AsSpan().StartsWith(UnboundMark);
    }

    /// <summary>Puts a sealed file in the place of a plain one.</summary>
    public static async Task SealAsync(string file, FieldCipher cipher, CancellationToken cancellationToken)
    {
        var next = file + ".new";
        await using (var plain = File.OpenRead(file))
        {
            await using var writer = SealedFileWriter.Create(next, cipher);
            var buffer = new byte[ChunkBytes];
            for (int read; (read = await plain.ReadAsync(buffer, cancellationToken)) > 0;)
                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            await writer.FinishAsync(cancellationToken);
        }

        File.Move(next, file, overwrite: true);
    }

    /// <summary>Seals the file's key with the ring's current one; does nothing when it is already.</summary>
    public static async Task ResealAsync(string file, FieldCipher cipher, CancellationToken cancellationToken)
    {
        var next = file + ".new";
        await using (var source = File.OpenRead(file))
        {
            var head = Head(source);
            var isBound = HasMark(head);
            if (isBound && cipher.IsCurrent(SealedKey(head)))
                return;

            var fileKey = isBound ? cipher.Open(SealedKey(head), SealedPlace.OfFile) : cipher.OpenUnbound(SealedKey(head)[..UnboundKeyBytes]);
            if (!isBound)
                source.Position = UnboundMark.Length + UnboundKeyBytes;
            await using var target = File.Create(next);
            await target.WriteAsync(NewHead(fileKey, cipher), cancellationToken);
            await source.CopyToAsync(target, cancellationToken);
            target.Flush(flushToDisk: true);
        }

        File.Move(next, file, overwrite: true);
    }

    public static byte[] NewHead(byte[] fileKey, FieldCipher cipher) => [.. Mark, .. cipher.Seal(fileKey, SealedPlace.OfFile)];

    /// <summary>The file's own key; the stream stands behind the head then.</summary>
    public static byte[] KeyOf(Stream stream, FieldCipher cipher)
    {
        var head = Head(stream);
        return HasMark(head) ? cipher.Open(SealedKey(head), SealedPlace.OfFile) : throw new CryptographicException("Not a sealed file");
    }

    public static void FillNonce(Span<byte> nonce, long chunk)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt64BigEndian(nonce[^sizeof(long)..], chunk);
    }

    private static byte[] Head(Stream stream)
    {
        var head = new byte[HeadBytes];
        stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head;
    }

    private static bool HasMark(byte[] head) => head.AsSpan().StartsWith(Mark);

    private static ReadOnlySpan<byte> SealedKey(byte[] head) => head.AsSpan(Mark.Length);
}
