using Membership.App.Pipeline;
using Membership.Domain.Audit;

namespace Membership.App.Audit;

/// <summary>What the running request does that must be known: written with its changes in one transaction, or at its end.</summary>
public sealed class AuditTrail
{
    private readonly List<AuditNote> _waiting = [];

    public void Note(AuditNote note) => _waiting.Add(note);

    /// <summary>Gives what has not been written yet, once.</summary>
    internal IReadOnlyList<AuditNote> Take()
    {
        var notes = _waiting.ToList();
        _waiting.Clear();
        return notes;
    }
}

/// <param name="Subject">Type name of what it was done to, such as "Person".</param>
public sealed record AuditNote(AuditKind Kind, string? Subject = null, long? SubjectId = null)
{
    public long? LocalityId { get; init; }

    public long? OrganizationId { get; init; }

    /// <summary>Why, as the user said.</summary>
    public string? Reason { get; init; }

    /// <summary>Counts, before and after, purpose, recipient; never a name or number of a person.</summary>
    public IReadOnlyDictionary<string, object?>? Details { get; init; }

    /// <summary>Who did it, where that is not the request's actor: somebody who has just signed in.</summary>
    public Actor? By { get; init; }
}
