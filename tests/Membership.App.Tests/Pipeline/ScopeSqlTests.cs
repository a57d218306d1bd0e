using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Tests.Indicators;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Pipeline;

/// <summary>The scope is written twice, for EF Core and for SQL: both must show the same people.</summary>
public class ScopeSqlTests
{
    /// <summary>Files that may read people in SQL, and what keeps each within the scope.</summary>
    private static readonly Dictionary<string, string> KnownReaders = new()
    {
        ["ScopeSql.cs"] = "is the filter",
        ["PlacedPeopleReading.cs"] = "filters by ScopeSql",
        ["RetentionReading.cs"] = "filters by ScopeSql, and leaves out who is known beyond the scope too",
        ["PlacementSql.cs"] = "fed by PlacedPeopleReading, and counts for verify",
        ["HistoryReading.cs"] = "counts only",
        ["SeriesRecount.cs"] = "counts only",
        ["PointReplay.cs"] = "counts only",
        ["KnownPeople.cs"] = "matching looks beyond the scope; what is shown of others is masked by CandidateReading",
        ["KnownPeopleWriting.cs"] = "writes what a list of the scope says",
        ["KnownFieldsWriting.cs"] = "writes what a list of the scope says",
        ["RegisterWrite.cs"] = "writes what a list of the scope says",
        ["ImportPublishing.cs"] = "writes what a list of the scope says",
        ["NewPeopleWriting.cs"] = "writes what a list of the scope says",
        ["CutOffCommits.cs"] = "takes back or counts what a commit of the scope had begun",
        ["ImportRehearsal.cs"] = "copies people of communes to count them and shows nobody",
        ["OtherMembershipsOfNew.cs"] = "writes what a list of the scope says, for organizations of the scope",
        ["MissingMembers.cs"] = "the members of the unit whose full list it is",
        ["MissingMembersWriting.cs"] = "writes what was confirmed of a list of the scope",
        ["UndoSql.cs"] = "takes back what a list of the scope wrote",
        ["UndoDecisions.cs"] = "counts what could be taken back of a list of the scope",
        ["ImportUndoing.cs"] = "takes back what a list of the scope wrote",
        ["ImportAudit.cs"] = "digests of an import of the scope",
        ["PersonChangeCheck.cs"] = "compares digests and names nobody",
        ["RegisterImages.cs"] = "images of rows that a list of the scope changes",
        ["SealedRegister.cs"] = "gives everybody's sealed values their place and shows nobody",
        ["PeopleBuckets.cs"] = "keeps columns by others and shows nobody",
        ["Anonymising.cs"] = "erases people whom RetentionReading or the pipeline has let through",
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task SeesPerson_OfRandomScopes_ShowsWhomTheQueryFilterShows(int seed)
    {
        await using var database = await TestDatabase.CreateAsync();
        await RandomRegister.CreateAsync(database, seed);
        var random = new Random(seed);
        var register = new TestRegister(database);
        long[] places = [register.LocalityOf(TestRegister.CaiKhe), register.LocalityOf(TestRegister.NinhKieu), register.LocalityOf(TestRegister.TanAn)];
        var seen = 0;

        for (var attempt = 0; attempt < 12; attempt++)
        {
            var scope = Scope.Union([
                Scope.Of(places.Where(_ => random.Next(3) == 0), null), Scope.Of(places.Where(_ => random.Next(2) == 0), random.Next(1, 8))]);
            var byFilter = await ByFilterAsync(database, scope);
            var bySql = await BySqlAsync(database, scope);

            Assert.Equal(byFilter, bySql);
            seen += bySql.Count;
        }

        Assert.NotEqual(0, seen);
    }

    [Fact]
    public void Sql_ThatReadsPeople_IsOnlyInKnownFiles()
    {
        var source = Path.Combine(RepositoryRoot(), "src", "Membership.App");

        var readers = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("Migrations", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => System.Text.RegularExpressions.Regex.IsMatch(
                File.ReadAllText(file), @"(FROM|JOIN|INTO|UPDATE)\s+(main\.)?(People|Residences|Memberships|PersonChanges)\b"))
            .Select(file => Path.GetFileName(file)!);

        Assert.Equal(KnownReaders.Keys.Order(StringComparer.Ordinal), readers.Order(StringComparer.Ordinal));
    }

    private static async Task<List<long>> ByFilterAsync(TestDatabase database, Scope scope)
    {
        await using var services = database.NewScope();
        using (services.ServiceProvider.GetRequiredService<ScopeInForce>().Enter(scope))
            return await services.ServiceProvider.GetRequiredService<MembershipDb>().People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync();
    }

    private static async Task<List<long>> BySqlAsync(TestDatabase database, Scope scope)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT p.Id FROM People p WHERE {ScopeSql.SeesPerson(scope)} ORDER BY p.Id";
        command.Parameters.AddRange(ScopeSql.Parameters(scope));
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<long>();
        while (await rows.ReadAsync())
            ids.Add(rows.GetInt64(0));
        return ids;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Membership.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
