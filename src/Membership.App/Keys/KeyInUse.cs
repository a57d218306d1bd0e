using System.Security.Cryptography;

namespace Membership.App.Keys;

/// <summary>
/// One key made ready, for one thread: setting up the cipher costs as much as a few values, and an import seals a million.
/// </summary>
internal sealed class KeyInUse : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int NonceAt = 1 + SealedPlace.Bytes;
    private const int HeadBytes = NonceAt + NonceBytes;

    /// <summary>Of values of earlier releases: key id and nonce.</summary>
    private const int UnboundHeadBytes = 1 + NonceBytes;

    /// <summary>By how much a sealed value is longer than the plain one.</summary>
    public const int OverheadBytes = HeadBytes + TagBytes;

    public const int UnboundOverheadBytes = UnboundHeadBytes + TagBytes;

    /// <summary>96 bits of the HMAC, 16 letters: no two of a hundred million numbers meet.</summary>
    private const int IndexBytes = 12;

    private readonly FieldKey _key;
    private readonly AesGcm _aes;
    private readonly IncrementalHash _hash;
    private readonly byte[] _randomness = new byte[256 * NonceBytes];
    private int _used;

    private KeyInUse(FieldKey key)
    {
        _key = key;
        _aes = new AesGcm(key.Sealing, TagBytes);
        _hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Index);
        _used = _randomness.Length;
    }

    /// <summary>The thread's own, made anew when it last used another key.</summary>
    public static KeyInUse Of(FieldKey key, ref KeyInUse? ofThread)
    {
        if (ReferenceEquals(ofThread?._key, key))
            return ofThread;

        ofThread?.Dispose();
        return ofThread = new KeyInUse(key);
    }

    /// <summary>The id of the key that sealed a value.</summary>
    public static byte KeyOf(ReadOnlySpan<byte> stored) =>
        stored.Length >= UnboundOverheadBytes ? stored[0] : throw new CryptographicException("Too short to be a sealed value");

    public static SealedPlace PlaceOf(ReadOnlySpan<byte> stored) =>
        stored.Length >= OverheadBytes ? SealedPlace.Read(stored[1..]) : throw new CryptographicException("Too short to be a sealed value");

    public byte[] Seal(ReadOnlySpan<byte> plain, SealedPlace place)
    {
        var stored = new byte[plain.Length + OverheadBytes];
        stored[0] = _key.Id;
        place.Write(stored.AsSpan(1));
        var nonce = stored.AsSpan(NonceAt, NonceBytes);
        FillNonce(nonce);
        _aes.Encrypt(nonce, plain, stored.AsSpan(HeadBytes, plain.Length), stored.AsSpan(HeadBytes + plain.Length), stored.AsSpan(0, NonceAt));
        return stored;
    }

    public byte[] Open(ReadOnlySpan<byte> stored)
    {
        if (stored.Length < OverheadBytes)
            throw new CryptographicException("Too short to be a sealed value");

        var plain = new byte[stored.Length - OverheadBytes];
        _aes.Decrypt(stored.Slice(NonceAt, NonceBytes), stored.Slice(HeadBytes, plain.Length), stored[(HeadBytes + plain.Length)..], plain, stored[..NonceAt]);
        return plain;
    }

    /// <summary>As earlier releases sealed, whoever's value it was.</summary>
    public byte[] OpenUnbound(ReadOnlySpan<byte> stored)
    {
        var plain = new byte[stored.Length - UnboundOverheadBytes];
        _aes.Decrypt(stored.Slice(1, NonceBytes), stored.Slice(UnboundHeadBytes, plain.Length), stored[(UnboundHeadBytes + plain.Length)..], plain);
        return plain;
    }

    public string IndexOf(ReadOnlySpan<byte> value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        _hash.AppendData(value);
        _hash.GetHashAndReset(hash);
        return Convert.ToBase64String(hash[..IndexBytes]);
    }

    public void Dispose()
    {
        _aes.Dispose();
        _hash.Dispose();
    }

    /// <summary>Random, drawn for many values at once.</summary>
    private void FillNonce(Span<byte> nonce)
    {
        if (_used == _randomness.Length)
        {
            RandomNumberGenerator.Fill(_randomness);
            _used = 0;
        }

        _randomness.AsSpan(_used, NonceBytes).CopyTo(nonce);
        _used += NonceBytes;
    }
}
