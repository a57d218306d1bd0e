using Membership.App.Pipeline;
using Membership.Domain.Audit;

namespace Membership.App.Audit;

/// <summary>What the running request does that must be known: written with its changes in one transaction, or at its end.</summary>
public sealed class AuditTrail
{
    private readonly Stack<object> _requests = new();
    private readonly List<WaitingNote> _waiting = [];
    private NotAllowedException? _refused;

    /// <summary>Set while reference data is taken in: the files in data/ are its history.</summary>
    internal bool IsPaused { get; private set; }

    /// <summary>The request that runs, a nested one before the one that sent it; null outside of requests.</summary>
    internal object? Request => _requests.TryPeek(out var request) ? request : null;

    /// <summary>Not written yet.</summary>
    internal IReadOnlyList<WaitingNote> Waiting => _waiting;

    public void Note(AuditNote note) => _waiting.Add(new WaitingNote(note, Request));

    /// <summary>By the innermost request that was refused; those around it see the same exception pass.</summary>
    internal void NoteOnce(NotAllowedException refused, AuditNote note)
    {
        if (!ReferenceEquals(_refused, refused))
            Note(note);
        _refused = refused;
    }

    internal void Forget() => _waiting.Clear();

    /// <summary>A refused request has shown nothing and done nothing: only the refusal stays.</summary>
    internal void ForgetUndone() => _waiting.RemoveAll(waiting => waiting.Note.Kind != AuditKind.Refused);

    /// <summary>A request begins; true for the outermost one, at whose end what waits is written.</summary>
    internal bool Begin(object request)
    {
        _requests.Push(request);
        return _requests.Count == 1;
    }

    internal void End() => _requests.Pop();

    internal IDisposable Pause()
    {
        IsPaused = true;
        return new Pausing(this);
    }

    private sealed class Pausing(AuditTrail trail) : IDisposable
    {
        public void Dispose() => trail.IsPaused = false;
    }
}

/// <param name="Request">That was running, for the place where the note belongs.</param>
internal sealed record WaitingNote(AuditNote Note, object? Request);

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
