using System.Text;
using Membership.App.Keys;
using Microsoft.Data.Sqlite;

namespace Membership.App.Audit;

/// <summary>Tries each sealed value of the register: whether it opens, is whose and which it says, and fits its blind index.</summary>
internal sealed class SealedPlaceCheck(SqliteConnection connection, SqliteTransaction transaction, FieldCipher cipher)
{
    /// <summary>Changes of people are held against the log's digests.</summary>
    private static readonly SealedTable[] Tables = [SealedTable.People, SealedTable.Users, SealedTable.Images];

    public IEnumerable<AuditBreak> Moved(CancellationToken cancellationToken) => Tables.SelectMany(table => Moved(table, cancellationToken));

    private IEnumerable<AuditBreak> Moved(SealedTable table, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        var indexes = table.Columns.Select(column => column.Index ?? "NULL");
        var columns = table.Columns.Select(column => column.Name).Concat(indexes).Concat(table.PlaceColumns);
        (command.CommandText, command.Transaction) = ($"SELECT {table.Key}, {string.Join(", ", columns)} FROM main.{table.Name} WHERE {table.AnyValue} ORDER BY 1", transaction);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = Enumerable.Range(1 + (2 * table.Columns.Length), table.PlaceColumns.Length).Select(reader.GetValue).ToArray();
            for (var at = 0; at < table.Columns.Length; at++)
            {
                var column = table.Columns[at];
                if (!reader.IsDBNull(1 + at) && !IsInPlace(reader.GetValue(1 + at), reader.GetValue(1 + table.Columns.Length + at), column, table.PlaceOf(column.Name, place)))
                    yield return new AuditBreak(AuditBreakKind.SealedValueMoved, SealedRow: $"{table.Name}.{column.Name} {reader.GetInt64(0)}");
            }
        }
    }

    private bool IsInPlace(object stored, object index, SealedColumn column, SealedPlace place)
    {
        try
        {
            var value = stored as byte[] ?? Convert.FromBase64String((string)stored);
            return cipher.IsInPlace(value, place)
                && (column.Index is null || index is string blind && blind == cipher.IndexOf(Encoding.UTF8.GetString(cipher.Open(value))));
        }
        catch (Exception failure) when (failure is FormatException or InvalidCastException)
        {
            return false;
        }
    }
}
