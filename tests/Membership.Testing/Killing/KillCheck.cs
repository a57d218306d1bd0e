using System.Globalization;
using MediatR;
using Membership.App;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Testing.Killing;

/// <summary>Looks into a data folder after a kill.</summary>
internal static class KillCheck
{
    /// <summary>Imports the list once more, then goes through all of the register.</summary>
    public static async Task<List<string>> ProblemsAfterImportAsync(string folder, string list)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMembershipApp(new DataFolder(folder));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.OfThisMachine;
        // As every start does: what the kill left is finished or taken back.
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await ImportAsync(mediator, list);
        var problems = ProblemsOf(folder);
        problems.AddRange((await mediator.Send(new VerifyFigures())).Differences.Select(difference => $"verify: {difference}"));
        problems.AddRange((await mediator.Send(new VerifyAudit())).Breaks.Select(found => $"audit: {found}"));
        return problems;
    }

    private static async Task ImportAsync(IMediator mediator, string list)
    {
        await using var content = File.OpenRead(list);
        var received = await mediator.Send(new ReceiveMemberList(
            content, Path.GetFileName(list), "HND", "31120", new DateOnly(2025, 12, 31), null, new ListChoices { EmptyCells = EmptyCells.Keep }));
        _ = (await mediator.Send(new CheckMemberList(received.Value))).Value;
        var committed = await mediator.Send(new CommitMemberImport(received.Value));
        // All of it may have been written before the kill.
        if (committed.Refusal is not NothingToWrite)
            _ = committed.Value;
    }

    private static List<string> ProblemsOf(string folder)
    {
        var problems = new List<string>();
        if (Text(folder, "PRAGMA integrity_check") is var integrity and not "ok")
            problems.Add($"integrity_check: {integrity}");
        if (Text(folder, "SELECT COUNT(*) FROM (SELECT CitizenIdIndex FROM People GROUP BY 1 HAVING COUNT(*) > 1)") != "0")
            problems.Add("a person is there twice");
        if (Text(folder, "SELECT COUNT(*) FROM People WHERE Id NOT IN (SELECT PersonId FROM Residences)") != "0")
            problems.Add("somebody lives nowhere");
        if (Text(folder, "SELECT COUNT(*) FROM MemberImports WHERE PreparedFrom IS NOT NULL") != "0")
            problems.Add("a commit was left unfinished");
        if (Text(folder, "SELECT COUNT(*) FROM pragma_foreign_key_check") != "0")
            problems.Add("a row belongs to nothing");
        return problems;
    }

    public static int Number(string folder, string sql) => int.Parse(Text(folder, sql), CultureInfo.InvariantCulture);

    public static string Text(string folder, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = new DataFolder(folder).DatabaseFile, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
