using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>Finds the person whom a request is about, unless her data may not be used for it.</summary>
internal sealed class PersonFinding(MembershipDb db, Actor actor, ConcernedPlaces places)
{
    /// <summary>Restricted data is seen by those who answer for it, and by nobody else.</summary>
    public async Task<Outcome<Person>> ToSeeAsync(IConcernsPerson request, CancellationToken cancellationToken)
    {
        var person = await db.People.SingleOrDefaultAsync(one => one.Id == request.PersonId, cancellationToken);
        if (person is null)
            return new PersonNotFound(request.PersonId);

        return person.RestrictedAt is null || await AnswersForAsync(request, cancellationToken) ? person : new PersonIsRestricted();
    }

    /// <summary>Restricted data is changed by nobody: the restriction has to be lifted first.</summary>
    public async Task<Outcome<Person>> ToChangeAsync(IConcernsPerson request, CancellationToken cancellationToken)
    {
        var found = await NotAnonymisedAsync(request, cancellationToken);
        return found is { IsRefused: false, Value.RestrictedAt: not null } ? new PersonIsRestricted() : found;
    }

    public async Task<Outcome<Person>> NotAnonymisedAsync(IConcernsPerson request, CancellationToken cancellationToken)
    {
        var found = await ToSeeAsync(request, cancellationToken);
        return found is { IsRefused: false, Value.AnonymisedAt: not null } ? new PersonIsAnonymised() : found;
    }

    private async Task<bool> AnswersForAsync(IConcernsPerson request, CancellationToken cancellationToken) =>
        await places.RefusalAsync(request, actor.ScopeOf(Permission.AnswerPeople), cancellationToken) is null;
}
