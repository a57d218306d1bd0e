using System.Security.Cryptography;
using System.Text;
using Membership.Domain.Members;

namespace Membership.App.Keys;

/// <summary>Seals and opens what the database must not show, and makes the blind index by which equal values find each other.</summary>
public sealed class FieldCipher(KeyRing keys)
{
    private const int SmallBytes = 256;

    [ThreadStatic]
    private static KeyInUse? _sealing;

    [ThreadStatic]
    private static KeyInUse? _opening;

    /// <summary>AES-256-GCM with a random nonce: the same value never looks the same twice.</summary>
    public SealedText Seal(string value, SealedPlace place)
    {
        Span<byte> small = stackalloc byte[SmallBytes];
        return new SealedText(Convert.ToBase64String(Seal(Bytes(value, small), place)));
    }

    public SealedText? SealOrNull(string? value, SealedPlace place) => value is null ? null : Seal(value, place);

    /// <summary>The same for what is not a text: key id, place, nonce, cipher text, tag.</summary>
    public byte[] Seal(ReadOnlySpan<byte> plain, SealedPlace place) => KeyInUse.Of(keys.Current, ref _sealing).Seal(plain, place);

    /// <summary>Throws <see cref="CryptographicException"/> when the value was changed or its key is not on the ring.</summary>
    public string Open(SealedText value) => Encoding.UTF8.GetString(Open(Convert.FromBase64String(value.Text)));

    /// <summary>And when it was sealed for another place.</summary>
    public string Open(SealedText value, SealedPlace place) => Encoding.UTF8.GetString(Open(Convert.FromBase64String(value.Text), place));

    public string? OpenOrNull(SealedText? value) => value is { } there ? Open(there) : null;

    public string? OpenOrNull(SealedText? value, SealedPlace place) => value is { } there ? Open(there, place) : null;

    public byte[] Open(ReadOnlySpan<byte> stored) => KeyInUse.Of(KeyOf(stored), ref _opening).Open(stored);

    public byte[] Open(ReadOnlySpan<byte> stored, SealedPlace place) => KeyInUse.PlaceOf(stored) == place
        ? Open(stored)
        : throw new CryptographicException("The value was sealed for another place");

    /// <summary>A value of an earlier release, which says no place.</summary>
    internal byte[] OpenUnbound(ReadOnlySpan<byte> stored) => KeyInUse.Of(KeyOf(stored), ref _opening).OpenUnbound(stored);

    /// <summary>Whether a value opens, and is where it was sealed for.</summary>
    internal bool IsInPlace(ReadOnlySpan<byte> stored, SealedPlace place)
    {
        try
        {
            return Open(stored, place) is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private FieldKey KeyOf(ReadOnlySpan<byte> stored) =>
        keys.Find(KeyInUse.KeyOf(stored)) ?? throw new CryptographicException("The key of this value is not on the ring");

    internal byte CurrentKeyId => keys.Current.Id;

    internal bool IsCurrent(ReadOnlySpan<byte> stored) => KeyInUse.KeyOf(stored) == CurrentKeyId;

    /// <summary>Equal values have equal indexes, which say nothing of the value to who has no key.</summary>
    public string IndexOf(string value)
    {
        Span<byte> small = stackalloc byte[SmallBytes];
        return KeyInUse.Of(keys.Current, ref _sealing).IndexOf(Bytes(value, small));
    }

    public string? IndexOrNull(string? value) => value is null ? null : IndexOf(value);

    /// <summary>Proves that this installation wrote a value which leaves it; stays true when the keys are rotated.</summary>
    /// <param name="purpose">Keeps a signature from being used for something else.</param>
    public byte[] Sign(string purpose, string value)
    {
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.AuditKey, KeyRing.KeyBytes, info: Encoding.UTF8.GetBytes(purpose));
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(value));
    }

    private static ReadOnlySpan<byte> Bytes(string value, Span<byte> small) =>
        Encoding.UTF8.GetMaxByteCount(value.Length) <= small.Length ? small[..Encoding.UTF8.GetBytes(value, small)] : Encoding.UTF8.GetBytes(value);
}
