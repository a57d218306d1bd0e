using Membership.Domain.Members;

namespace Membership.App.Database;

/// <summary>
/// Keeps <see cref="Person.PhoneBucket"/> with the telephone's blind index, whoever changes it. Who inserts people writes it: a trigger
/// there would make SQLite keep a copy of every page that a large import touches.
/// </summary>
internal static class PhoneBuckets
{
    public const string Fill = "UPDATE People SET PhoneBucket = substr(PhoneIndex, 1, 2) WHERE PhoneIndex IS NOT NULL";

    public const string CreateTrigger = """
        CREATE TRIGGER People_PhoneBucket AFTER UPDATE OF PhoneIndex ON People
        BEGIN
            UPDATE People SET PhoneBucket = substr(NEW.PhoneIndex, 1, 2) WHERE Id = NEW.Id;
        END
        """;

    public const string DropTrigger = "DROP TRIGGER People_PhoneBucket";
}
