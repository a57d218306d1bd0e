using Membership.App.Audit;
using Membership.App.Pipeline;
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
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Membership.App.Database;

/// <summary>The one database file. Entity mapping keeps to what every EF Core generation has (docs/decisions/0001).</summary>
/// <param name="scope">What the running request may reach: no query on people or lists gives more, unless it says
/// IgnoreQueryFilters (docs/decisions/0009).</param>
/// <param name="audit">Takes part in every save (docs/decisions/0011).</param>
public sealed class MembershipDb(DbContextOptions<MembershipDb> options, ScopeInForce scope, AuditSaving audit) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();

    public DbSet<Residence> Residences => Set<Residence>();

    public DbSet<MembershipInterval> Memberships => Set<MembershipInterval>();

    public DbSet<PersonChange> PersonChanges => Set<PersonChange>();

    public DbSet<RegisterState> RegisterStates => Set<RegisterState>();

    public DbSet<Organization> Organizations => Set<Organization>();

    public DbSet<OrganizationRule> OrganizationRules => Set<OrganizationRule>();

    public DbSet<OrganizationUnit> OrganizationUnits => Set<OrganizationUnit>();

    public DbSet<Locality> Localities => Set<Locality>();

    public DbSet<LocalityFact> LocalityFacts => Set<LocalityFact>();

    public DbSet<LocalityChange> LocalityChanges => Set<LocalityChange>();

    public DbSet<IndicatorDefinition> IndicatorDefinitions => Set<IndicatorDefinition>();

    public DbSet<SeriesPoint> SeriesPoints => Set<SeriesPoint>();

    public DbSet<PopulationFigure> PopulationFigures => Set<PopulationFigure>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<Target> Targets => Set<Target>();

    public DbSet<MemberImport> MemberImports => Set<MemberImport>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<ImportImage> ImportImages => Set<ImportImage>();

    public DbSet<RememberedList> RememberedLists => Set<RememberedList>();

    public DbSet<ReferenceVersion> ReferenceVersions => Set<ReferenceVersion>();

    public DbSet<User> Users => Set<User>();

    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();

    public DbSet<UserSession> UserSessions => Set<UserSession>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<PersonRequest> PersonRequests => Set<PersonRequest>();

    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<NumberTried> NumbersTried => Set<NumberTried>();

    /// <summary>
    /// Who is seen otherwise than by a claim (<see cref="MembershipInterval.IsClaim"/>): what others recorded of the rest stays hidden, and none of
    /// it is changed.
    /// </summary>
    internal IQueryable<Person> CoveredPeople => People.Where(person => Scope.IsEverything
        || Residences.Any(residence => residence.PersonId == person.Id && Scope.WholePlaces.Contains(residence.LocalityId))
        || Memberships.Any(membership => membership.PersonId == person.Id && !membership.IsClaim));

    /// <summary>For the few statements outside EF Core, which <see cref="ScopeSql"/> filters the same way.</summary>
    internal Scope Scope => scope.Value;

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => SaveChangesAsync(acceptAllChangesOnSuccess).GetAwaiter().GetResult();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var rows = await audit.SaveAsync(this, () => base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken), cancellationToken);
        if (acceptAllChangesOnSuccess)
            ChangeTracker.AcceptAllChanges();
        return rows;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MembershipDb).Assembly);
        FilterByScope(modelBuilder);
    }

    /// <summary>
    /// The one place where rows are held against the scope. A person is seen by who covers a place where she lives or belongs to
    /// a unit, at any time; with one organization only, she must belong to it as well.
    /// </summary>
    private void FilterByScope(ModelBuilder model)
    {
        FilterMemberships(model.Entity<MembershipInterval>());
        FilterPeople(model);
        FilterLists(model);
        FilterRecords(model);
        FilterProposals(model.Entity<Proposal>());
    }

    /// <summary>Seen by who may decide: of a ward who covers it, of a person who covers her otherwise than by a claim.</summary>
    private void FilterProposals(EntityTypeBuilder<Proposal> model) => model.HasQueryFilter(proposal => Scope.IsEverything
        || (proposal.WardId != null
            && (Scope.WholePlaces.Contains(proposal.WardId!.Value)
                || Scope.OrganizationPlaces.Contains((proposal.WardId!.Value * Scope.OrganizationsAtMost) + proposal.OrganizationId)))
        || (proposal.WardId == null
            && (Residences.Any(residence => residence.PersonId == proposal.PersonId && Scope.WholePlaces.Contains(residence.LocalityId))
                || Memberships.Any(membership => membership.PersonId == proposal.PersonId && !membership.IsClaim))));

    /// <summary>What belongs to no place is seen with the widest scope only.</summary>
    private void FilterRecords(ModelBuilder model)
    {
        model.Entity<AuditEntry>().HasQueryFilter(entry => Scope.IsEverything
            || Scope.WholePlaces.Contains(entry.LocalityId!.Value)
            || Scope.OrganizationPlaces.Contains((entry.LocalityId!.Value * Scope.OrganizationsAtMost) + entry.OrganizationId!.Value));
        model.Entity<Approval>().HasQueryFilter(approval => Scope.IsEverything
            || Scope.WholePlaces.Contains(approval.LocalityId!.Value)
            || Scope.OrganizationPlaces.Contains((approval.LocalityId!.Value * Scope.OrganizationsAtMost) + approval.OrganizationId!.Value));
        FilterRequests(model.Entity<PersonRequest>());
    }

    private void FilterRequests(EntityTypeBuilder<PersonRequest> model) => model.HasQueryFilter(request => Scope.IsEverything
        || Residences.Any(residence => residence.PersonId == request.PersonId && Scope.WholePlaces.Contains(residence.LocalityId))
        || Memberships.Any(membership => membership.PersonId == request.PersonId && !membership.IsClaim)
        || Scope.WholePlaces.Contains(request.LocalityId!.Value)
        || Scope.OrganizationPlaces.Contains((request.LocalityId!.Value * Scope.OrganizationsAtMost) + request.OrganizationId!.Value));

    private void FilterMemberships(EntityTypeBuilder<MembershipInterval> model) => model.HasQueryFilter(membership => Scope.IsEverything
        || OrganizationUnits.Any(unit => unit.Id == membership.UnitId
            && (Scope.WholePlaces.Contains(unit.LocalityId ?? 0)
                || Scope.OrganizationPlaces.Contains((unit.LocalityId ?? 0) * Scope.OrganizationsAtMost + membership.OrganizationId)))
        || Residences.Any(residence => residence.PersonId == membership.PersonId
            && (Scope.WholePlaces.Contains(residence.LocalityId)
                || Scope.OrganizationPlaces.Contains(residence.LocalityId * Scope.OrganizationsAtMost + membership.OrganizationId))));

    private void FilterPeople(ModelBuilder model)
    {
        model.Entity<Residence>().HasQueryFilter(residence => Scope.IsEverything || Scope.Places.Contains(residence.LocalityId));
        model.Entity<Person>().HasQueryFilter(person => Scope.IsEverything
            || Residences.Any(residence => residence.PersonId == person.Id && Scope.WholePlaces.Contains(residence.LocalityId))
            || Memberships.Any(membership => membership.PersonId == person.Id));
        FilterChanges(model.Entity<PersonChange>());
    }

    private void FilterChanges(EntityTypeBuilder<PersonChange> model) => model.HasQueryFilter(change => Scope.IsEverything
        || ((Residences.Any(residence => residence.PersonId == change.PersonId && Scope.WholePlaces.Contains(residence.LocalityId))
                || Memberships.Any(membership => membership.PersonId == change.PersonId && !membership.IsClaim))
            && (change.OrganizationId == null || Memberships.Any(membership =>
                membership.PersonId == change.PersonId && membership.OrganizationId == change.OrganizationId))));

    private void FilterLists(ModelBuilder model)
    {
        model.Entity<MemberImport>().HasQueryFilter(import => Scope.IsEverything
            || Scope.WholePlaces.Contains(import.LocalityId)
            || Scope.OrganizationPlaces.Contains(import.LocalityId * Scope.OrganizationsAtMost + import.OrganizationId));
        model.Entity<ImportedRow>().HasQueryFilter(row => Scope.IsEverything || MemberImports.Any(import => import.Id == row.ImportId));
        model.Entity<ImportImage>().HasQueryFilter(image => Scope.IsEverything || MemberImports.Any(import => import.Id == image.ImportId));
        model.Entity<RememberedList>().HasQueryFilter(list => Scope.IsEverything
            || Scope.WholePlaces.Contains(list.LocalityId)
            || Scope.OrganizationPlaces.Contains(list.LocalityId * Scope.OrganizationsAtMost + list.OrganizationId));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>();
        configurationBuilder.Properties<SealedText>().HaveConversion<SealedTextConverter>();
    }
}
