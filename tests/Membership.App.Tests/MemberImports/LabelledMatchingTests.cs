using MediatR;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Samples;
using Membership.Testing;
using Membership.Testing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

public sealed class LabelledMatchingTests
{
    /// <summary>The small sister of the benchmark "match": a commune of real size, each mistake of offices, in the program's own way.</summary>
    [Fact]
    public async Task Check_OfLabelledLists_MeetsWhatIsAsked()
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddSingleton(new ApprovalSettings(TwoPersons: false)));
        var trial = new MatchingTrial(async use =>
        {
            await using var scope = database.NewScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
            await use(scope.ServiceProvider.GetRequiredService<IMediator>(), scope.ServiceProvider.GetRequiredService<MembershipDb>());
        });

        await trial.RunAsync([SampleCommunes.CaiKhe], members: 4_000, ofEach: 40);

        Assert.True(trial.CertainPrecision >= 0.9995, trial.Table());
        Assert.True(trial.Recall >= 0.98, trial.Table());
        Assert.True(trial.QuestionsPerThousand <= 5, trial.Table());
        Assert.All(
            Enum.GetValues<ListedMistake>().Where(mistake => mistake != ListedMistake.OtherSpelling), mistake => Assert.True(trial.Counts[mistake].All >= 25, $"{mistake}"));
        Assert.Equal(0, trial.Counts[ListedMistake.NumberOfAnother].CertainWrong);
    }
}
