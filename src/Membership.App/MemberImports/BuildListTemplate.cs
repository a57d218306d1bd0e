using MediatR;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Localities;
using Membership.Domain.Organizations;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>A workbook to be filled in, which imports without a question: the organization's usual columns, with drop-downs.</summary>
[Requires(Permission.ImportLists)]
public sealed record BuildListTemplate(string OrganizationCode, string LocalityCode, DateOnly AsOf) : IRequest<Outcome<ListTemplate>>, IConcernsPlace;

public sealed record ListTemplate(string FileName, byte[] Content);

internal sealed class BuildListTemplateHandler(MembershipDb db, LocalityDirectory localities) : IRequestHandler<BuildListTemplate, Outcome<ListTemplate>>
{
    public async Task<Outcome<ListTemplate>> Handle(BuildListTemplate request, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleOrDefaultAsync(row => row.Code == request.OrganizationCode, cancellationToken);
        if (organization is null)
            return new OrganizationNotFound(request.OrganizationCode);
        if (localities.Find(request.LocalityCode, request.AsOf) is not { } locality)
            return new LocalityNotFound(request.LocalityCode, request.AsOf);
        if (!locality.Kind.IsCommuneLevel())
            return new LocalityIsNotACommune(locality.Name);

        var branches = await db.OrganizationUnits.AsNoTracking()
            .Where(unit => unit.OrganizationId == organization.Id && unit.LocalityId == locality.LocalityId
                && unit.Kind != OrganizationUnitKind.BaseUnit && unit.ValidFrom <= request.AsOf && (unit.ValidTo == null || unit.ValidTo > request.AsOf))
            .Select(unit => unit.Name).ToListAsync(cancellationToken);
        using var target = new MemoryStream();
        TemplateWorkbook.Write(
            target, $"{organization.ShortName} {locality.Name}", organization.MemberNoun,
            TemplateColumns.Of(organization.Kind, [.. branches.Distinct().Order(StringComparer.Ordinal)]));
        return new ListTemplate($"mau-danh-sach-{organization.Code}-{locality.Code}.xlsx".ToLowerInvariant(), target.ToArray());
    }
}
