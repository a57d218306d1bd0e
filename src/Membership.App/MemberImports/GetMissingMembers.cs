using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Members of the unit whom a full list does not name, with what was decided about each.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Search">Part of a name, with or without marks; null for all.</param>
[Requires(Permission.ImportLists)]
public sealed record GetMissingMembers(long ImportId, int Page = 1, string? Search = null) : IRequest<Outcome<MissingMembersPage>>, IConcernsImport
{
    public const int PageSize = 50;
}

/// <param name="Confirmed">Of how many the officer has said that they left.</param>
public sealed record MissingMembersPage(MemberImport Import, IReadOnlyList<ShownMissingMember> Members, int Total, int Confirmed)
{
    /// <summary>How many there are on all pages: those that were searched for, or all.</summary>
    public int Found { get; init; } = Total;
}

/// <param name="BirthDate">As shown; null when unknown.</param>
/// <param name="Unit">The branch, or the base unit.</param>
public sealed record ShownMissingMember(MissingMember Member, string FullName, string? BirthDate, string Unit);

internal sealed class GetMissingMembersHandler(MembershipDb db, ImportFiles files, AuditTrail trail)
    : IRequestHandler<GetMissingMembers, Outcome<MissingMembersPage>>
{
    public async Task<Outcome<MissingMembersPage>> Handle(GetMissingMembers request, CancellationToken cancellationToken)
    {
        var found = await db.StagedImportAsync(request.ImportId, cancellationToken);
        if (found.IsRefused)
            return found.Refusal!;

        var import = found.Value;
        if (import.Choices.Mode != ListMode.Full)
            return new ListIsNotFull(import.Id);

        using var staging = files.OpenStaging(import.Id);
        var members = await NamedAsync(import, request.Search, staging.Missing.OfPeople(null), cancellationToken);
        var page = members.Skip((request.Page - 1) * GetMissingMembers.PageSize).Take(GetMissingMembers.PageSize).ToList();
        trail.Note(new AuditNote(AuditKind.ListOpened, nameof(MemberImport), import.Id)
        {
            Details = new Dictionary<string, object?> { ["missingMembers"] = page.Count, ["page"] = request.Page },
        });
        return new MissingMembersPage(
            import, await ShownAsync(page, cancellationToken), import.MissingMembers, staging.Missing.Where("Reason IS NOT NULL").Count)
        {
            Found = members.Count,
        };
    }

    private async Task<IReadOnlyList<MissingMember>> NamedAsync(
        MemberImport import, string? search, IReadOnlyList<MissingMember> members, CancellationToken cancellationToken)
    {
        var folded = PersonName.Fold(VietnameseText.Clean(search ?? ""));
        if (folded.Length == 0)
            return members;

        var named = (await db.Memberships.Where(membership => membership.OrganizationId == import.OrganizationId)
            .Join(db.People.Where(person => person.FoldedName.Contains(folded)), membership => membership.PersonId, person => person.Id, (membership, _) => membership.Id)
            .ToListAsync(cancellationToken)).ToHashSet();
        return [.. members.Where(member => named.Contains(member.MembershipId))];
    }

    /// <summary>Who was removed since is not shown.</summary>
    private async Task<IReadOnlyList<ShownMissingMember>> ShownAsync(IReadOnlyList<MissingMember> members, CancellationToken cancellationToken)
    {
        var ids = members.Select(member => member.MembershipId).ToArray();
        var known = await db.Memberships.Where(membership => ids.Contains(membership.Id))
            .Join(db.People, membership => membership.PersonId, person => person.Id, (membership, person) => new { membership, person })
            .Join(db.OrganizationUnits, row => row.membership.UnitId, unit => unit.Id, (row, unit) => new { row.membership.Id, row.person.FullName, row.person.BirthDate, unit.Name })
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        return
        [
            .. members.Where(member => known.ContainsKey(member.MembershipId)).Select(member => (member, row: known[member.MembershipId]))
                .Select(one => new ShownMissingMember(one.member, one.row.FullName, ShownDate.Of(one.row.BirthDate), one.row.Name)),
        ];
    }
}
