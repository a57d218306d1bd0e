using System.Globalization;
using ClosedXML.Excel;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Membership.Testing;

namespace Membership.App.Tests.Indicators;

/// <summary>A planner fetches everything of one day by the requests that pages, workbooks and the command line send, and reckons.</summary>
public sealed class PlannerAttackTests
{
    private const int Smallest = 5;
    private static readonly string[] Communes = [TestRegister.CaiKhe, TestRegister.NinhKieu, TestRegister.TanAn];
    private static readonly DateOnly[] Days = [new(2025, 9, 30), new(2025, 12, 31), new(2026, 4, 30), new(2026, 8, 31)];
    private static readonly string?[] Peoples = ["Kinh", "Kinh", "Kinh", "Khmer", "Hoa", "Người ở xa", null];

    [Theory]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(3, 200)]
    [InlineData(4, 90)]
    [InlineData(5, 150)]
    [InlineData(6, 250)]
    public async Task EverythingOfADay_FromEachRequest_TellsNoSmallCount(int seed, int people)
    {
        await using var database = await TestDatabase.CreateAsync();
        await RandomRegister.CreateAsync(database, seed, people);
        await WritePeoplesAsync(database, new Random(seed));
        foreach (var day in Days)
        {
            var attack = await Attack.BeginAsync(database, day);
            await attack.FetchAsync();
            var revealed = attack.Revealed();
            Assert.True(revealed.Count == 0, $"{day:O}: {string.Join("; ", revealed)}");
        }
    }

    private static Task<int> WritePeoplesAsync(TestDatabase database, Random random) => database.With(db =>
    {
        foreach (var person in db.People)
            person.Ethnicity = database.Cipher.SealOrNull(Peoples[random.Next(Peoples.Length)], SealedPlace.Of(person, SealedKind.Ethnicity));
        return db.SaveChangesAsync();
    });

    private sealed class Attack(TestDatabase database, Actor planner, DateOnly day, CountsUnderAttack counts, Dictionary<string, long> organizations, Dictionary<string, long> places, long[] inCity)
    {
        private readonly Dictionary<(string? Organization, string Place, string? Value, bool IsOther), long> _composition = [];

        public static async Task<Attack> BeginAsync(TestDatabase database, DateOnly day)
        {
            var organizations = await database.With(db => Task.FromResult(db.Organizations.ToDictionary(one => one.Code, one => one.Id)));
            var register = new TestRegister(database);
            var places = Communes.ToDictionary(code => code, register.LocalityOf);
            var truth = new Dictionary<long, CommuneCounts>();
            foreach (var (code, id) in places)
                truth[id] = await TruthAsync(database, code, day, organizations);
            var city = (await database.Send(new ExplainFigure(IndicatorDefinition.Participation, TestRegister.City, day))).Value;
            var counted = city.Definition.CountedOrganizations.Select(code => organizations[code]).ToList();
            return new(
                database,
                await database.ActorAsync(Role.Planner, TestRegister.City),
                day,
                new CountsUnderAttack(truth, counted, [.. organizations.Values.Except(counted)]),
                organizations,
                places,
                [.. city.Communes.Where(commune => commune.Counts && places.ContainsValue(commune.Commune.Id)).Select(commune => commune.Commune.Id)]);
        }

        public async Task FetchAsync()
        {
            foreach (var organization in organizations.Keys.Prepend(null))
            {
                foreach (var place in Communes.Append(TestRegister.City))
                {
                    await FetchProgressAsync(place, organization);
                    await FetchExplanationAsync(place, organization);
                    await FetchCompositionAsync(place, organization);
                }
            }
        }

        public List<string> Revealed() =>
        [
            .. counts.Revealed([.. places.Values.Select(id => (long[])[id]), inCity]),
            .. _composition.Where(cell => cell.Value is > 0 and < Smallest).Select(cell => $"{cell.Key} = {cell.Value}"),
            .. from part in _composition
               where part.Key.Organization is not null
               // Where the whole is withheld, there is nothing to take the part from.
               let others = _composition.GetValueOrDefault(part.Key with { Organization = null }, part.Value) - part.Value
               where others is > 0 and < Smallest
               select $"others than {part.Key} = {others}",
        ];

        private static async Task<CommuneCounts> TruthAsync(TestDatabase database, string code, DateOnly day, Dictionary<string, long> organizations)
        {
            var numerators = new Dictionary<long, Numerator>();
            foreach (var organization in organizations.Keys.Prepend(null))
            {
                var whole = (await database.Send(new GetIndicatorProgress(IndicatorDefinition.Participation, code, day, organization, TrendMonths: 0))).Value.Whole;
                numerators[organization is null ? SeriesPoint.AllOrganizations : organizations[organization]] = new(whole.People, whole.Memberships);
            }

            var explanation = (await database.Send(new ExplainFigure(IndicatorDefinition.Participation, code, day))).Value;
            return new(numerators, explanation.Exclusions.ToDictionary(one => one.Reason, one => one.People));
        }

        private long IdOf(string? organization) => organization is null ? SeriesPoint.AllOrganizations : organizations[organization];

        private long[] CommunesOf(string place) => place == TestRegister.City ? inCity : [places[place]];

        private async Task FetchProgressAsync(string place, string? organization)
        {
            var query = new GetIndicatorProgress(IndicatorDefinition.Participation, place, day, organization, TrendMonths: 1);
            var progress = (await database.SendAs(planner, query)).Value;
            var units = progress.Units.Where(unit => places.ContainsValue(unit.Locality.Id)).ToList();
            foreach (var (figure, communes) in units.Select(unit => (unit, (IReadOnlyList<long>)[unit.Locality.Id])).Append((progress.Whole, CommunesOf(place))))
            {
                PublishNumerator(communes, organization, figure.IsWithheld ? null : figure.People, figure.AreMembershipsWithheld ? null : figure.Memberships);
                Assert.True(!figure.IsWithheld || (figure.People, figure.Memberships, figure.Measure, figure.DistanceFromTarget) == (0, 0, default, null));
            }

            Assert.Equal(
                (progress.Whole.IsWithheld, progress.Whole.AreMembershipsWithheld, progress.Whole.People),
                (progress.Trend[^1].IsWithheld, progress.Trend[^1].AreMembershipsWithheld, progress.Trend[^1].People));
            if (place == TestRegister.City)
                await FetchWorkbookAsync(query, units.Append(progress.Whole));
        }

        /// <summary>The same numbers as the page, and a word where it has none: never 0, never an empty cell.</summary>
        private async Task FetchWorkbookAsync(GetIndicatorProgress query, IEnumerable<UnitFigure> figures)
        {
            using var workbook = new XLWorkbook(new MemoryStream((await database.SendAs(planner, new ExportIndicatorProgress(query))).Value.Content));
            var rows = workbook.Worksheet("Tỷ lệ tham gia").RowsUsed().ToList();
            foreach (var figure in figures.Where(figure => figure.HasRegister))
            {
                var row = rows.Single(one => one.Cell(2).GetString() == figure.Locality.Name || one.Cell(2).GetString() == "Tổng cộng: " + figure.Locality.Name);
                AssertCell(figure.IsWithheld, figure.People, row.Cell(3));
                AssertCell(figure.AreMembershipsWithheld, figure.Memberships, row.Cell(4));
            }

            static void AssertCell(bool isWithheld, long shown, IXLCell cell)
            {
                if (isWithheld)
                    Assert.Equal("không hiện", cell.GetString());
                else
                    Assert.Equal(shown, cell.HasFormula ? Convert.ToDouble(cell.CachedValue, CultureInfo.InvariantCulture) : cell.GetDouble());
            }
        }

        private async Task FetchExplanationAsync(string place, string? organization)
        {
            var explanation = (await database.SendAs(planner, new ExplainFigure(IndicatorDefinition.Participation, place, day, organization))).Value;
            var communes = CommunesOf(place);
            PublishNumerator(communes, organization, explanation.IsWithheld ? null : explanation.People, explanation.AreMembershipsWithheld ? null : explanation.Memberships);
            Assert.Equal(
                (true, 0, 0, 0, 0),
                (explanation.AreAsidesWithheld, explanation.LivingElsewhere, explanation.InOtherCommunes, explanation.InEndedLocalities, explanation.CountedByBirthYear));
            if (!explanation.IsEveryoneWithheld)
                counts.Publish(place == TestRegister.City ? counts.Everyone(communes, CountingReason.LivesElsewhere) : counts.Everyone(communes), explanation.Everyone);
            foreach (var exclusion in explanation.Exclusions.Where(exclusion => !exclusion.IsWithheld))
                counts.Publish(counts.LeftOut(communes, exclusion.Reason), exclusion.People);
        }

        private async Task FetchCompositionAsync(string place, string? organization)
        {
            var composition = (await database.SendAs(planner, new CountSensitive(place, day, organization, PersonField.Ethnicity))).Value;
            Assert.DoesNotContain(composition.Values, value => value.Value is not (null or "Kinh" or "Khơ-me" or "Hoa"));
            if (place == TestRegister.City || composition.UnitsWithheld > 0)
                return;

            foreach (var value in composition.Values)
                _composition[(organization, place, value.Value, value.IsOther)] = value.People;
            var residents = composition.Values.Sum(value => value.People);
            if (organization is null)
                counts.Publish(counts.Everyone([places[place]], CountingReason.LivesElsewhere, CountingReason.ResidenceUnknown), residents);
            else
                counts.Publish(counts.Residents(places[place], IdOf(organization), residents), residents);
        }

        private void PublishNumerator(IReadOnlyList<long> communes, string? organization, long? people, long? memberships)
        {
            if (people is { } some)
                counts.Publish(counts.People(communes, IdOf(organization)), some);
            if (memberships is { } more)
                counts.Publish(counts.Memberships(communes, IdOf(organization)), more);
        }
    }
}
