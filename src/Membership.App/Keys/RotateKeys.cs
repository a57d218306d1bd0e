using MediatR;
using Membership.App.Audit;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;

namespace Membership.App.Keys;

/// <summary>
/// Seals everything with a new key and forgets the old one: for the command line, because no other program may use the folder meanwhile.
/// </summary>
[Requires(Permission.Administer)]
[ConcernsNothing("the keys are the whole installation's")]
public sealed record RotateKeys : IRequest<Outcome<KeyRotation>>;

internal sealed class RotateKeysHandler(KeyRing keys, SealedData data, AuditTrail trail) : IRequestHandler<RotateKeys, Outcome<KeyRotation>>
{
    public async Task<Outcome<KeyRotation>> Handle(RotateKeys request, CancellationToken cancellationToken)
    {
        using var alone = keys.TryHaveAlone();
        if (alone is null)
            return new KeysInUse();

        var rotation = await data.RotateAsync(cancellationToken);
        trail.Note(new AuditNote(AuditKind.KeysRotated)
        {
            Details = new Dictionary<string, object?>
            {
                ["people"] = rotation.People,
                ["changes"] = rotation.Changes,
                ["users"] = rotation.Users,
                ["imports"] = rotation.Imports,
            },
        });
        return rotation;
    }
}
