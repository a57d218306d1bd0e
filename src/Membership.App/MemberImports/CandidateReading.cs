using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Members;
using Membership.App.Texts;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>
/// Shows whom the rows of a list may mean. Matching looks at the whole register; of somebody outside the scope nothing is shown.
/// </summary>
internal sealed class CandidateReading(MembershipDb db, FieldCipher cipher, TimeProvider clock)
{
    private const int PhoneDigitsShown = 3;

    /// <param name="organizationId">Whose branches count as evidence.</param>
    public async Task<Dictionary<long, CandidatePerson>> ReadAsync(
        IReadOnlyCollection<long> personIds, long organizationId, CancellationToken cancellationToken)
    {
        var within = await db.CoveredPeople.AsNoTracking().Where(person => personIds.Contains(person.Id) && person.AnonymisedAt == null).ToListAsync(cancellationToken);
        var branches = await BranchesAsync(personIds, organizationId, cancellationToken);
        var places = await PlacesAsync([.. within.Select(person => person.Id)], organizationId, cancellationToken);
        return within.ToDictionary(person => person.Id, person => WithinScope(person, branches[person.Id], places[person.Id]));
    }

    private CandidatePerson WithinScope(Person person, IEnumerable<string> branches, CandidatePlace place)
    {
        var shown = new Candidate(
            person.Id, person.FullName, ShownDate.Of(person.BirthDate), SexText.OrNull(person.Sex), person.MaskedCitizenId(cipher), Elsewhere: null)
        {
            Organizations = place.Organizations,
            Branch = place.Branch,
            Address = place.Address,
            PhoneEnd = cipher.OpenOrNull(person.Phone) is { Length: > PhoneDigitsShown } phone ? phone[^PhoneDigitsShown..] : null,
            End = place.End,
        };
        return new CandidatePerson(shown, Known(person), [.. branches]);
    }

    private KnownPerson Known(Person person) => new()
    {
        Id = person.Id,
        FullName = person.FullName,
        FoldedName = person.FoldedName,
        Sex = person.Sex,
        BirthDate = person.BirthDate,
        CitizenId = cipher.OpenOrNull(person.CitizenId, SealedPlace.Of(person, SealedKind.CitizenId)),
        FormerIdNumber = cipher.OpenOrNull(person.FormerIdNumber, SealedPlace.Of(person, SealedKind.FormerIdNumber)),
        Phone = cipher.OpenOrNull(person.Phone, SealedPlace.Of(person, SealedKind.Phone)),
        IsRestricted = person.RestrictedAt is not null,
    };

    /// <summary>
    /// Where people within the scope belong and live today, and what the register says of those who died anywhere, or left the list's
    /// organization.
    /// </summary>
    private async Task<Dictionary<long, CandidatePlace>> PlacesAsync(long[] personIds, long organizationId, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var organizations = await db.Organizations.AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.ShortName, cancellationToken);
        var units = (await db.Memberships.AsNoTracking().Where(membership => personIds.Contains(membership.PersonId) && membership.To == null)
            .Join(
                db.OrganizationUnits, membership => membership.UnitId, unit => unit.Id,
                (membership, unit) => new { membership.PersonId, membership.OrganizationId, unit.Kind, unit.Name })
            .ToListAsync(cancellationToken)).ToLookup(unit => unit.PersonId);
        var addresses = (await db.Residences.AsNoTracking()
            .Where(residence => personIds.Contains(residence.PersonId) && residence.From <= today && (residence.To == null || residence.To > today))
            .ToListAsync(cancellationToken)).ToLookup(residence => residence.PersonId, residence => residence.Address);
        var ends = await EndsAsync(personIds, organizationId, cancellationToken);
        return personIds.ToDictionary(id => id, id => new CandidatePlace(
            [.. units[id].Select(unit => organizations[unit.OrganizationId]).Distinct()],
            units[id].Where(unit => unit.Kind == OrganizationUnitKind.Branch).OrderBy(unit => unit.OrganizationId == organizationId ? 0 : 1).Select(unit => unit.Name).FirstOrDefault(),
            addresses[id].FirstOrDefault(address => address is not null),
            ends.GetValueOrDefault(id) is { } end ? new CandidateEnd(organizations[end.OrganizationId], end.Reason, end.On) : null));
    }

    private async Task<Dictionary<long, RecordedEnd>> EndsAsync(long[] personIds, long organizationId, CancellationToken cancellationToken)
    {
        var memberships = await db.Memberships.IgnoreQueryFilters().AsNoTracking()
            .Where(membership => personIds.Contains(membership.PersonId)
                && (membership.OrganizationId == organizationId || membership.EndedBy == MembershipReason.Death))
            .OrderBy(membership => membership.From).ToListAsync(cancellationToken);
        var ends = new Dictionary<long, RecordedEnd>();
        foreach (var of in memberships.GroupBy(membership => membership.PersonId))
        {
            var end = of.FirstOrDefault(membership => membership.EndedBy == MembershipReason.Death) ?? of.Last();
            if (end is { To: { } day, EndedBy: { } reason } && RecordedEnd.Ends(reason))
                ends.Add(of.Key, new RecordedEnd(end.OrganizationId, reason, day));
        }

        return ends;
    }

    /// <summary>Folded names of branches by person.</summary>
    private async Task<ILookup<long, string>> BranchesAsync(IReadOnlyCollection<long> personIds, long organizationId, CancellationToken cancellationToken)
    {
        var branches = await db.Memberships.AsNoTracking()
            .Where(membership => personIds.Contains(membership.PersonId) && membership.OrganizationId == organizationId)
            .Join(
                db.OrganizationUnits.Where(unit => unit.Kind == OrganizationUnitKind.Branch),
                membership => membership.UnitId, unit => unit.Id, (membership, unit) => new { membership.PersonId, unit.FoldedName })
            .ToListAsync(cancellationToken);
        return branches.ToLookup(branch => branch.PersonId, branch => branch.FoldedName);
    }
}

/// <summary>Somebody a row may mean, as shown and as compared.</summary>
/// <param name="Branches">Folded names.</param>
internal sealed record CandidatePerson(Candidate Shown, KnownPerson Known, IReadOnlyCollection<string> Branches)
{
    public MatchEvidence EvidenceFor(StagedRow row) => MatchEvidence.Between(row.Listed!, Known, Branches, Shown.End is not null);

    /// <summary>With what speaks for and against her being the one in the row.</summary>
    public Candidate For(StagedRow row) => row.Listed is null ? Shown : Shown with { Match = EvidenceFor(row) };
}

/// <param name="Branch">Of the list's organization rather than of another.</param>
internal sealed record CandidatePlace(IReadOnlyList<string> Organizations, string? Branch, string? Address, CandidateEnd? End);
