using System.Security.Cryptography;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Membership.App.Audit;

/// <summary>What the log holds of one row of PersonChanges.</summary>
internal sealed record ChangeDigest(long Id, string Field, string Digest);

/// <summary>
/// The log must not hold what was changed of a person, because that can be erased and the log cannot. So each row of
/// PersonChanges carries a digest of its plain values, and the log repeats the digest. Without the random salt, which is
/// erased with the values, a digest of twelve digits could be guessed by who has the key.
/// </summary>
internal static class PersonChangeSeals
{
    /// <summary>In the details of an entry: a list of <see cref="ChangeDigest"/>, or of an import one digest over all.</summary>
    public const string Key = "changes";

    private const int SaltBytes = 16;

    /// <summary>Gives new rows their digest, whoever wrote them.</summary>
    public static void Seal(ChangeTracker tracker, AuditChain chain)
    {
        foreach (var entry in tracker.Entries<PersonChange>().Where(entry => entry.State == EntityState.Added))
        {
            var change = entry.Entity;
            change.Salt = NewSalt();
            change.Digest = chain.Change(change.Salt, change.PersonId, change.Field, change.Before, change.After);
        }
    }

    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
}
