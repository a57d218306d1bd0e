using ClosedXML.Excel;
using Membership.App.Samples;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.Samples;

/// <summary>
/// To write the files anew after the generator changed: MEMBERSHIP_WRITE_SAMPLES=1 dotnet test tests/Membership.App.Tests
/// --filter SampleListsTests.
/// </summary>
public sealed class SampleListsTests
{
    public static readonly IReadOnlyList<SampleList> Lists = SampleLists.All();
    public static readonly string Folder = Path.Combine(RepositoryRoot(), "data", "samples");

    static SampleListsTests()
    {
        if (Environment.GetEnvironmentVariable("MEMBERSHIP_WRITE_SAMPLES") == "1")
            SampleLists.WriteAll(Folder);
    }

    public static TheoryData<string> FileNames => [.. Lists.Select(list => list.FileName)];

    [Theory]
    [MemberData(nameof(FileNames))]
    public void List_OnDisk_HoldsWhatTheGeneratorWrites(string fileName)
    {
        var list = Lists.Single(list => list.FileName == fileName);
        var path = Path.Combine(Folder, fileName);

        if (list.Separator is null)
            Assert.Equal(list.Sheet.Rows.Select(Written), CellsOf(path));
        else
            Assert.Equal(BytesOfCsv(list), File.ReadAllBytes(path));
    }

    [Theory]
    [MemberData(nameof(FileNames))]
    public void List_WhenReadByTheImport_HasTheRowsThatTheReadmeStates(string fileName)
    {
        var list = Lists.Single(list => list.FileName == fileName);

        var people = PeopleOn(Path.Combine(Folder, fileName));

        Assert.Equal(list.IntoEmpty.Rows, people.Count);
        Assert.InRange(people.Count, 20, 500);
    }

    [Fact]
    public void List_WhenNumbersLostTheirZeros_GetsThemBackAsRepairs()
    {
        var people = PeopleOn(Path.Combine(Folder, "03-cong-doan-tan-an.xlsx"));

        Assert.All(people, person => Assert.Contains(RepairCode.LeadingZerosRestored, person.Repairs));
        Assert.All(people, person => Assert.True(person.Phone is null || person.Phone.StartsWith("0900", StringComparison.Ordinal)));
        Assert.Contains(people, person => person.Repairs.Contains(RepairCode.PhoneZeroRestored));
    }

    [Fact]
    public void Lists_WhenTakenTogether_AreManyShapesOfManyOrganizationsAndPlaces()
    {
        Assert.True(Lists.Count >= 9);
        Assert.True(Lists.Select(list => list.Organization).Distinct().Count() >= 5);
        Assert.True(Lists.Select(list => list.Commune.Code).Distinct().Count() >= 5);
        Assert.Equal(2, Lists.Count(list => list.Separator is not null));
    }

    [Fact]
    public void Readme_OnDisk_IsTheOneTheGeneratorWrites() =>
        Assert.Equal(SampleLists.Readme(Lists), File.ReadAllText(Path.Combine(Folder, SampleLists.ReadmeName)));

    private static List<ParsedMember> PeopleOn(string path)
    {
        using var workbook = Workbook.Open(File.OpenRead(path), Path.GetFileName(path), new WorkbookLimits()).Value;
        var rows = workbook.Rows(workbook.Sheets[0].Name).ToList();
        var shape = ListShapeFinder.Find(rows).Value;
        var sorter = new RowSorter(shape);
        return [.. rows.Where(row => sorter.Sort(row) == RowKind.Person).Select(row => MemberRowParser.Parse(row, shape, SampleList.AsOf))];
    }

    private static List<string> CellsOf(string path)
    {
        using var workbook = new XLWorkbook(path);
        var sheet = workbook.Worksheets.Single();
        var last = sheet.LastRowUsed().RowNumber();
        return [.. Enumerable.Range(1, last).Select(row => Joined(Enumerable.Range(1, 20).Select(column => Read(sheet.Cell(row, column)))))];
    }

    private static string Written(IReadOnlyList<SampleCell> row) => Joined(row.Select(cell => cell.Value switch
    {
        double number => FormattableString.Invariant($"{number}"),
        DateTime day => FormattableString.Invariant($"{day.ToOADate()}"),
        var text => text as string ?? "",
    }));

    private static string Read(IXLCell cell) => cell.DataType switch
    {
        XLDataType.Number => FormattableString.Invariant($"{cell.GetDouble()}"),
        XLDataType.DateTime => FormattableString.Invariant($"{cell.GetDateTime().ToOADate()}"),
        _ => cell.GetString(),
    };

    private static string Joined(IEnumerable<string> cells) => string.Join('|', cells).TrimEnd('|');

    private static byte[] BytesOfCsv(SampleList list)
    {
        var path = Path.GetTempFileName();
        list.Sheet.WriteCsv(path, list.Separator!.Value);
        var bytes = File.ReadAllBytes(path);
        File.Delete(path);
        return bytes;
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Membership.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
