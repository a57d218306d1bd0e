using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Domain.Targets;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Database;

/// <summary>The one database file. Entity mapping keeps to what every EF Core generation has (docs/decisions/0001).</summary>
public sealed class MembershipDb(DbContextOptions<MembershipDb> options) : DbContext(options)
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

    public DbSet<ReferenceVersion> ReferenceVersions => Set<ReferenceVersion>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MembershipDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<PartialDate>().HaveConversion<PartialDateConverter>();
}
