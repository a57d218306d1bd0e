using System.Text;
using Membership.App.Database;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.Organizations;
using Membership.Domain.Targets;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.ReferenceData;

/// <summary>What data/ says, read back from the database it was loaded into.</summary>
public sealed class ReferenceFilesTests : IAsyncLifetime
{
    private const string ReorganizationOf2025 = "1668/NQ-UBTVQH15";
    private static readonly DateOnly LastOldDay = new(2025, 6, 30);
    private static readonly DateOnly FirstNewDay = new(2025, 7, 1);

    private TestDatabase _database = null!;
    private IReadOnlyList<LocalityFact> _facts = [];
    private IReadOnlyList<LocalityChange> _changes = [];

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _facts = await _database.With(db => db.LocalityFacts.AsNoTracking().ToListAsync());
        _changes = await _database.With(db => db.LocalityChanges.AsNoTracking().ToListAsync());
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("2019-01-01", LocalityKind.Ward, 73)] // the first day that is known
    [InlineData("2019-12-31", LocalityKind.Ward, 73)]
    [InlineData("2019-12-31", LocalityKind.Commune, 169)]
    [InlineData("2019-12-31", LocalityKind.Township, 28)]
    [InlineData("2020-02-01", LocalityKind.Ward, 74)] // Hiệp Lợi became a ward
    [InlineData("2020-02-01", LocalityKind.Commune, 167)] // and Phú An went to Đông Thạnh
    [InlineData("2020-03-01", LocalityKind.Ward, 72)] // An Hội and An Lạc went to Tân An
    [InlineData("2024-09-01", LocalityKind.Ward, 71)] // Phường 1 and Phường 9 became one
    [InlineData("2024-11-01", LocalityKind.Ward, 68)] // three went to Thới Bình
    [InlineData("2025-06-30", LocalityKind.Ward, 68)]
    [InlineData("2025-06-30", LocalityKind.Commune, 167)]
    [InlineData("2025-06-30", LocalityKind.Township, 28)]
    [InlineData("2025-06-30", LocalityKind.FormerDistrict, 28)]
    [InlineData("2025-06-30", LocalityKind.Province, 2)]
    [InlineData("2025-06-30", LocalityKind.CentralCity, 1)]
    [InlineData("2025-07-01", LocalityKind.CentralCity, 1)]
    [InlineData("2025-07-01", LocalityKind.Province, 0)] // Hậu Giang and Sóc Trăng are in Cần Thơ
    [InlineData("2025-07-01", LocalityKind.FormerDistrict, 0)] // the level is no more
    [InlineData("2025-07-01", LocalityKind.Township, 0)] // a kind that is no more
    [InlineData("2025-07-01", LocalityKind.Ward, 31)]
    [InlineData("2025-07-01", LocalityKind.Commune, 72)]
    public void Localities_OnADay_AreAsManyAsTheSourcesSay(string day, LocalityKind kind, int expected)
    {
        var count = FactsOn(Day(day)).Count(fact => fact.Kind == kind);

        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("2019-12-31", 270)]
    [InlineData("2025-06-30", 263)]
    [InlineData("2025-07-01", 103)]
    public void CommuneLevel_OnADay_IsAsManyAsTheSourcesSay(string day, int expected) =>
        Assert.Equal(expected, FactsOn(Day(day)).Count(fact => fact.Kind.IsCommuneLevel()));

    [Theory]
    [InlineData("92", 39, 36, 5)]
    [InlineData("93", 13, 51, 11)] // 75 in all
    [InlineData("94", 16, 80, 12)]
    public void OldProvince_OnItsLastDay_HasAsManyCommunesAsThePressSays(string code, int wards, int communes, int townships)
    {
        var byId = FactsOn(LastOldDay).ToDictionary(fact => fact.LocalityId);

        var kinds = byId.Values
            .Where(fact => fact.Kind.IsCommuneLevel() && byId[byId[fact.ParentId!.Value].ParentId!.Value].Code == code)
            .ToLookup(fact => fact.Kind);

        Assert.Equal(
            (wards, communes, townships),
            (kinds[LocalityKind.Ward].Count(), kinds[LocalityKind.Commune].Count(), kinds[LocalityKind.Township].Count()));
    }

    [Fact]
    public void Crosswalk_OfJuly2025_Has266Rows()
    {
        var communes = FactsOn(LastOldDay).Where(fact => fact.Kind.IsCommuneLevel()).Select(fact => fact.LocalityId).ToHashSet();

        var unchanged = FactsOn(FirstNewDay).Count(fact => communes.Contains(fact.LocalityId));
        var changed = _changes.Count(change => change.LegalBasis == ReorganizationOf2025);

        Assert.Equal(8, unchanged);
        Assert.Equal(266, unchanged + changed);
    }

    [Fact]
    public void Crosswalk_OfJuly2025_DividesThree()
    {
        var byId = FactsOn(LastOldDay).ToDictionary(fact => fact.LocalityId, fact => fact.Name);

        var divided = _changes.Where(change => change.Extent == TerritoryExtent.SmallPart).Select(change => byId[change.FromId]).Order();

        Assert.Equal(["Phường Bùi Hữu Nghĩa", "Phường Long Tuyền", "Phường Thốt Nốt"], divided);
    }

    [Fact]
    public void Facts_OfOneLocality_FollowEachOtherWithoutGapOrOverlap()
    {
        var histories = _facts.GroupBy(fact => fact.LocalityId).Select(facts => facts.OrderBy(fact => fact.ValidFrom).ToList());

        Assert.All(histories, facts => Assert.All(facts.Zip(facts.Skip(1)), pair => Assert.Equal(pair.First.ValidTo, pair.Second.ValidFrom)));
    }

    [Fact]
    public void Codes_OnEveryDayOfChange_AreUnique()
    {
        var days = _facts.Select(fact => fact.ValidFrom).Distinct();

        Assert.All(days, day => Assert.Equal(FactsOn(day).Count(), FactsOn(day).DistinctBy(fact => fact.Code).Count()));
    }

    [Fact]
    public void Parents_OfEveryFact_ExistAsLongAsItHolds()
    {
        var byId = _facts.ToLookup(fact => fact.LocalityId);

        Assert.All(_facts.Where(fact => fact.ParentId is not null), fact =>
        {
            var parents = byId[fact.ParentId!.Value];
            Assert.Contains(parents, parent => parent.HoldsOn(fact.ValidFrom));
            Assert.True(parents.Max(parent => parent.ValidTo ?? DateOnly.MaxValue) >= (fact.ValidTo ?? DateOnly.MaxValue));
        });
    }

    [Fact]
    public void Changes_Always_JoinTheEndOfOneToADayOfTheOther()
    {
        var byId = _facts.ToLookup(fact => fact.LocalityId);

        Assert.All(_changes, change =>
        {
            Assert.Equal(change.EffectiveOn, byId[change.FromId].Max(fact => fact.ValidTo));
            Assert.Contains(byId[change.ToId], fact => fact.HoldsOn(change.EffectiveOn));
        });
    }

    [Fact]
    public async Task Targets_OfTheResolution_CiteClauseAndWords()
    {
        var resolution = await _database.With(db => db.Resolutions.SingleAsync());
        var targets = await _database.With(db => db.Targets.OrderBy(target => target.IndicatorCode).ToListAsync());

        Assert.Equal(("08-NQ/TU", new DateOnly(2021, 12, 27), "Thành ủy Cần Thơ"), (resolution.Number, resolution.IssuedOn, resolution.Issuer));
        Assert.All(targets, target => Assert.Equal(resolution.Id, target.ResolutionId));
        Assert.Equal(
            [("enterprise-foundings", 2, TargetUnit.CountPerYear), ("key-cadres", 10_000, TargetUnit.Share), ("participation", 7400, TargetUnit.Share)],
            targets.Select(target => (target.IndicatorCode, target.Value, target.Unit)));
        Assert.Contains("đạt trên 74% dân số trong độ tuổi", targets[2].Quotation, StringComparison.Ordinal);
        Assert.Equal(("II.2.2, gạch đầu dòng 10", new DateOnly(2025, 12, 31)), (targets[2].Clause, targets[2].Deadline));
    }

    [Fact]
    public async Task Participation_FirstVersion_IsTheOnlyOneCounted()
    {
        var definitions = await _database.With(db => db.IndicatorDefinitions.ToListAsync());

        var counted = Assert.Single(definitions, definition => definition.IsCounted);
        Assert.Equal((IndicatorDefinition.Participation, 1, Comparator.MoreThan), (counted.Code, counted.Version, counted.Comparator));
        Assert.Equal((CountingUnit.People, 16, null), (counted.CountingUnit, counted.AgeFrom, counted.AgeTo));
        Assert.Equal(["DANG", "CD", "HND", "DTN", "LHPN", "CCB"], counted.CountedOrganizations);
        Assert.Contains("xác nhận", counted.Note, StringComparison.Ordinal);
        Assert.Equal(3, definitions.Count);
    }

    [Fact]
    public async Task Population_OfTheNewCommunes_AddsUpToTheKnownSum()
    {
        var communes = FactsOn(FirstNewDay).Where(fact => fact.Kind.IsCommuneLevel()).Select(fact => fact.LocalityId).ToHashSet();

        var figures = (await _database.With(db => db.PopulationFigures.ToListAsync()))
            .Where(figure => communes.Contains(figure.LocalityId) && figure.AsOf == LastOldDay).ToList();

        Assert.Equal(103, figures.Count);
        Assert.Equal(4_199_400, figures.Sum(figure => figure.Value));
        Assert.All(figures, figure => Assert.True(figure is { AgeFrom: null, AgeTo: null, IsSample: false, Source.Length: > 0 }));
    }

    [Theory]
    [InlineData("DANG", OrganizationKind.Political, "đảng viên", true)]
    [InlineData("MTTQ", OrganizationKind.FatherlandFront, "ủy viên", false)] // a union of organizations
    [InlineData("CD", OrganizationKind.TradeUnion, "đoàn viên", true)]
    [InlineData("HND", OrganizationKind.FarmersUnion, "hội viên", true)]
    [InlineData("DTN", OrganizationKind.YouthUnion, "đoàn viên", true)]
    [InlineData("LHPN", OrganizationKind.WomensUnion, "hội viên", true)]
    [InlineData("CCB", OrganizationKind.VeteransAssociation, "hội viên", true)]
    [InlineData("CTD", OrganizationKind.MassAssociation, "hội viên", true)]
    public async Task Organization_OfTheCommandLine_IsThere(string code, OrganizationKind kind, string memberNoun, bool hasMembers)
    {
        var organization = await _database.With(db => db.Organizations.SingleAsync(held => held.Code == code));

        Assert.Equal((kind, memberNoun, hasMembers), (organization.Kind, organization.MemberNoun, organization.HasIndividualMembers));
    }

    [Theory]
    [InlineData("DTN", 16, 30)]
    [InlineData("LHPN", 18, null)]
    [InlineData("HND", 18, null)]
    [InlineData("DANG", 18, null)]
    [InlineData("CCB", null, null)] // by service, not by age
    [InlineData("CD", null, null)]
    public async Task OrganizationRule_InForceToday_HasTheAges(string code, int? from, int? to)
    {
        var rule = await _database.With(db => RuleAsync(db, code));

        Assert.Equal((from, to), (rule.MinimumAge, rule.MaximumAge));
        Assert.NotEmpty(rule.Source);
    }

    [Fact]
    public void Files_InData_AreUtf8WithoutMarkAndComposedWithLineFeeds()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "data");
        string[] names = ["organizations", "organization-rules", "localities/facts", "localities/changes", "population", "resolutions", "targets", "indicator-definitions"];

        Assert.All(names, name =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name + ".csv"));
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            Assert.NotEqual('\uFEFF', text[0]);
            Assert.True(text.IsNormalized(NormalizationForm.FormC));
            Assert.DoesNotContain('\r', text);
        });
    }

    private static async Task<OrganizationRule> RuleAsync(MembershipDb db, string code)
    {
        var organization = await db.Organizations.SingleAsync(held => held.Code == code);
        return await db.OrganizationRules.SingleAsync(rule => rule.OrganizationId == organization.Id && rule.ValidTo == null);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private IEnumerable<LocalityFact> FactsOn(DateOnly day) => _facts.Where(fact => fact.HoldsOn(day));
}
