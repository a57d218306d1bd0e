using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>One person: who she is, where she lives and belongs to within the scope, and what was changed; numbers masked.</summary>
[Requires(Permission.SeePeople)]
public sealed record GetPerson(long PersonId) : IRequest<Outcome<PersonRecord>>, IShowsClaimedPerson;

/// <param name="Sealed">The fields that are stored sealed; those with a value masked.</param>
/// <param name="RestrictedAt">UTC.</param>
/// <param name="AnonymisedAt">UTC; nothing that identifies her is there any more.</param>
/// <param name="Source">The import that brought her; null when it came from elsewhere or is beyond the scope.</param>
/// <param name="Changes">Latest first.</param>
public sealed record PersonRecord(
    long Id, string FullName, Sex? Sex, PartialDate? BirthDate, Learning Learning, IReadOnlyList<SealedField> Sealed, DateTime? RestrictedAt, DateTime? AnonymisedAt,
    DateTime RecordedAt, PersonSource? Source, IReadOnlyList<PersonHome> Homes, IReadOnlyList<PersonMembership> Memberships,
    IReadOnlyList<ShownPersonChange> Changes)
{
    /// <summary>For the form that corrects her: what her fields were when it was opened (<see cref="OpenedForms"/>).</summary>
    public string Opened { get; init; } = "";

    /// <summary>A list of the unit alone says that she belongs to it: only name, birth, sex and address of today are shown.</summary>
    public bool IsClaimed { get; init; }
}

/// <param name="Masked">Null when there is none.</param>
public sealed record SealedField(PersonField Field, string? Masked);

public sealed record PersonSource(long ImportId, string FileName, DateOnly AsOf);

internal sealed class GetPersonHandler(
    MembershipDb db, LocalityDirectory localities, PersonFinding people, FieldCipher cipher, OpenedForms forms, AuditTrail trail, TimeProvider clock)
    : IRequestHandler<GetPerson, Outcome<PersonRecord>>
{
    public async Task<Outcome<PersonRecord>> Handle(GetPerson request, CancellationToken cancellationToken)
    {
        var found = await people.ToSeeAsync(request, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        trail.Note(new AuditNote(AuditKind.PersonOpened, nameof(Person), request.PersonId));
        var person = found.Value;
        if (!await db.CoveredPeople.AnyAsync(one => one.Id == person.Id, cancellationToken))
            return await ClaimedAsync(person, cancellationToken);

        var belongings = new PersonBelongings(db, localities);
        return new PersonRecord(
            person.Id,
            person.FullName,
            person.Sex,
            person.BirthDate,
            new Learning(person.Education, person.Qualification, person.PoliticalTheory),
            SealedOf(person),
            person.RestrictedAt,
            person.AnonymisedAt,
            person.RecordedAt,
            await SourceAsync(person.ImportId, cancellationToken),
            await belongings.HomesAsync(person.Id, cancellationToken),
            await belongings.MembershipsAsync(person.Id, cancellationToken),
            await new ChangeReading(db, localities, cipher).OfPersonAsync(person, cancellationToken))
        {
            Opened = new PersonForm(forms, cipher).Open(person),
        };
    }

    private async Task<PersonRecord> ClaimedAsync(Person person, CancellationToken cancellationToken)
    {
        var belongings = new PersonBelongings(db, localities);
        var withheld = new PersonRecord(
            person.Id, person.FullName, person.Sex, person.BirthDate, Learning.Unknown, [], person.RestrictedAt, person.AnonymisedAt, person.RecordedAt, null,
            await belongings.HomesOfTodayAsync(person.Id, VietnamTime.Today(clock), cancellationToken),
            await belongings.ClaimsAsync(person.Id, cancellationToken), [])
        {
            Opened = "",
            IsClaimed = true,
        };
        return withheld;
    }

    private List<SealedField> SealedOf(Person person)
    {
        var values = new PersonValues(cipher);
        return Enum.GetValues<PersonField>().Where(PersonValues.IsSealed)
            .Select(field => new SealedField(field, ChangeReading.Masked(field, values.Of(person, field))))
            .ToList();
    }

    private Task<PersonSource?> SourceAsync(long? importId, CancellationToken cancellationToken) => db.MemberImports
        .Where(import => import.Id == importId)
        .Select(import => new PersonSource(import.Id, import.FileName, import.AsOf))
        .SingleOrDefaultAsync(cancellationToken)!;
}
