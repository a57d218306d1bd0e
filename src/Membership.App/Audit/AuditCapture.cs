using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Membership.App.Audit;

/// <summary>Makes notes of what a save wrote, so that no write has to think of the log.</summary>
internal static class AuditCapture
{
    public const string Fields = "fields";
    public const string Before = "before";
    public const string After = "after";

    /// <summary>What of a person was written, such as "Residence"; missing when it is she herself.</summary>
    public const string Part = "part";
    public const string PartId = "partId";

    /// <summary>Instead of a value that the log must not hold.</summary>
    public const string Hidden = "đổi";

    /// <summary>After the rows were written and have their ids, before the tracker takes them for unchanged.</summary>
    public static List<AuditNote> Notes(ChangeTracker tracker)
    {
        var changed = tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        var notes = changed.Where(entry => AuditedFields.Includes(entry.Metadata.ClrType)).Select(NoteOf).OfType<AuditNote>().ToList();
        var changesOfPeople = changed.Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity as PersonChange).OfType<PersonChange>();
        foreach (var ofPerson in changesOfPeople.GroupBy(change => change.PersonId))
            AddChanges(notes, ofPerson.Key, [.. ofPerson.Select(change => (IdOf(tracker, change), change))]);
        return notes;
    }

    private static AuditNote? NoteOf(EntityEntry entry)
    {
        var fields = FieldsOf(entry);
        if (entry.State == EntityState.Modified && fields.Count == 0)
            return null;

        var id = Value<long?>(entry, "Id");
        var details = new Dictionary<string, object?>();
        var personId = Value<long?>(entry, nameof(PersonChange.PersonId));
        if (personId is not null)
            (details[Part], details[PartId]) = (entry.Metadata.ClrType.Name, id);
        if (fields.Count > 0)
            details[Fields] = fields;
        return new AuditNote(KindOf(entry), personId is null ? entry.Metadata.ClrType.Name : nameof(Person), personId ?? id)
        {
            LocalityId = Value<long?>(entry, nameof(MemberImport.LocalityId)),
            OrganizationId = Value<long?>(entry, nameof(MemberImport.OrganizationId)),
            Reason = Value<string?>(entry, nameof(PersonChange.Reason)),
            Details = details,
        };
    }

    private static AuditKind KindOf(EntityEntry entry) => (entry.State, entry.Entity) switch
    {
        (EntityState.Added, MemberImport) => AuditKind.ListReceived,
        (EntityState.Modified, MemberImport { State: MemberImportState.Discarded }) => AuditKind.ListDiscarded,
        (EntityState.Added, _) => AuditKind.Created,
        (EntityState.Deleted, _) => AuditKind.Removed,
        _ => AuditKind.Changed,
    };

    private static Dictionary<string, object?> FieldsOf(EntityEntry entry)
    {
        var fields = new Dictionary<string, object?>();
        foreach (var property in entry.Properties)
        {
            var treatment = AuditedFields.Of(property.Metadata);
            var (before, after) = (entry.State == EntityState.Added ? null : property.OriginalValue, entry.State == EntityState.Deleted ? null : property.CurrentValue);
            if (treatment == FieldTreatment.Unnoticed || IsSame(property.Metadata, before, after))
                continue;

            if (treatment == FieldTreatment.Hidden)
                fields[property.Metadata.Name] = Hidden;
            else
                fields[property.Metadata.Name] = new Dictionary<string, object?> { [Before] = before, [After] = after };
        }

        return fields;
    }

    private static bool IsSame(IProperty property, object? before, object? after) =>
        before is null || after is null ? before is null && after is null : property.GetValueComparer().Equals(before, after);

    /// <summary>To the note of the person herself, when the same save wrote her, or to one of their own.</summary>
    private static void AddChanges(List<AuditNote> notes, long personId, IReadOnlyList<(long Id, PersonChange Change)> changes)
    {
        var digests = changes.Select(one => new ChangeDigest(one.Id, one.Change.Field, one.Change.Digest!)).ToList();
        var at = notes.FindIndex(note => note.Subject == nameof(Person) && note.SubjectId == personId && !note.Details!.ContainsKey(Part));
        var note = at >= 0
            ? notes[at]
            : new AuditNote(AuditKind.Changed, nameof(Person), personId) { OrganizationId = OnlyOne(changes.Select(one => one.Change.OrganizationId)) };
        note = note with
        {
            Reason = OnlyOne(changes.Select(one => one.Change.Reason)),
            Details = new Dictionary<string, object?>(note.Details ?? new Dictionary<string, object?>()) { [PersonChangeSeals.Key] = digests },
        };
        if (at >= 0)
            notes[at] = note;
        else
            notes.Add(note);
    }

    private static T? OnlyOne<T>(IEnumerable<T> values) => values.Distinct().ToList() is [var only] ? only : default;

    private static long IdOf(ChangeTracker tracker, PersonChange change) => Value<long>(tracker.Context.Entry(change), nameof(PersonChange.Id));

    private static T? Value<T>(EntityEntry entry, string property) => entry.Metadata.FindProperty(property) is { } found && entry.Property(found.Name) is var value
        ? (T?)(entry.State == EntityState.Deleted ? value.OriginalValue : value.CurrentValue)
        : default;
}
