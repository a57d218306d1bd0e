using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Proposals;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Configuration section "ForeignNumbers".</summary>
/// <param name="PerDay">How many numbers of people beyond her scope, given for somebody else, a user may come upon in a day, lists and forms together.
/// Whose name and birth stand beside her number is no guess and is not counted.</param>
public sealed record ForeignNumberSettings(int PerDay = 20);

/// <summary>The user has come upon more numbers of people beyond her scope than may happen by mistake in a day.</summary>
public sealed record TooManyForeignNumbers(int PerDay) : Refusal;

/// <summary>
/// Counts the numbers by which somebody could find out who is in the register beyond her scope. Past the limit nothing of the list is shown and nothing
/// more is checked for her on that day, since each further answer would tell whether one more number is known.
/// </summary>
public sealed class ForeignNumbers(MembershipDb db, FieldCipher cipher, AuditTrail trail, Actor actor, TimeProvider clock, ForeignNumberSettings settings)
{
    private readonly HashSet<(long Person, string Tried)> _before = [];
    private readonly HashSet<(long Person, string Tried)> _now = [];

    public TooManyForeignNumbers Refusal => new(settings.PerDay);

    public bool IsOverLimit => _before.Count + _now.Count > settings.PerDay;

    private DateOnly Today => VietnamTime.Today(clock);

    /// <summary>To be asked before anything is looked up: what the user tried before on this day.</summary>
    public async Task<bool> MayLookAsync(CancellationToken cancellationToken)
    {
        var (name, day) = (actor.Name, Today);
        _now.Clear();
        _before.Clear();
        _before.UnionWith(await db.NumbersTried.Where(one => one.UserName == name && one.Day == day)
            .Select(one => ValueTuple.Create(one.PersonId, one.Tried)).ToListAsync(cancellationToken));
        return !IsOverLimit;
    }

    /// <summary>A row, and whom it may mean. Throws <see cref="TooManyForeignNumbersException"/> past the limit.</summary>
    internal void Given(ListedPerson row, IReadOnlyList<KnownPerson> people)
    {
        if (row.CitizenId is not { } number)
            return;

        foreach (var person in people)
        {
            if (!person.IsWithinScope && IsGuess(row, person))
                Given(number, person.Id);
        }

        if (_now.Count > 0 && IsOverLimit)
            throw new TooManyForeignNumbersException();
    }

    /// <summary>A number typed for somebody else.</summary>
    public void Given(string number, long personId)
    {
        var one = (personId, cipher.IndexOf(number));
        if (!_before.Contains(one))
            _now.Add(one);
    }

    /// <summary>Keeps what was tried, and tells it at the place of each person: the caller saves.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        if (_now.Count == 0)
            return;

        var day = Today;
        db.NumbersTried.AddRange(_now.Select(one => new NumberTried { UserName = actor.Name, Day = day, PersonId = one.Person, Tried = one.Tried }));
        foreach (var place in (await PlacesAsync(day, cancellationToken)).GroupBy(place => place))
        {
            trail.Note(new AuditNote(AuditKind.NumbersTried)
            {
                LocalityId = place.Key.LocalityId,
                OrganizationId = place.Key.OrganizationId,
                Details = new Dictionary<string, object?> { ["numbers"] = place.Count(), ["stopped"] = IsOverLimit },
            });
        }

        _before.UnionWith(_now);
        _now.Clear();
    }

    /// <summary>The right number of the right person is no guess; somebody else's is, and so is any other number for her.</summary>
    private static bool IsGuess(ListedPerson row, KnownPerson person)
    {
        var isNamed = row.FoldedName == person.FoldedName
            && BirthComparison.Of(row.BirthDate, person.BirthDate) is BirthLikeness.Exchanged or >= BirthLikeness.Within;
        return person.CitizenId is not null && (row.CitizenId == person.CitizenId ? !isNamed : isNamed && row.BirthDate is { IsWholeDate: true });
    }

    /// <summary>Where each person lives today, with each organization she belongs to; one place without an organization for who belongs to none.</summary>
    private async Task<List<(long? LocalityId, long? OrganizationId)>> PlacesAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var ids = _now.Select(one => one.Person).ToList();
        var homes = (await db.Residences.IgnoreQueryFilters()
            .Where(home => ids.Contains(home.PersonId) && home.From <= day && (home.To == null || home.To > day))
            .Select(home => new { home.PersonId, home.LocalityId }).ToListAsync(cancellationToken)).ToLookup(home => home.PersonId, home => home.LocalityId);
        var memberships = (await db.Memberships.IgnoreQueryFilters().Where(one => ids.Contains(one.PersonId) && !one.IsClaim)
            .Select(one => new { one.PersonId, one.OrganizationId }).Distinct().ToListAsync(cancellationToken)).ToLookup(one => one.PersonId, one => (long?)one.OrganizationId);
        return
        [
            .. from id in ids
               from home in homes[id].Select(home => (long?)home).DefaultIfEmpty()
               from organization in memberships[id].DefaultIfEmpty()
               select (home, organization),
        ];
    }
}

/// <summary>Ends the reading of a list.</summary>
internal sealed class TooManyForeignNumbersException : Exception;
