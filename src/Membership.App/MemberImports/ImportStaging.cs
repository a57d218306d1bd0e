using System.Globalization;
using System.Text.Json;
using Membership.App.Database;
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
    private const string Passing = $"(@verdict = 0 OR Verdict = @verdict) AND (@all OR {RowFindingsTable.Shows})";

    private readonly SqliteConnection _connection;
    private readonly StagedRowColumns _columns;
    private readonly StagedTables _tables;
    private readonly RowFindingsTable _findings;
    private SqliteTransaction? _transaction;
    private RepeatedStatement? _insert;

    private ImportStaging(SqliteConnection connection, FieldCipher cipher)
    {
        (_connection, _columns) = (connection, new StagedRowColumns(cipher));
        _tables = new StagedTables(Command);
        _findings = new RowFindingsTable(connection);
    }

    /// <summary>An empty staging file, written without a journal: a reading that is cut off starts again from the upload.</summary>
    public static ImportStaging Create(string file, FieldCipher cipher)
    {
        File.Delete(file);
        var staging = Connect(file, cipher);
        staging.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        staging.Execute(StagingSealing.SetKey(cipher.CurrentKeyId));
        staging.Execute(StagedRowColumns.CreateTable);
        staging.Execute(StagedTables.CreateTables);
        staging.Execute("CREATE TABLE Findings (Kind INTEGER NOT NULL, Code INTEGER NOT NULL, Rows INTEGER NOT NULL, FirstRow INTEGER NOT NULL, Field INTEGER)");
        staging.Execute(RowFindingsTable.Create);
        staging.Execute(MissingMembersTable.Create);
        staging.Execute(FileLooksTable.Create);
        staging.BeginInserting();
        return staging;
    }

    /// <summary>A file of an earlier release gets the columns that it lacks.</summary>
    public static ImportStaging Open(string file, FieldCipher cipher)
    {
        var staging = Connect(file, cipher);
        if (staging.Is(StagedRowColumns.KnowsNoCommunes))
            staging.Execute(StagedRowColumns.AddCommunes);
        if (staging.Is(StagedRowColumns.IsOld))
            staging.BringUp();
        return staging;
    }

    private static ImportStaging Connect(string file, FieldCipher cipher)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return new ImportStaging(connection, cipher);
    }

    /// <summary>Of a full list, whom it does not name.</summary>
    internal MissingMembersTable Missing => new(_connection, _transaction);

    /// <summary>What the file says about itself.</summary>
    internal FileLooksTable Looks => new(Command);

    /// <summary>May be asked on another thread than the rest.</summary>
    internal StagedParts Prepare(ReadRow row) => _columns.Prepare(row.Cells, row.Listed);

    internal void Add(StagedRow row, StagedParts parts)
    {
        _insert!.Run(_columns.Values(row, parts));
        _findings.Add(row);
    }

    /// <summary>In the order of the file.</summary>
    public void AddTable(ListTable table) => _tables.Add(table);

    /// <summary>Sheets of the file that are not among the tables.</summary>
    internal void AddSkipped(IEnumerable<SkippedSheet> sheets)
    {
        foreach (var sheet in sheets)
            _tables.Add(sheet);
    }

    /// <summary>All rows are in: from here on the file is read, and decisions are written to it safely.</summary>
    internal void FinishInserting(ImportSummary summary)
    {
        foreach (var finding in summary.Findings)
            AddFinding(finding);
        _transaction!.Commit();
        _transaction = null;
        Execute("CREATE INDEX ByVerdict ON Rows (Verdict, RowNumber)");
        Execute("PRAGMA journal_mode = DELETE");
    }

    /// <summary>Its reading came to the end: the index is made last. A file that was cut off may be no database at all.</summary>
    internal bool IsWhole()
    {
        try
        {
            using var command = Command("SELECT COUNT(*) FROM sqlite_master WHERE name = 'ByVerdict'");
            return command.ExecuteScalar() is 1L;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    /// <summary>A row that was checked again, in place of what it was.</summary>
    internal void Replace(StagedRow row)
    {
        Execute("DELETE FROM Rows WHERE RowNumber = @row", ("@row", row.RowNumber));
        using var insert = new RepeatedStatement(_connection, StagedRowColumns.Insert);
        insert.Run(_columns.Values(row));
        Execute(RowFindingsTable.Forget, ("@row", row.RowNumber));
        _findings.Add(row);
    }

    /// <summary>Null: there is none.</summary>
    internal StagedRow? Row(int rowNumber) => Rows("RowNumber = @row", ("@row", rowNumber)).SingleOrDefault();

    /// <summary>Other rows of the file that may say the same person: of the number, the name (y as i, blanks apart), or the birth date.</summary>
    internal IReadOnlyList<StagedRow> Others(int rowNumber, ListedPerson listed) =>
    [
        .. Rows(
            "RowNumber <> @row AND (CitizenIdIndex = @number OR REPLACE(REPLACE(FoldedName, 'y', 'i'), ' ', '') = @name OR BirthDate = @birth) ORDER BY RowNumber",
            ("@row", rowNumber), ("@number", (object?)_columns.IndexOf(listed.CitizenId) ?? DBNull.Value),
            ("@name", listed.FoldedName.Replace('y', 'i').Replace(" ", "", StringComparison.Ordinal)),
            ("@birth", (object?)listed.BirthDate?.ToString() ?? DBNull.Value)),
    ];

    /// <summary>Other rows that name one number with a row for different people.</summary>
    internal IReadOnlyList<StagedRow> SharingNumber(StagedRow row) =>
        [.. Rows("Verdict = 4 AND RowNumber <> @row ORDER BY RowNumber", ("@row", row.RowNumber)).Where(other => other.Details.SameNumberRows.Contains(row.RowNumber))];

    /// <summary>Another row with the number of a row is a person already, or was decided to be one.</summary>
    internal bool NumberIsUsed(int rowNumber)
    {
        using var command = Command(
            """
            SELECT EXISTS (SELECT 1 FROM Rows r WHERE r.CitizenIdIndex = (SELECT CitizenIdIndex FROM Rows WHERE RowNumber = @row) AND r.RowNumber <> @row
                AND (r.Verdict IN (1, 2, 3) OR r.Decision IN (1, 2)))
            """,
            ("@row", rowNumber));
        return command.ExecuteScalar() is 1L;
    }

    /// <summary>Known people whom rows mean, certainly or as decided, and those rows: two rows of a file are not one person.</summary>
    internal Dictionary<long, int> PeopleMeant()
    {
        using var command = Command("SELECT PersonId, MIN(RowNumber) FROM Rows WHERE PersonId IS NOT NULL AND (Verdict IN (2, 3) OR Decision = 2) GROUP BY PersonId");
        using var reader = command.ExecuteReader();
        var rows = new Dictionary<long, int>();
        while (reader.Read())
            rows.Add(reader.GetInt64(0), reader.GetInt32(1));
        return rows;
    }

    /// <summary>Counts what is found anew, from the rows.</summary>
    internal void RecountFindings()
    {
        var summary = new ImportSummary();
        foreach (var row in Rows("Details IS NOT NULL ORDER BY RowNumber"))
            summary.Count(row);
        Execute("DELETE FROM Findings");
        foreach (var finding in summary.Findings)
            AddFinding(finding);
    }

    /// <summary>Sheet by sheet, from the top. Of a list that was read by an earlier release the sheet is not known.</summary>
    public IReadOnlyList<ListTable> Tables() => _tables.Read();

    /// <summary>Sheets of which no row was read.</summary>
    public IReadOnlyList<SkippedSheet> SkippedSheets() => _tables.ReadSkipped();

    /// <summary>The columns of the first table.</summary>
    public IReadOnlyList<ListColumn> Headings() => Tables()[0].Columns;

    /// <summary>What was found in the whole list.</summary>
    internal ImportSummary Summary()
    {
        // Imports of the first release have the first three columns only.
        using var command = Command("SELECT * FROM Findings");
        using var reader = command.ExecuteReader();
        var summary = new ImportSummary();
        while (reader.Read())
        {
            var isWhole = reader.FieldCount > 3;
            summary.Add(new Finding(
                (FindingKind)reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), isWhole ? reader.GetInt32(3) : 0,
                isWhole && !reader.IsDBNull(4) ? (MemberField)reader.GetInt32(4) : null));
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

    /// <summary>One page of the rows that a filter lets through.</summary>
    public IReadOnlyList<StagedRow> Page(RowFilter filter, int page, int size) =>
    [
        .. Rows($"{Passing} ORDER BY RowNumber LIMIT @size OFFSET @skip", [.. Parameters(filter), ("@size", size), ("@skip", (page - 1) * size)]),
    ];

    public int Count(RowFilter filter)
    {
        using var command = Command($"SELECT COUNT(*) FROM Rows WHERE {Passing}", [.. Parameters(filter)]);
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Keys of the rows that cannot be taken as they are, in the order of the sheet.</summary>
    internal List<int> RejectedRows()
    {
        using var command = Command("SELECT RowNumber FROM Rows WHERE Verdict = 5 ORDER BY RowNumber");
        using var reader = command.ExecuteReader();
        var rows = new List<int>();
        while (reader.Read())
            rows.Add(reader.GetInt32(0));
        return rows;
    }

    /// <summary>How many rows stand above one.</summary>
    public int RowsBefore(int rowNumber)
    {
        using var command = Command("SELECT COUNT(*) FROM Rows WHERE RowNumber < @row", ("@row", rowNumber));
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Codes of organizations beside the list's own of which its rows name members.</summary>
    internal IReadOnlyList<string> OtherOrganizations()
    {
        // Most lists have no such column, and need not be gone through.
        if (!Tables().Any(table => table.Columns.Any(column => column.Field == MemberField.Organization)))
            return [];

        using var command = Command("SELECT DISTINCT o.key FROM Rows r JOIN json_each(r.AlsoIn) o WHERE r.Verdict <> 5 ORDER BY 1");
        using var reader = command.ExecuteReader();
        var codes = new List<string>();
        while (reader.Read())
            codes.Add(reader.GetString(0));
        return codes;
    }

    /// <summary>Branches that the rows name, null for those that name none, in the order of the list.</summary>
    internal IReadOnlyList<(string? Branch, int Rows, int FirstRow)> NamedBranches()
    {
        using var command = Command("SELECT Branch, COUNT(*), MIN(RowNumber) FROM Rows WHERE Verdict <> 5 AND FullName IS NOT NULL GROUP BY Branch ORDER BY 3");
        using var reader = command.ExecuteReader();
        var branches = new List<(string?, int, int)>();
        while (reader.Read())
            branches.Add((reader.IsDBNull(0) ? null : reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
        return branches;
    }

    /// <summary>What rows that would be written overwrite only when the officer says so. A doubtful row counts once it is decided to mean somebody.</summary>
    /// <param name="written">Numbers of rows that are in the register already.</param>
    internal IReadOnlyList<(KnownFact Fact, int Rows, int FirstRow)> AskedFacts(IReadOnlyCollection<int> written)
    {
        using var command = Command(
            """
            SELECT f.Code, COUNT(*), MIN(f.RowNumber) FROM RowFindings f JOIN Rows r ON r.RowNumber = f.RowNumber
            WHERE f.Kind = @kind AND (r.Verdict IN (2, 3) OR (r.Verdict = 4 AND r.Decision = 2)) AND f.RowNumber NOT IN (SELECT value FROM json_each(@written))
            GROUP BY f.Code ORDER BY f.Code
            """,
            ("@kind", (int)FindingKind.Asked), ("@written", JsonSerializer.Serialize(written)));
        using var reader = command.ExecuteReader();
        var facts = new List<(KnownFact, int, int)>();
        while (reader.Read())
            facts.Add(((KnownFact)reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)));
        return facts;
    }

    /// <summary>How many rows meet a condition.</summary>
    public int Count(string condition)
    {
        using var command = Command($"SELECT COUNT(*) FROM Rows WHERE {condition}");
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>How many rows say something for the register: new and changed ones, and doubtful ones that were decided so.</summary>
    public int RowsToWrite() => Count("Verdict IN (1, 2) OR (Verdict = 4 AND Decision IN (1, 2))");

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
        Execute("DELETE FROM RowFindings WHERE RowNumber IN (SELECT value FROM json_each(@rows))", ("@rows", JsonSerializer.Serialize(blanked)));
        Execute(StagedRowColumns.BlankRows, ("@rows", JsonSerializer.Serialize(blanked)));
        return blanked.Count;
    }

    /// <summary>Empties all rows for good.</summary>
    internal void BlankAll()
    {
        Execute("PRAGMA secure_delete = ON");
        using var all = Command("SELECT json_group_array(RowNumber) FROM Rows");
        Execute(StagedRowColumns.BlankRows, ("@rows", (string)all.ExecuteScalar()!));
        Execute("DELETE FROM RowFindings");
    }

    public void Dispose()
    {
        _findings.Dispose();
        _insert?.Dispose();
        _transaction?.Dispose();
        _connection.Dispose();
    }

    private static (string Name, object Value)[] Parameters(RowFilter filter) =>
    [
        ("@verdict", (int)(filter.Verdict ?? 0)), ("@all", filter.Finding is null), ("@kind", (int)(filter.Finding?.Kind ?? 0)), ("@code", filter.Finding?.Code ?? 0),
    ];

    private bool Is(string condition)
    {
        using var command = Command(condition);
        return command.ExecuteScalar() is 1L;
    }

    private void BringUp()
    {
        Execute(StagedRowColumns.AddWhatIsNew);
        Execute(RowFindingsTable.Create);
        foreach (var row in Rows("Details IS NOT NULL").ToList())
            _findings.Add(row);
    }

    private static bool MeansOneOf(StagedRow row, IReadOnlySet<long> personIds) =>
        (row.PersonId is { } known && personIds.Contains(known)) || row.Details.Candidates.Any(personIds.Contains);

    private void BeginInserting()
    {
        _transaction = _connection.BeginTransaction();
        _insert = new RepeatedStatement(_connection, StagedRowColumns.Insert);
    }

    private void AddFinding(Finding finding) => Execute(
        "INSERT INTO Findings VALUES (@kind, @code, @rows, @first, @field)",
        ("@kind", (int)finding.Kind), ("@code", finding.Code), ("@rows", finding.Rows), ("@first", finding.FirstRow),
        ("@field", finding.Field is { } field ? (int)field : DBNull.Value));

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
