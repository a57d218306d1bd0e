using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.Audit;
using Microsoft.Data.Sqlite;

namespace Membership.App.Audit;

/// <summary>Holds the rows of PersonChanges against what the entries say of them.</summary>
internal sealed class PersonChangeCheck : IDisposable
{
    private const string Select = "SELECT Id, PersonId, Field, Before, After, Salt, Digest, Reason, ImportId, OrganizationId, RecordedBy, RecordedAt FROM PersonChanges";

    private readonly AuditChain _chain;
    private readonly PersonChangeSeals _seals;
    private readonly List<AuditBreak> _breaks;
    private readonly SqliteCommand _one;
    private readonly SqliteCommand _ofImport;
    private readonly SqliteCommand _anonymised;
    private readonly SqliteCommand _since;
    private readonly Dictionary<long, long> _countOfImport = [];
    private long _alone;
    private long _first = long.MaxValue;

    public PersonChangeCheck(SqliteConnection connection, SqliteTransaction transaction, AuditChain chain, PersonChangeSeals seals, List<AuditBreak> breaks)
    {
        (_chain, _seals, _breaks) = (chain, seals, breaks);
        _one = Command(Select + " WHERE Id = @a");
        _ofImport = Command(Select + " WHERE ImportId = @a AND Id <= @b AND Digest IS NOT NULL ORDER BY Id");
        _anonymised = Command("SELECT EXISTS (SELECT 1 FROM AuditEntries WHERE Subject = 'Person' AND SubjectId = @a AND Kind = @b)");
        _since = Command("SELECT COUNT(*) FROM PersonChanges WHERE Id >= @a");

        SqliteCommand Command(string sql)
        {
            var command = connection.CreateCommand();
            (command.CommandText, command.Transaction) = (sql, transaction);
            return command;
        }
    }

    /// <summary>Rows that the entries so far know.</summary>
    public long Covered => _alone + _countOfImport.Values.Sum();

    public void Check(AuditRow entry)
    {
        if (entry.Text("Details") is not { } details || !details.Contains($"\"{PersonChangeSeals.Key}\":", StringComparison.Ordinal))
            return;

        using var document = JsonDocument.Parse(details);
        var known = document.RootElement.GetProperty(PersonChangeSeals.Key);
        if (known.ValueKind == JsonValueKind.Array)
            CheckEach(entry, known.Deserialize<List<ChangeDigest>>()!);
        else
            CheckImport(entry, known.Deserialize<ImportDigest>()!);
    }

    /// <summary>To be asked when all entries were checked: a change that nobody wrote down may be nobody's.</summary>
    public void FindUnknown()
    {
        if (_first != long.MaxValue && Convert.ToInt64(With(_since, _first).ExecuteScalar(), CultureInfo.InvariantCulture) > Covered)
            _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeInserted));
    }

    public void Dispose()
    {
        foreach (var command in new[] { _one, _ofImport, _anonymised, _since })
            command.Dispose();
    }

    private void CheckEach(AuditRow entry, List<ChangeDigest> known)
    {
        foreach (var change in known)
        {
            var row = Rows(With(_one, change.Id)).SingleOrDefault();
            if (row is null)
                _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeMissing, entry.Id, change.Id));
            else if (row.Digest != change.Digest)
                _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeChanged, entry.Id, change.Id));
            else
                CheckValues(entry, row);
            _first = Math.Min(_first, change.Id);
        }

        _alone += known.Count;
    }

    private void CheckImport(AuditRow entry, ImportDigest known)
    {
        var import = long.Parse(entry.Text(nameof(AuditEntry.SubjectId))!, CultureInfo.InvariantCulture);
        var digests = new List<string?>();
        foreach (var row in Rows(With(_ofImport, import, known.LastId)))
        {
            CheckValues(entry, row);
            digests.Add(row.Digest);
            _first = Math.Min(_first, row.Id);
        }

        if (digests.Count < known.Count)
            _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeMissing, entry.Id));
        else if (_chain.Together(digests) != known.Digest)
            _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeChanged, entry.Id));
        _countOfImport[import] = known.Count;
    }

    private void CheckValues(AuditRow entry, ChangeRow row)
    {
        if (row.Content is { Before: null, After: null })
        {
            if (Convert.ToInt64(With(_anonymised, row.Content.PersonId, (long)AuditKind.Anonymised).ExecuteScalar(), CultureInfo.InvariantCulture) == 0)
                _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeErased, entry.Id, row.Id));
            else if (!_seals.IsDigestOfErased(row.Digest, row.Content))
                _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeChanged, entry.Id, row.Id));
        }
        else if (!IsDigestOf(row))
        {
            _breaks.Add(new AuditBreak(AuditBreakKind.PersonChangeChanged, entry.Id, row.Id));
        }
    }

    /// <summary>False also when a sealed value does not open, which nobody but a stranger can have brought about.</summary>
    private bool IsDigestOf(ChangeRow row)
    {
        try
        {
            return _seals.IsDigestOf(row.Digest, row.Content);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            return false;
        }
    }

    private static List<ChangeRow> Rows(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<ChangeRow>();
        while (reader.Read())
        {
            rows.Add(new ChangeRow(reader.GetInt64(0), reader.TextOrNull(6), new ChangeContent(
                reader.TextOrNull(5), reader.GetInt64(1), reader.GetString(2), reader.TextOrNull(3), reader.TextOrNull(4),
                reader.GetString(7), reader.NumberOrNull(8), reader.NumberOrNull(9), reader.GetString(10), When(reader.GetString(11)))));
        }

        return rows;
    }

    /// <summary>The beginning of time for what is none.</summary>
    private static DateTime When(string stored) =>
        DateTime.TryParseExact(stored, "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : default;

    private static SqliteCommand With(SqliteCommand command, long a, long? b = null)
    {
        command.Parameters.Clear();
        command.Parameters.AddWithValue("@a", a);
        if (b is not null)
            command.Parameters.AddWithValue("@b", b);
        return command;
    }

    private sealed record ChangeRow(long Id, string? Digest, ChangeContent Content);
}
