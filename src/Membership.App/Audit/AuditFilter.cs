using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Members;

namespace Membership.App.Audit;

/// <summary>Which entries; what is null does not matter.</summary>
/// <param name="UserName">Whole.</param>
/// <param name="From">First day, of Việt Nam.</param>
/// <param name="To">Last day, of Việt Nam.</param>
/// <param name="PersonId">What was done to her record, or to what belongs to it.</param>
public sealed record AuditFilter(string? UserName = null, AuditKind? Kind = null, DateOnly? From = null, DateOnly? To = null, long? PersonId = null)
{
    internal Refusal? Refusal => From is { } from && To is { } to && from > to ? new PeriodEndsBeforeItBegins(from, to) : null;

    internal IQueryable<AuditEntry> Apply(IQueryable<AuditEntry> entries)
    {
        if (!string.IsNullOrWhiteSpace(UserName))
            entries = entries.Where(entry => entry.UserName == UserName.Trim());
        if (Kind is { } kind)
            entries = entries.Where(entry => entry.Kind == kind);
        if (From is { } from)
            entries = entries.Where(entry => entry.At >= VietnamTime.Beginning(from));
        if (To is { } to)
            entries = entries.Where(entry => entry.At < VietnamTime.Beginning(to.AddDays(1)));
        return PersonId is { } person ? entries.Where(entry => entry.Subject == nameof(Person) && entry.SubjectId == person) : entries;
    }

    /// <summary>What of the log was looked at, for the log.</summary>
    internal AuditNote NoteOf(AuditKind kind, params (string Name, object? Value)[] more)
    {
        (string Name, object? Value)[] asked = [("user", UserName), ("kind", Kind is { } one ? AuditText.Of(one) : null), ("from", From), ("to", To), .. more];
        return new AuditNote(kind, PersonId is null ? null : nameof(Person), PersonId)
        {
            Details = asked.Where(detail => detail.Value is not null).ToDictionary(detail => detail.Name, detail => detail.Value),
        };
    }
}
