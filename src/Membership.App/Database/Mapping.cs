using Membership.Domain.Approvals;
using Membership.Domain.Audit;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Domain.PersonRequests;
using Membership.Domain.Proposals;
using Membership.Domain.Targets;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.App.Database;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasIndex(person => person.CitizenIdIndex).IsUnique();
        // By the whole telephone's index, or the whole name, each new person's entry would be on a page of its own. So they lie together
        // in some thousand places.
        builder.HasIndex(person => person.PhoneBucket);
        builder.HasIndex(person => person.NameBucket);
    }
}

internal sealed class ResidenceMapping : IEntityTypeConfiguration<Residence>
{
    public void Configure(EntityTypeBuilder<Residence> builder)
    {
        builder.HasIndex(residence => residence.PersonId);
        // With the person: who ever lived in a commune is found without the rows, which in a large register lie on a page each.
        builder.HasIndex(residence => new { residence.LocalityId, residence.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(residence => residence.PersonId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(residence => residence.LocalityId);
    }
}

internal sealed class MembershipIntervalMapping : IEntityTypeConfiguration<MembershipInterval>
{
    public void Configure(EntityTypeBuilder<MembershipInterval> builder)
    {
        builder.ToTable("Memberships");
        builder.Property(membership => membership.IsClaim).HasDefaultValue(false);
        builder.HasIndex(membership => membership.PersonId);
        builder.HasIndex(membership => new { membership.UnitId, membership.PersonId });
        builder.HasOne<Person>().WithMany().HasForeignKey(membership => membership.PersonId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(membership => membership.UnitId);
    }
}

internal sealed class PersonChangeMapping : IEntityTypeConfiguration<PersonChange>
{
    public void Configure(EntityTypeBuilder<PersonChange> builder)
    {
        builder.HasIndex(change => change.PersonId);
        builder.HasIndex(change => change.ImportId);
    }
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder) => builder.HasIndex(user => user.NormalizedUserName).IsUnique();
}

internal sealed class RoleGrantMapping : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.HasIndex(grant => grant.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(grant => grant.UserId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(grant => grant.LocalityId);
        builder.HasOne<Organization>().WithMany().HasForeignKey(grant => grant.OrganizationId);
    }
}

internal sealed class UserSessionMapping : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        builder.HasIndex(session => session.TokenHash).IsUnique();
        builder.HasIndex(session => session.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.Subject, entry.SubjectId });
        builder.HasIndex(entry => entry.UserName);
        builder.HasIndex(entry => entry.At);
    }
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder) => builder.HasIndex(approval => new { approval.Kind, approval.SubjectId });
}

internal sealed class PersonRequestMapping : IEntityTypeConfiguration<PersonRequest>
{
    public void Configure(EntityTypeBuilder<PersonRequest> builder) => builder.HasIndex(request => request.PersonId);
}

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.HasIndex(proposal => new { proposal.State, proposal.PersonId });
        builder.HasIndex(proposal => proposal.PersonId);
        builder.HasIndex(proposal => new { proposal.ImportId, proposal.RowNumber });
    }
}

internal sealed class NumberTriedMapping : IEntityTypeConfiguration<NumberTried>
{
    public void Configure(EntityTypeBuilder<NumberTried> builder) =>
        builder.HasKey(tried => new { tried.UserName, tried.Day, tried.PersonId, tried.Tried });
}

internal sealed class OrganizationMapping : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder) =>
        builder.HasIndex(organization => organization.Code).IsUnique();
}

internal sealed class OrganizationUnitMapping : IEntityTypeConfiguration<OrganizationUnit>
{
    public void Configure(EntityTypeBuilder<OrganizationUnit> builder)
    {
        builder.HasIndex(unit => new { unit.OrganizationId, unit.LocalityId });
        builder.HasOne<Organization>().WithMany().HasForeignKey(unit => unit.OrganizationId);
        builder.HasOne<OrganizationUnit>().WithMany().HasForeignKey(unit => unit.ParentId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(unit => unit.LocalityId);
    }
}

internal sealed class LocalityMapping : IEntityTypeConfiguration<Locality>
{
    public void Configure(EntityTypeBuilder<Locality> builder) => builder.HasIndex(locality => locality.Key).IsUnique();
}

internal sealed class LocalityFactMapping : IEntityTypeConfiguration<LocalityFact>
{
    public void Configure(EntityTypeBuilder<LocalityFact> builder)
    {
        builder.HasIndex(fact => fact.Code);
        builder.HasIndex(fact => new { fact.LocalityId, fact.ValidFrom }).IsUnique();
        builder.HasOne<Locality>().WithMany().HasForeignKey(fact => fact.LocalityId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(fact => fact.ParentId);
    }
}

internal sealed class LocalityChangeMapping : IEntityTypeConfiguration<LocalityChange>
{
    public void Configure(EntityTypeBuilder<LocalityChange> builder)
    {
        builder.HasOne<Locality>().WithMany().HasForeignKey(change => change.FromId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(change => change.ToId);
    }
}

internal sealed class IndicatorDefinitionMapping : IEntityTypeConfiguration<IndicatorDefinition>
{
    private static readonly ValueComparer<IReadOnlyList<string>> SameCodes = new(
        (left, right) => left!.SequenceEqual(right!),
        codes => string.Join(' ', codes).GetHashCode(StringComparison.Ordinal),
        codes => codes.ToArray());

    public void Configure(EntityTypeBuilder<IndicatorDefinition> builder)
    {
        builder.HasIndex(definition => new { definition.Code, definition.Version }).IsUnique();
        builder.Property(definition => definition.CountedOrganizations)
            .HasConversion(codes => string.Join(' ', codes), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries), SameCodes);
    }
}

internal sealed class SeriesPointMapping : IEntityTypeConfiguration<SeriesPoint>
{
    public void Configure(EntityTypeBuilder<SeriesPoint> builder) =>
        builder.HasKey(point => new { point.LocalityId, point.DefinitionId, point.OrganizationId, point.Reason, point.Day });
}

internal sealed class PopulationFigureMapping : IEntityTypeConfiguration<PopulationFigure>
{
    public void Configure(EntityTypeBuilder<PopulationFigure> builder)
    {
        builder.HasIndex(figure => new { figure.LocalityId, figure.AsOf });
        builder.HasOne<Locality>().WithMany().HasForeignKey(figure => figure.LocalityId);
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasOne<Resolution>().WithMany().HasForeignKey(target => target.ResolutionId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(target => target.LocalityId);
    }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder) => builder.HasIndex(resolution => resolution.Number).IsUnique();
}

internal sealed class MemberImportMapping : IEntityTypeConfiguration<MemberImport>
{
    public void Configure(EntityTypeBuilder<MemberImport> builder)
    {
        builder.HasIndex(import => import.Sha256);
        builder.Property(import => import.Choices).HasConversion(ListChoicesConverter.Instance).HasDefaultValue(ListChoices.None);
        builder.HasOne<Organization>().WithMany().HasForeignKey(import => import.OrganizationId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(import => import.LocalityId);
    }
}

internal sealed class ImportedRowMapping : IEntityTypeConfiguration<ImportedRow>
{
    public void Configure(EntityTypeBuilder<ImportedRow> builder) => builder.HasKey(row => new { row.ImportId, row.RowNumber });
}

internal sealed class ImportImageMapping : IEntityTypeConfiguration<ImportImage>
{
    public void Configure(EntityTypeBuilder<ImportImage> builder) => builder.HasIndex(image => new { image.ImportId, image.PersonId });
}

internal sealed class RememberedListMapping : IEntityTypeConfiguration<RememberedList>
{
    public void Configure(EntityTypeBuilder<RememberedList> builder)
    {
        builder.HasIndex(list => new { list.OrganizationId, list.LocalityId, list.ShapeKey }).IsUnique();
        builder.Property(list => list.Choices).HasConversion(ListChoicesConverter.Instance);
        builder.HasOne<Organization>().WithMany().HasForeignKey(list => list.OrganizationId);
        builder.HasOne<Locality>().WithMany().HasForeignKey(list => list.LocalityId);
    }
}

internal sealed class ReferenceVersionMapping : IEntityTypeConfiguration<ReferenceVersion>
{
    public void Configure(EntityTypeBuilder<ReferenceVersion> builder) => builder.HasKey(version => version.File);
}
