using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

/// <summary>A field of a person that is to become something else. Null: nothing known.</summary>
internal sealed record FieldEdit(PersonField Field, string? Before, string? After);

/// <summary>Writes to one person in one transaction: the fields, what they were, the register's version and the figures.</summary>
internal sealed class PersonWriting(MembershipDb db, FieldCipher cipher, Actor actor, TimeProvider clock, ForeignNumbers numbers)
{
    /// <summary>What <see cref="PersonChange.Field"/> says of a restriction that was set or lifted.</summary>
    public const string Restriction = "Restriction";

    private readonly PersonValues _values = new(cipher);

    /// <summary>Whether a citizen number is somebody else's, within the scope or not: it is unique in the register.</summary>
    /// <returns>Null when it is nobody's. Whose it is beyond the scope is told only so often a day (<see cref="ForeignNumbers"/>).</returns>
    public async Task<Refusal?> BelongsToSomebodyElseAsync(long personId, FieldEdit edit, CancellationToken cancellationToken)
    {
        if (edit is not { Field: PersonField.CitizenId, After: { } number })
            return null;
        if (!await numbers.MayLookAsync(cancellationToken))
            return numbers.Refusal;

        var index = cipher.IndexOf(number);
        var other = await db.People.IgnoreQueryFilters().Where(person => person.CitizenIdIndex == index && person.Id != personId)
            .Select(person => (long?)person.Id).SingleOrDefaultAsync(cancellationToken);
        if (other is not { } somebody)
            return null;
        if (await db.CoveredPeople.AnyAsync(person => person.Id == somebody, cancellationToken))
            return new CitizenIdBelongsToSomebodyElse();

        numbers.Given(number, somebody);
        var refusal = numbers.IsOverLimit ? (Refusal)numbers.Refusal : new CitizenIdBelongsToSomebodyElse();
        await numbers.KeepAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return refusal;
    }

    public Task WriteAsync(Person person, IReadOnlyCollection<FieldEdit> edits, string reason, CancellationToken cancellationToken)
    {
        Set(person, edits, reason);
        return SaveAsync(person, isCountedAnew: edits.Any(edit => edit.Field == PersonField.DateOfBirth), cancellationToken);
    }

    /// <summary>The caller saves (<see cref="SaveAsync"/>).</summary>
    public void Set(Person person, IReadOnlyCollection<FieldEdit> edits, string reason)
    {
        foreach (var edit in edits)
        {
            Remember(person, edit.Field.ToString(), _values.Kept(person, edit.Field, edit.Before), _values.Kept(person, edit.Field, edit.After), reason);
            _values.Set(person, edit.Field, edit.After);
        }
    }

    /// <param name="since">UTC; null lifts it.</param>
    public Task RestrictAsync(Person person, DateTime? since, string reason, CancellationToken cancellationToken)
    {
        Remember(person, Restriction, null, since is null ? "lifted" : "set", reason);
        person.RestrictedAt = since;
        return SaveAsync(person, isCountedAnew: false, cancellationToken);
    }

    /// <param name="organizationId">Whose membership was changed; null for what is the person's own.</param>
    public void Remember(Person person, string field, string? before, string? after, string reason, long? organizationId = null) => db.Add(new PersonChange
    {
        PersonId = person.Id,
        OrganizationId = organizationId,
        Field = field,
        Before = before,
        After = after,
        Reason = reason.Trim(),
        RecordedBy = actor.Name,
        RecordedAt = clock.GetUtcNow().UtcDateTime,
    });

    /// <summary>All that was changed of one person: with it her figures.</summary>
    public async Task SaveAsync(Person person, bool isCountedAnew, CancellationToken cancellationToken)
    {
        var communes = isCountedAnew ? await CommunesOfAsync(person.Id, cancellationToken) : [];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(RegisterVersion.BumpSql, cancellationToken);
        if (isCountedAnew)
            await SeriesRecount.RecountAsync((SqliteConnection)db.Database.GetDbConnection(), [.. communes.Union(await CommunesOfAsync(person.Id, cancellationToken))], cancellationToken);

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>All that she ever had to do with, also beyond the scope: figures know no scope.</summary>
    private async Task<List<long>> CommunesOfAsync(long personId, CancellationToken cancellationToken)
    {
        var homes = await db.Residences.IgnoreQueryFilters().Where(one => one.PersonId == personId).Select(one => one.LocalityId).ToListAsync(cancellationToken);
        var units = await db.Memberships.IgnoreQueryFilters().Where(one => one.PersonId == personId)
            .Join(db.OrganizationUnits, membership => membership.UnitId, unit => unit.Id, (membership, unit) => unit.LocalityId)
            .Where(locality => locality != null).ToListAsync(cancellationToken);
        return homes.Concat(units.OfType<long>()).Distinct().ToList();
    }
}
