using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// What is left to do when a commit was cut off. Before its one transaction: the people it brought in go again. After it: the
/// figures of its communes are counted. May be repeated; an import that has nothing left to do is not marked any more.
/// </summary>
internal static class CutOffCommits
{
    private const int Attempts = 3;

    /// <summary>Nobody lives or belongs with these numbers, unless the commit came to its end.</summary>
    private const string RemovePeople = """
        DELETE FROM main.People WHERE ImportId = @import AND Id >= (SELECT PreparedFrom FROM main.MemberImports WHERE Id = @import)
            AND Id NOT IN (SELECT PersonId FROM main.ImportedRows WHERE ImportId = @import)
        """;

    /// <summary>Counting goes through people in the order in which they are stored: it comes back to no page.</summary>
    private const string ReadsThrough = "PRAGMA cache_size = -2000";

    private const string Unmark = "UPDATE main.MemberImports SET PreparedFrom = NULL WHERE Id = @import";

    private const string FindTouched = $"""
        CREATE TEMP TABLE IF NOT EXISTS {SeriesRecount.TouchedPeople} (PersonId INTEGER);
        DELETE FROM temp.{SeriesRecount.TouchedPeople};
        INSERT INTO temp.{SeriesRecount.TouchedPeople} SELECT PersonId FROM main.ImportedRows WHERE ImportId = @import
            UNION SELECT PersonId FROM main.ImportImages WHERE ImportId = @import;
        """;

    private const string Marked = "SELECT Id FROM main.MemberImports WHERE PreparedFrom IS NOT NULL ORDER BY Id";

    /// <summary>All that a process which ended has left. The caller has the turn to write lists.</summary>
    public static async Task FinishAllAsync(SqliteConnection register)
    {
        foreach (var import in Ids(register, Marked, 0))
            await TakeBackAsync(register, import);
    }

    /// <summary>The people of an import that did not become members go. One whose rows were written is counted instead.</summary>
    public static async Task TakeBackAsync(SqliteConnection register, long importId)
    {
        int removed;
        await using (var transaction = register.BeginTransaction())
        {
            removed = Execute(register, RemovePeople, importId);
            // A list that was checked in between may have taken them for known people: it must look again.
            if (removed > 0)
                Execute(register, RegisterVersion.BumpSql, importId);
            await transaction.CommitAsync();
        }

        Execute(register, FindTouched, importId);
        await FinishAsync(register, importId, await SeriesRecount.CommunesOfPeopleAsync(register, CancellationToken.None));
    }

    /// <summary>Counts communes and takes the mark away. The counting goes on beside other people's writes: only when somebody
    /// writes to the register all the time is it done while they wait.</summary>
    public static async Task FinishAsync(SqliteConnection register, long importId, IReadOnlyCollection<long> communes)
    {
        await using var beside = await SqliteSetup.OpenAloneAsync(register.DataSource, CancellationToken.None);
        Execute(beside, ReadsThrough, importId);
        for (var attempt = 1; ; attempt++)
        {
            var version = Ids(register, RegisterVersion.NowSql, importId)[0];
            var points = attempt < Attempts ? SeriesRecount.Count([register, beside], communes) : null;
            await using var transaction = register.BeginTransaction();
            if (points is not null && Ids(register, RegisterVersion.NowSql, importId)[0] != version)
                continue;

            if (points is not null)
                SeriesRecount.Replace(register, points);
            else
                await SeriesRecount.RecountAsync(register, communes, CancellationToken.None);
            Execute(register, Unmark, importId);
            await transaction.CommitAsync();
            return;
        }
    }

    private static int Execute(SqliteConnection register, string sql, long importId)
    {
        using var command = Command(register, sql, importId);
        return command.ExecuteNonQuery();
    }

    private static List<long> Ids(SqliteConnection register, string sql, long importId)
    {
        using var command = Command(register, sql, importId);
        using var reader = command.ExecuteReader();
        var ids = new List<long>();
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    private static SqliteCommand Command(SqliteConnection register, string sql, long importId)
    {
        var command = register.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@import", importId);
        return command;
    }
}
