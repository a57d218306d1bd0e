using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Testing;
using Membership.Testing.Lists;

namespace Membership.App.Tests.MemberImports;

/// <summary>Shapes of real lists: nothing of them may be read wrongly in silence, and hardly any may need a question.</summary>
public sealed class RealListTests
{
    private const int FewestShapes = 100;
    private const double MostQuestions = 0.05;

    /// <summary>Without those that wait for another part of the work.</summary>
    public static TheoryData<string> Names => [.. RealLists.All.Select(list => list.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task List_WhenChecked_ComesToWhatItMust(string name)
    {
        await using var database = await TestDatabase.CreateAsync();
        var list = RealLists.All.Single(list => list.Name == name);

        var import = await CheckAsync(database, list);

        Assert.Equal(list.Question, import.RefusedBecause);
        if (list.Question is not null)
            return;

        var rows = await RowsAsync(database, import);
        Assert.Equal(
            list.People.OrderBy(person => person.Row), rows.Where(row => row.Verdict == RowVerdict.New).Select(row => ExpectedPerson.Of(row.Listed!, row.RowNumber)));
        Assert.Equal(
            list.Rejected.Select(row => $"{row.Row}: {string.Join(' ', row.Problems.Order())}"),
            rows.Where(row => row.Verdict == RowVerdict.Rejected)
                .Select(row => $"{row.RowNumber}: {string.Join(' ', row.Details.Problems.Select(problem => problem.Code).Order())}"));
        var report = (await database.Send(new GetImportReport(import.Id))).Value;
        Assert.Equal(list.Repairs.Order(), report.Repairs.Select(repair => (repair.Key.ToString(), repair.Value)).Order());
        Assert.Equal(list.Places.Order(), PlacesOf(rows).Order());
        Assert.Equal(list.Doubtful, rows.Where(row => row.Verdict == RowVerdict.Doubtful).Select(row => row.RowNumber));
        Assert.Equal(list.People.Count + list.Rejected.Count + list.Doubtful.Count, import.Rows);
    }

    [Fact]
    public void Lists_Together_AreManyOfTheirOwnNamesAndHardlyAskAnything()
    {
        Assert.Equal(RealLists.All.Count, RealLists.All.Select(list => list.Name).Distinct().Count());
        Assert.True(RealLists.All.Count >= FewestShapes, $"Only {RealLists.All.Count} shapes");
        Assert.True(RealLists.All.Count(list => list.Question is not null) <= MostQuestions * RealLists.All.Count);
    }

    private static IEnumerable<(string Warning, int Rows)> PlacesOf(IEnumerable<StagedRow> rows) => rows
        .SelectMany(row => row.Details.Warnings).Where(warning => warning.Code is RowWarningCode.AnotherCommune or RowWarningCode.CommuneUnknown)
        .GroupBy(warning => $"{warning.Code} {warning.Text}").Select(same => (same.Key, same.Count()));

    private static async Task<MemberImport> CheckAsync(TestDatabase database, RealList list)
    {
        var received = await database.Send(new ReceiveMemberList(new MemoryStream(list.Content), list.FileName, list.Organization, "31120", RealList.AsOf));
        await database.Send(new CheckMemberList(received.Value));
        return await database.With(db => Task.FromResult(db.MemberImports.Single(import => import.Id == received.Value)));
    }

    private static async Task<IReadOnlyList<StagedRow>> RowsAsync(TestDatabase database, MemberImport import) =>
        [.. (await database.Send(new GetImportPreview(import.Id))).Value.Rows.Select(row => row.Row)];
}
