using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Membership.App.Keys;

namespace Membership.App.Audit;

/// <summary>
/// The hashes of the log. Each value goes in with its type and length before it, so that no two different entries are the
/// same bytes.
/// </summary>
public sealed class AuditChain(KeyRing keys)
{
    /// <summary>What the first entry has before it.</summary>
    public const string Beginning = "";

    private const int LengthBytes = 4;

    /// <summary>Of an entry, over the hash of the one before.</summary>
    internal string Entry(string previousHash, IEnumerable<StoredValue> values) =>
        Of("entry", values.Prepend(StoredValue.Of(previousHash)));

    /// <summary>Of the head: nobody without the key can say where the log ends.</summary>
    internal string Seal(long entries, string lastHash) => Of("head", [StoredValue.Of(entries), StoredValue.Of(lastHash)]);

    /// <summary>Of the head that is kept outside of the database: an earlier one of the database's own cannot stand in for it.</summary>
    internal string OutsideSeal(long entries, string lastHash) => Of("head outside", [StoredValue.Of(entries), StoredValue.Of(lastHash)]);

    /// <summary>Over the digests of many changes of people, in the order of their ids.</summary>
    internal string Together(IEnumerable<string?> digests) => Of("changes", digests.Select(StoredValue.Of));

    /// <summary>Of one change of a person, by its plain values.</summary>
    internal string Change(string salt, long personId, string field, string? before, string? after) => Of(
        "change",
        [StoredValue.Of(salt), StoredValue.Of(personId), StoredValue.Of(field), StoredValue.Of(before), StoredValue.Of(after)]);

    /// <summary>Of who changed it, when and why, over the hash of its values.</summary>
    internal string Who(string values, ChangeContent change) => Of(
        "change by",
        [
            StoredValue.Of(values), StoredValue.Of(change.PersonId), StoredValue.Of(change.Field), StoredValue.Of(change.Reason),
            StoredValue.Of(change.ImportId), StoredValue.Of(change.OrganizationId), StoredValue.Of(change.RecordedBy), StoredValue.Of(change.RecordedAt.Ticks),
        ]);

    /// <summary>Of a row of the register as an import left it.</summary>
    internal byte[] Image(string content) => Convert.FromHexString(Of("image", [StoredValue.Of(content)]));

    /// <param name="purpose">Keeps a hash of one use from being taken for one of another.</param>
    private string Of(string purpose, IEnumerable<StoredValue> values)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys.AuditKey);
        Append(hash, StoredValue.Of(purpose));
        foreach (var value in values)
            Append(hash, value);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, StoredValue value)
    {
        Span<byte> head = stackalloc byte[1 + LengthBytes];
        head[0] = (byte)value.Type;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], value.Bytes.Length);
        hash.AppendData(head);
        hash.AppendData(value.Bytes);
    }
}

/// <summary>A value as SQLite stores it, by the first letter of its storage class and its bytes: what is hashed is what lies in the file.</summary>
internal readonly record struct StoredValue(char Type, byte[] Bytes)
{
    public static readonly StoredValue Null = new('n', []);

    public static StoredValue Of(string? text) => text is null ? Null : new('t', Encoding.UTF8.GetBytes(text));

    public static StoredValue Of(long? number) =>
        number is { } one ? new('i', Encoding.ASCII.GetBytes(one.ToString(CultureInfo.InvariantCulture))) : Null;
}
