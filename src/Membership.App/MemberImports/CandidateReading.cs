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
internal sealed class CandidateReading(MembershipDb db, FieldCipher cipher)
{
    /// <param name="organizationId">Whose branches count as evidence.</param>
    public async Task<Dictionary<long, CandidatePerson>> ReadAsync(
        IReadOnlyCollection<long> personIds, long organizationId, CancellationToken cancellationToken)
    {
        var within = await db.CoveredPeople.AsNoTracking().Where(person => personIds.Contains(person.Id) && person.AnonymisedAt == null).ToListAsync(cancellationToken);
        var branches = await BranchesAsync(personIds, organizationId, cancellationToken);
        return within.ToDictionary(person => person.Id, person => WithinScope(person, branches[person.Id]));
    }

    private CandidatePerson WithinScope(Person person, IEnumerable<string> branches)
    {
        var shown = new Candidate(
            person.Id, person.FullName, ShownDate.Of(person.BirthDate), SexText.OrNull(person.Sex), person.MaskedCitizenId(cipher), Elsewhere: null);
        return new CandidatePerson(shown, Known(person), [.. branches]);
    }

    private KnownPerson Known(Person person) => new()
    {
        Id = person.Id,
        FullName = person.FullName,
        FoldedName = person.FoldedName,
        Sex = person.Sex,
        BirthDate = person.BirthDate,
        CitizenId = cipher.OpenOrNull(person.CitizenId),
        FormerIdNumber = cipher.OpenOrNull(person.FormerIdNumber),
        Phone = cipher.OpenOrNull(person.Phone),
        IsRestricted = person.RestrictedAt is not null,
    };

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
    public MatchEvidence EvidenceFor(StagedRow row) => MatchEvidence.Between(row.Listed!, Known, Branches);

    /// <summary>With what speaks for and against her being the one in the row.</summary>
    public Candidate For(StagedRow row) => row.Listed is null ? Shown : Shown with { Match = EvidenceFor(row) };
}
