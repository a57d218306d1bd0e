using System.Globalization;
using System.Security.Cryptography;

namespace Membership.Domain.Users;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds). Not the framework's provider: that one reads the machine's clock,
/// takes codes of two steps either way, and takes each as often as it comes.
/// </summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretLetters = 32;
    private const int BitsPerLetter = 5;
    private const int StepSeconds = 30;
    private const int CodesInAll = 1_000_000;

    /// <summary>Clocks differ: the step before and the step after count too.</summary>
    private const int StepsOff = 1;

    /// <summary>160 bits in Base32, as authenticator apps take them.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(Base32, SecretLetters);

    public static string CodeAt(string secret, DateTime utc) => CodeOf(Decode(secret), StepAt(utc));

    /// <summary>The step whose code this is; null when it is none of now, or of a step not after <paramref name="lastUsed"/>.</summary>
    public static long? StepOf(string secret, string code, DateTime utc, long? lastUsed)
    {
        var key = Decode(secret);
        var now = StepAt(utc);
        for (var step = now - StepsOff; step <= now + StepsOff; step++)
        {
            if (CodeOf(key, step) == code && (lastUsed is null || step > lastUsed))
                return step;
        }

        return null;
    }

    private static long StepAt(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / StepSeconds;

    private static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The algorithm of RFC 6238 that every authenticator app knows; collisions of SHA-1 do not touch its HMAC.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % CodesInAll).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new byte[secret.Length * BitsPerLetter / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var letter = Base32.IndexOf(secret[bit / BitsPerLetter], StringComparison.Ordinal);
            var isSet = letter >> (BitsPerLetter - 1 - (bit % BitsPerLetter)) & 1;
            bytes[bit / 8] |= (byte)(isSet << (7 - (bit % 8)));
        }

        return bytes;
    }
}
