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
/// PersonChanges carries a digest of its plain values and of who changed them when and why, and the log repeats the digest. Without the random salt, which is
/// erased with the values, a digest of twelve digits could be guessed by who has the key.
/// </summary>
public sealed class PersonChangeSeals(AuditChain chain, FieldCipher cipher)
{
    /// <summary>In the details of an entry: a list of <see cref="ChangeDigest"/>, or of an import one digest over all.</summary>
    internal const string Key = "personChanges";

    private const int SaltBytes = 16;

    private const string Parting = ".";

    /// <summary>Gives new rows their digest, whoever wrote them.</summary>
    internal void Seal(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries<PersonChange>().Where(entry => entry.State == EntityState.Added))
        {
            var change = entry.Entity;
            change.Salt = NewSalt();
            change.Digest = DigestOf(new ChangeContent(
                change.Salt, change.PersonId, change.Field, change.Before, change.After,
                change.Reason, change.ImportId, change.OrganizationId, change.RecordedBy, change.RecordedAt));
        }
    }

    internal static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));

    /// <summary>Two hashes, parted by a point: of the values, and of who changed them when and why, which stays when the values are erased.</summary>
    internal string DigestOf(ChangeContent change) => WithWho(ValuesOf(change), change);

    /// <summary>Whether a stored digest is that of the row.</summary>
    internal bool IsDigestOf(string? digest, ChangeContent change) => digest switch
    {
        null => false,
        // Written before who, when and why were covered: the entry repeats it, so none can be made one of these.
        _ when !digest.Contains(Parting, StringComparison.Ordinal) => digest == ValuesOf(change),
        _ => digest == DigestOf(change),
    };

    /// <summary>The same for a row whose values were erased.</summary>
    internal bool IsDigestOfErased(string? digest, ChangeContent change) =>
        digest is not null && digest.IndexOf(Parting, StringComparison.Ordinal) is var at && (at < 0 || digest == WithWho(digest[..at], change));

    private string WithWho(string values, ChangeContent change) => values + Parting + chain.Who(values, change);

    /// <summary>The values as they are stored; what is sealed is opened, because another key will seal it anew.</summary>
    private string ValuesOf(ChangeContent change) =>
        chain.Change(change.Salt ?? "", change.PersonId, change.Field, Plain(change, change.Before), Plain(change, change.After));

    private string? Plain(ChangeContent change, string? stored) =>
        stored is not null && SealedFields.Names.Contains(change.Field) ? cipher.Open(new SealedText(stored), SealedPlace.OfChange(change.Field, change.PersonId)) : stored;
}

/// <summary>What a row of PersonChanges says.</summary>
/// <param name="RecordedAt">UTC.</param>
internal sealed record ChangeContent(
    string? Salt, long PersonId, string Field, string? Before, string? After,
    string Reason, long? ImportId, long? OrganizationId, string RecordedBy, DateTime RecordedAt);
