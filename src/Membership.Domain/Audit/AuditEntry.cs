namespace Membership.Domain.Audit;

/// <summary>
/// One thing that was done, never changed and never removed: the database refuses both, and each entry holds the hash of the one
/// before. It names people by their id only, so that erasing a person leaves the log whole.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>From 1 without a gap.</summary>
    public long Id { get; init; }

    /// <summary>UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Null for the administrator of the machine and for who is not signed in.</summary>
    public long? UserId { get; init; }

    /// <summary>Account name, as it was then.</summary>
    public required string UserName { get; init; }

    /// <summary>Network address, or "dòng lệnh".</summary>
    public required string From { get; init; }

    public AuditKind Kind { get; init; }

    /// <summary>What it was done to: a type name such as "Person"; null where there is nothing.</summary>
    public string? Subject { get; init; }

    public long? SubjectId { get; init; }

    /// <summary>Where it belongs, for auditors of a place; null: the whole installation.</summary>
    public long? LocalityId { get; init; }

    public long? OrganizationId { get; init; }

    /// <summary>Why, as the user said; null where none is asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>JSON: before and after of a change, counts, purpose and recipient; never a name or a number of a person.</summary>
    public string? Details { get; init; }

    /// <summary>HMAC-SHA-256 over the previous hash and every field of this entry, lower-case hex.</summary>
    public required string Hash { get; init; }
}

/// <summary>One row: how many entries there are and the last one's hash, sealed with the same key, so that a missing end is found.</summary>
public sealed class AuditHead
{
    public const long OnlyId = 1;

    public long Id { get; init; }

    public long Entries { get; set; }

    public required string LastHash { get; set; }

    public required string Seal { get; set; }
}

/// <summary>What was done.</summary>
public enum AuditKind
{
    Created = 1,
    Changed = 2,
    Removed = 3,
    Imported = 4,
    Undone = 5,
    Merged = 6,
    Exported = 7,
    PersonOpened = 8,

    /// <summary>A citizen number, telephone, ethnicity or religion was shown whole.</summary>
    SensitiveOpened = 9,
    SearchedByNumber = 10,
    PeopleListed = 11,
    SearchedByName = 12,
    SignedIn = 13,
    SignInFailed = 14,
    SignedOut = 15,
    Refused = 16,
    Approved = 17,
    Anonymised = 18,
    KeysRotated = 19,

    /// <summary>A received list was uploaded, looked at row by row, decided on or thrown away.</summary>
    ListReceived = 20,
    ListOpened = 21,
    ListDiscarded = 22,
    AuditRead = 23,

    /// <summary>After a backup was put back: the log is taken for the right one although it ends before what was known of it.</summary>
    LogRestored = 24,

    /// <summary>Somebody gave numbers that belong to people beyond her scope; at the place of those people, with how many.</summary>
    NumbersTried = 25,
}
