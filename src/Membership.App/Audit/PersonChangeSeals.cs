using System.Security.Cryptography;
using Membership.App.Keys;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Membership.App.Audit;

/// <summary>What the log holds of one row of PersonChanges.</summary>
internal sealed record ChangeDigest(long Id, string Field, string Digest);

/// <summary>What the log holds of the rows that an import wrote.</summary>
/// <param name="LastId">Over the import's rows up to this one.</param>
internal sealed record ImportDigest(long LastId, int Count, string Digest);

/// <summary>
/// The log must not hold what was changed of a person, because that can be erased and the log cannot. So each row of
/// PersonChanges carries a digest of its plain values, and the log repeats the digest. Without the random salt, which is
/// erased with the values, a digest of twelve digits could be guessed by who has the key.
/// </summary>
public sealed class PersonChangeSeals(AuditChain chain, FieldCipher cipher)
{
    /// <summary>In the details of an entry: a list of <see cref="ChangeDigest"/>, or of an import one digest over all.</summary>
    internal const string Key = "personChanges";

    private const int SaltBytes = 16;

    /// <summary>Gives new rows their digest, whoever wrote them.</summary>
    internal void Seal(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<PersonChange>().Where(entry => entry.State == EntityState.Added))
        {
            var change = entry.Entity;
            change.Salt = NewSalt();
            change.Digest = DigestOf(change.Salt, change.PersonId, change.Field, change.Before, change.After);
        }
    }

    internal static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    /// <summary>The values as they are stored; what is sealed is opened, because another key will seal it anew.</summary>
    internal string DigestOf(string salt, long personId, string field, string? before, string? after) =>
        chain.Change(salt, personId, field, Plain(field, before), Plain(field, after));

    private string? Plain(string field, string? stored) =>
        stored is not null && SealedFields.Names.Contains(field) ? cipher.Open(new SealedText(stored)) : stored;
}
