using Membership.Domain.Members;

namespace Membership.App.Database;

/// <summary>
/// Keeps <see cref="Person.PhoneBucket"/> with the telephone's blind index and <see cref="Person.NameBucket"/> with the key of the name's order,
/// whoever changes them. Who inserts people writes both: a trigger there would make SQLite keep a copy of every page that a large import touches.
/// </summary>
internal static class PeopleBuckets
{
    /// <summary>In SQL, what <see cref="Person.BucketOfPhone"/> answers.</summary>
    public const string OfPhone = "substr(PhoneIndex, 1, 2)";

    /// <summary>In SQL, what <see cref="Person.BucketOfName"/> answers.</summary>
    public const string OfName = "substr(NameOrderKey, 1, 8)";

    public const string FillPhones = $"UPDATE People SET PhoneBucket = {OfPhone} WHERE PhoneIndex IS NOT NULL";

    public const string FillNames = $"UPDATE People SET NameBucket = {OfName}";

    public const string CreatePhoneTrigger = $"""
        CREATE TRIGGER People_PhoneBucket AFTER UPDATE OF PhoneIndex ON People
        BEGIN
            UPDATE People SET PhoneBucket = {OfPhone} WHERE Id = NEW.Id;
        END
        """;

    public const string CreateNameTrigger = $"""
        CREATE TRIGGER People_NameBucket AFTER UPDATE OF NameOrderKey ON People
        BEGIN
            UPDATE People SET NameBucket = {OfName} WHERE Id = NEW.Id;
        END
        """;

    public const string DropPhoneTrigger = "DROP TRIGGER People_PhoneBucket";

    public const string DropNameTrigger = "DROP TRIGGER People_NameBucket";
}
