using CsvHelper;
using Membership.App.Database;
using Membership.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

internal static class OrganizationFiles
{
    public static async Task LoadOrganizationsAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var read = content.Rows<OrganizationRow>().Select(row => new Organization
        {
            Code = row.Code,
            Name = row.Name,
            ShortName = row.ShortName,
            Kind = row.Kind,
            MemberNoun = row.MemberNoun,
            HasIndividualMembers = row.HasIndividualMembers,
            Position = row.Position,
        });
        var held = await db.Organizations.ToListAsync(cancellationToken);
        ReferenceTable.Merge(db, held, read, organization => organization.Code);
    }

    /// <summary>Nothing points to a rule, so those that the file no longer has go.</summary>
    public static async Task LoadRulesAsync(ReferenceFileContent content, MembershipDb db, CancellationToken cancellationToken)
    {
        var ids = await db.Organizations.ToDictionaryAsync(organization => organization.Code, organization => organization.Id, cancellationToken);
        var read = content.Rows<RuleRow>().Select(row => new OrganizationRule
        {
            OrganizationId = ids[row.Organization],
            ValidFrom = row.ValidFrom,
            ValidTo = row.ValidTo,
            MinimumAge = row.MinimumAge,
            MaximumAge = row.MaximumAge,
            Eligibility = row.Eligibility,
            Source = row.Source,
        });
        var held = await db.OrganizationRules.ToListAsync(cancellationToken);
        db.RemoveRange(ReferenceTable.Merge(db, held, read, rule => (rule.OrganizationId, rule.ValidFrom)));
    }
}

[CsvRecord]
internal sealed partial record OrganizationRow(
    string Code, string Name, string ShortName, OrganizationKind Kind, string MemberNoun, bool HasIndividualMembers, int Position);

[CsvRecord]
internal sealed partial record RuleRow(
    string Organization, DateOnly ValidFrom, DateOnly? ValidTo, int? MinimumAge, int? MaximumAge, string Eligibility, string Source);
