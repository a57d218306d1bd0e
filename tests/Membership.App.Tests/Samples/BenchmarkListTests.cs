using Membership.App.Samples;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Samples;

public sealed class BenchmarkListTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xlsx");

    [Fact]
    public void Write_WhenReadByTheImport_EveryRowIsAPersonWithoutProblems()
    {
        BenchmarkList.Write(_path, 500, seed: 9);

        using var workbook = Workbook.Open(_path, "list.xlsx", new WorkbookLimits()).Value;
        var rows = workbook.Rows(workbook.Sheets[0].Name).ToList();
        var shape = ListShapeFinder.Find(rows).Value;
        var people = rows.Skip(1).Select(row => MemberRowParser.Parse(row, shape, SampleList.AsOf)).ToList();

        Assert.Equal(15, shape.Columns.Count);
        Assert.Equal(500, people.Count);
        Assert.All(people, person => Assert.Empty(person.Problems));
        Assert.Equal(500, people.Select(person => person.CitizenId).Distinct().Count());
    }

    [Fact]
    public async Task OfWholeCity_WhenFilled_SpreadsPeopleOverAllCommunes()
    {
        await using var database = await TestDatabase.CreateAsync();

        var summary = await database.With(async db =>
            await new DemoFill(db, await DemoPlan.OfWholeCityAsync(db, 2060, CancellationToken.None)).FillAsync(null, CancellationToken.None));
        var communes = await database.With(db => db.Residences.Where(residence => residence.To == null).Select(residence => residence.LocalityId).Distinct().CountAsync());

        Assert.Equal(2060, summary.Value.People);
        Assert.Equal(103, summary.Value.Communes);
        Assert.Equal(103, communes);
    }

    public void Dispose() => File.Delete(_path);
}
