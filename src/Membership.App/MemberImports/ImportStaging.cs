using System.Globalization;
using System.Text.Json;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// The staging file of one import. A file of its own, because SQLite has one writer: reading a long list into the register's
/// file would make everybody wait. The commit publishes it through ATTACH.
/// </summary>
public sealed class ImportStaging : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly StagedRowColumns _columns;
    private SqliteTransaction? _transaction;
    private SqliteCommand? _insert;

    private ImportStaging(SqliteConnection connection, FieldCipher cipher) => (_connection, _columns) = (connection, new StagedRowColumns(cipher));

    /// <summary>An empty staging file, written without a journal: a reading that is cut off starts again from the upload.</summary>
    public static ImportStaging Create(string file, FieldCipher cipher)
    {
        File.Delete(file);
        var staging = Open(file, cipher);
        staging.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        staging.Execute(StagingSealing.SetKey(cipher.CurrentKeyId));
        staging.Execute(StagedRowColumns.CreateTable);
        staging.Execute("CREATE TABLE Headings (Position INTEGER PRIMARY KEY, Header TEXT NOT NULL, SheetColumn INTEGER NOT NULL, Field INTEGER)");
        staging.Execute("CREATE TABLE Findings (IsProblem INTEGER NOT NULL, Code INTEGER NOT NULL, Rows INTEGER NOT NULL)");
        staging.Execute(MissingMembersTable.Create);
        staging.BeginInserting();
        return staging;
    }

    public static ImportStaging Open(string file, FieldCipher cipher)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return new ImportStaging(connection, cipher);
    }

    /// <summary>Of a full list, whom it does not name.</summary>
    internal MissingMembersTable Missing => new(_connection, _transaction);

    public void Add(StagedRow row)
    {
        var values = _columns.Values(row);
        for (var position = 0; position < values.Length; position++)
            _insert!.Parameters[position].Value = values[position] ?? DBNull.Value;
        _insert!.ExecuteNonQuery();
    }

    public void AddHeadings(IReadOnlyList<ListColumn> columns)
    {
        for (var position = 0; position < columns.Count; position++)
        {
            Execute(
                "INSERT INTO Headings VALUES (@position, @header, @column, @field)",
                ("@position", position),
                ("@header", columns[position].Header),
                ("@column", columns[position].Index),
                ("@field", columns[position].Field is { } field ? (int)field : DBNull.Value));
        }
    }

    /// <summary>All rows are in: from here on the file is read, and decisions are written to it safely.</summary>
    internal void FinishInserting(ImportSummary summary)
    {
        foreach (var (code, rows) in summary.Repairs)
            AddFinding(false, (int)code, rows);
        foreach (var (code, rows) in summary.Problems)
            AddFinding(true, (int)code, rows);
        _transaction!.Commit();
        _transaction = null;
        Execute("CREATE INDEX ByVerdict ON Rows (Verdict, RowNumber)");
        Execute("PRAGMA journal_mode = DELETE");
    }

    public IReadOnlyList<ListColumn> Headings()
    {
        using var command = Command("SELECT SheetColumn, Header, Field FROM Headings ORDER BY Position");
        using var reader = command.ExecuteReader();
        var headings = new List<ListColumn>();
        while (reader.Read())
            headings.Add(new ListColumn(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : (MemberField)reader.GetInt32(2)));
        return headings;
    }

    /// <summary>What was found in the whole list.</summary>
    internal ImportSummary Summary()
    {
        using var command = Command("SELECT IsProblem, Code, Rows FROM Findings");
        using var reader = command.ExecuteReader();
        var summary = new ImportSummary();
        while (reader.Read())
        {
            if (reader.GetBoolean(0))
                summary.Problems.Add((RowProblemCode)reader.GetInt32(1), reader.GetInt32(2));
            else
                summary.Repairs.Add((RepairCode)reader.GetInt32(1), reader.GetInt32(2));
        }

        return summary;
    }

    /// <summary>Rows that meet a condition on the staging columns, in the order of the sheet.</summary>
    public IEnumerable<StagedRow> Rows(string condition, params (string Name, object Value)[] parameters)
    {
        using var command = Command($"SELECT {StagedRowColumns.Names} FROM Rows WHERE {condition}", parameters);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return _columns.Read(reader);
    }

    /// <summary>One page of the rows with a verdict, or of all.</summary>
    public IReadOnlyList<StagedRow> Page(RowVerdict? verdict, int page, int size) =>
    [
        .. Rows(
            "(@verdict = 0 OR Verdict = @verdict) ORDER BY RowNumber LIMIT @size OFFSET @skip",
            ("@verdict", (int)(verdict ?? 0)), ("@size", size), ("@skip", (page - 1) * size)),
    ];

    /// <summary>How many rows meet a condition.</summary>
    public int Count(string condition)
    {
        using var command = Command($"SELECT COUNT(*) FROM Rows WHERE {condition}");
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Decide(int rowNumber, RowDecision decision, long? personId) => Execute(
        "UPDATE Rows SET Decision = @decision, PersonId = @person WHERE RowNumber = @row",
        ("@decision", (int)decision), ("@person", personId is { } id ? id : DBNull.Value), ("@row", rowNumber));

    /// <summary>
    /// Empties rows for good, and with them those that mean, or perhaps mean, one of the people: nothing of such a row can be taken
    /// any more. Answers with how many.
    /// </summary>
    internal int Blank(IEnumerable<int> rowNumbers, IReadOnlySet<long> personIds)
    {
        var perhaps = Rows("PersonId IS NOT NULL OR Verdict = 4").Where(row => MeansOneOf(row, personIds)).Select(row => row.RowNumber);
        var blanked = rowNumbers.Union(perhaps).ToList();
        Execute("PRAGMA secure_delete = ON");
        Execute(StagedRowColumns.BlankRows, ("@rows", JsonSerializer.Serialize(blanked)), ("@none", _columns.NoCells));
        return blanked.Count;
    }

    public void Dispose()
    {
        _insert?.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private static bool MeansOneOf(StagedRow row, IReadOnlySet<long> personIds) =>
        (row.PersonId is { } known && personIds.Contains(known)) || row.Details.Candidates.Any(personIds.Contains);

    private void BeginInserting()
    {
        _transaction = _connection.BeginTransaction();
        var names = StagedRowColumns.Names.Split(", ");
        _insert = Command($"INSERT INTO Rows ({StagedRowColumns.Names}) VALUES ({string.Join(", ", names.Select(name => "@" + name))})");
        foreach (var name in names)
            _insert.Parameters.Add(new SqliteParameter("@" + name, null));
        _insert.Prepare();
    }

    private void AddFinding(bool isProblem, int code, int rows) => Execute(
        "INSERT INTO Findings VALUES (@problem, @code, @rows)", ("@problem", isProblem), ("@code", code), ("@rows", rows));

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _transaction;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }
}
