using Membership.App.MemberImports;
using Membership.App.Samples;
using Membership.Testing;

namespace Membership.App.Tests.Samples;

/// <summary>The README of the sample lists promises what an import of each comes to.</summary>
public sealed class SampleImportTests(FilledDatabase filled) : IClassFixture<FilledDatabase>
{
    public static TheoryData<string> FileNames => SampleListsTests.FileNames;

    [Theory]
    [MemberData(nameof(FileNames))]
    public async Task List_WhenCheckedAgainstAnEmptyRegister_ComesToWhatTheReadmeStates(string fileName)
    {
        await using var database = await TestDatabase.CreateAsync();
        var list = SampleListsTests.Lists.Single(list => list.FileName == fileName);

        var verdicts = await CheckedAsync(database, list);

        Assert.Equal(list.IntoEmpty, verdicts);
    }

    [Fact]
    public async Task List_WhenCheckedAgainstTheDemo_FindsItsPeopleAgain()
    {
        var list = SampleListsTests.Lists.Single(list => list.IntoDemo is not null);

        var verdicts = await CheckedAsync(filled.Database, list);

        Assert.Equal(list.IntoDemo, verdicts);
    }

    private static async Task<ExpectedVerdicts> CheckedAsync(TestDatabase database, SampleList list)
    {
        await using var content = File.OpenRead(Path.Combine(SampleListsTests.Folder, list.FileName));
        var received = await database.Send(new ReceiveMemberList(content, list.FileName, list.Organization, list.Commune.Code, SampleList.AsOf));
        var import = (await database.Send(new CheckMemberList(received.Value))).Value;
        return new ExpectedVerdicts(import.NewRows, import.ChangedRows, import.UnchangedRows, import.DoubtfulRows, import.RejectedRows);
    }
}
