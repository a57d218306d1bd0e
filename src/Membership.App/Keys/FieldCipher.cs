using System.Security.Cryptography;
using System.Text;
using Membership.Domain.Members;

namespace Membership.App.Keys;

/// <summary>Seals and opens what the database must not show, and makes the blind index by which equal values find each other.</summary>
public sealed class FieldCipher(KeyRing keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int HeadBytes = 1 + NonceBytes;

    /// <summary>128 bits of the HMAC: no two of a hundred million numbers meet.</summary>
    private const int IndexBytes = 16;

    /// <summary>AES-256-GCM with a random nonce: the same value never looks the same twice.</summary>
    public SealedText Seal(string value)
    {
        var key = keys.Current;
        var plain = Encoding.UTF8.GetBytes(value);
        var stored = new byte[HeadBytes + plain.Length + TagBytes];
        stored[0] = key.Id;
        var nonce = stored.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key.Sealing, TagBytes);
        aes.Encrypt(nonce, plain, stored.AsSpan(HeadBytes, plain.Length), stored.AsSpan(HeadBytes + plain.Length), stored.AsSpan(0, 1));
        return new SealedText(Convert.ToBase64String(stored));
    }

    /// <summary>Throws <see cref="CryptographicException"/> when the value was changed or its key is not on the ring.</summary>
    public string Open(SealedText value)
    {
        var stored = Convert.FromBase64String(value.Text);
        var key = keys.Find(stored[0]) ?? throw new CryptographicException($"Key {stored[0]} is not on the ring");
        var plain = new byte[stored.Length - HeadBytes - TagBytes];
        using var aes = new AesGcm(key.Sealing, TagBytes);
        aes.Decrypt(stored.AsSpan(1, NonceBytes), stored.AsSpan(HeadBytes, plain.Length), stored.AsSpan(HeadBytes + plain.Length), plain, stored.AsSpan(0, 1));
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Equal values have equal indexes, which say nothing of the value to who has no key.</summary>
    public string IndexOf(string value)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.Current.Index, Encoding.UTF8.GetBytes(value), hash);
        return Convert.ToBase64String(hash[..IndexBytes]);
    }
}
