using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>What a list says about itself, in its staging file: sums that its rows do not come to. A file of an earlier release has none.</summary>
internal sealed class FileLooksTable(Func<string, (string Name, object Value)[], SqliteCommand> command)
{
    public const string Create = """
        CREATE TABLE WrongTotals (RowNumber INTEGER NOT NULL, Declared INTEGER NOT NULL, Read INTEGER NOT NULL);
        CREATE TABLE FileLook (TellsStrikes INTEGER NOT NULL)
        """;

    public void Add(IReadOnlyList<DeclaredTotal> totals, bool tellsStrikes)
    {
        foreach (var total in totals)
            Execute("INSERT INTO WrongTotals VALUES (@row, @declared, @read)", ("@row", total.Row), ("@declared", total.Declared), ("@read", total.Read));
        Execute("INSERT INTO FileLook VALUES (@tells)", ("@tells", tellsStrikes ? 1 : 0));
    }

    public FileLook Read()
    {
        if (!Has("FileLook"))
            return new FileLook([], TellsStrikes: false);

        var totals = new List<DeclaredTotal>();
        using (var asked = command("SELECT RowNumber, Declared, Read FROM WrongTotals ORDER BY RowNumber", []))
        using (var reader = asked.ExecuteReader())
        {
            while (reader.Read())
                totals.Add(new DeclaredTotal(reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)));
        }

        using var tells = command("SELECT MAX(TellsStrikes) FROM FileLook", []);
        return new FileLook(totals, tells.ExecuteScalar() is 1L);
    }

    private bool Has(string table)
    {
        using var asked = command("SELECT COUNT(*) FROM sqlite_master WHERE name = @table", [("@table", table)]);
        return asked.ExecuteScalar() is not 0L;
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var insert = command(sql, parameters);
        insert.ExecuteNonQuery();
    }
}

/// <param name="WrongTotals">From the top; each row's number is its <see cref="ListRow.Key"/>.</param>
/// <param name="TellsStrikes">False for .xls: what is struck through there is not seen.</param>
public sealed record FileLook(IReadOnlyList<DeclaredTotal> WrongTotals, bool TellsStrikes);
