using System.Globalization;
using Membership.App.Audit;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>A write to the register on behalf of an import: every statement knows by whom, when and why.</summary>
internal sealed class RegisterWrite(SqliteConnection connection, SqliteTransaction transaction, long importId, DateTime now, string recordedBy)
{
    public const string ImportReason = "import";

    public const string Register = "main";

    private const string RememberChange = """
        INSERT INTO main.PersonChanges (PersonId, Field, Before, After, Reason, ImportId, OrganizationId, RecordedBy, RecordedAt, Salt, Digest)
        VALUES (@person, @field, @before, @after, @reason, @import, @organization, @by, @now, @salt, @digest)
        """;

    private readonly Dictionary<string, SqliteCommand> _prepared = [];

    public SqliteConnection Connection { get; } = connection;

    public SqliteTransaction Transaction { get; } = transaction;

    public long ImportId { get; } = importId;

    public required PersonChangeSeals Seals { get; init; }

    /// <summary>The schema that is written to: the register itself, or copies of its tables.</summary>
    public string Target { get; init; } = Register;

    /// <summary>What the history says of why; an import is its own reason.</summary>
    public string Reason { get; init; } = ImportReason;

    /// <summary>How many rows were written. The same statement is prepared once.</summary>
    public int Execute(string sql, params (string Name, object? Value)[] parameters) => Command(sql, parameters).ExecuteNonQuery();

    /// <summary>Executes an INSERT and gives the new row's id.</summary>
    public long Insert(string sql, params (string Name, object? Value)[] parameters) =>
        Convert.ToInt64(Command(sql + " RETURNING Id", parameters).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <param name="organizationId">Whose membership was changed; null for the person's own fields.</param>
    public void Remember(long person, string field, string? before, string? after, long? organizationId = null)
    {
        var salt = PersonChangeSeals.NewSalt();
        Execute(
            RememberChange,
            ("@person", person), ("@field", field), ("@before", before), ("@after", after), ("@organization", organizationId),
            ("@salt", salt), ("@digest", Seals.DigestOf(new ChangeContent(salt, person, field, before, after, Reason, ImportId, organizationId, recordedBy, now))));
    }

    public int Count(string sql, params (string Name, object? Value)[] parameters) =>
        Convert.ToInt32(Command(sql, parameters).ExecuteScalar(), CultureInfo.InvariantCulture);

    /// <summary>All rows at once: the caller may write while it goes through them.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] parameters)
    {
        using var reader = Command(sql, parameters).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public long Id(string sql) => Convert.ToInt64(Command(sql, []).ExecuteScalar(), CultureInfo.InvariantCulture);

    public List<int> Numbers(string sql) => Rows(sql, reader => reader.GetInt32(0));

    public List<string> Texts(string sql, params (string Name, object? Value)[] parameters) => Rows(sql, reader => reader.GetString(0), parameters);

    private SqliteCommand Command(string sql, (string Name, object? Value)[] parameters)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = Target == Register ? sql : sql.Replace(Register + ".", Target + ".", StringComparison.Ordinal);
            command.Transaction = Transaction;
            command.Parameters.AddWithValue("@import", ImportId);
            command.Parameters.AddWithValue("@now", now.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("@by", recordedBy);
            command.Parameters.AddWithValue("@reason", Reason);
            foreach (var (name, _) in parameters)
                command.Parameters.Add(new SqliteParameter(name, null));
            _prepared.Add(sql, command);
        }

        foreach (var (name, value) in parameters)
            command.Parameters[name].Value = value ?? DBNull.Value;
        return command;
    }
}
