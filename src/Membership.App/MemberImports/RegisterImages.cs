using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Membership.App.Audit;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>
/// Rows of the register as images: every column by name, sealed values opened, so that images stay right when the keys change.
/// Outside of this class an image is sealed whole, or only its keyed hash.
/// </summary>
internal sealed class RegisterImages(RegisterWrite write, FieldCipher cipher, AuditChain chain)
{
    private const string Add = """
        INSERT INTO main.ImportImages (ImportId, PersonId, "Table", RowId, Before, AfterHash)
        VALUES (@import, @person, @table, @row, @before, @after)
        """;

    private readonly List<(ImageTable Table, long RowId, byte[]? Before)> _touched = [];

    /// <summary>To be called before a row is changed.</summary>
    public void Changes(ImageTable table, long rowId)
    {
        if (!_touched.Exists(one => one.Table == table && one.RowId == rowId))
            _touched.Add((table, rowId, cipher.Seal(Encoding.UTF8.GetBytes(Content(table, rowId)!), SealedPlace.OfImage(table, write.ImportId, rowId))));
    }

    /// <summary>To be called when a row was added.</summary>
    public void Added(ImageTable table, long rowId) => _touched.Add((table, rowId, null));

    /// <summary>Writes down what became of a person's rows since the last time.</summary>
    public void Keep(long personId)
    {
        foreach (var (table, rowId, before) in _touched)
        {
            write.Execute(
                Add,
                ("@person", personId), ("@table", (int)table), ("@row", rowId), ("@before", before), ("@after", chain.Image(Content(table, rowId)!)));
        }

        _touched.Clear();
    }

    /// <summary>Whether the row is still as the import left it.</summary>
    public bool IsAsLeft(ImportImage image) =>
        Content(image.Table, image.RowId) is { } now && CryptographicOperations.FixedTimeEquals(chain.Image(now), image.AfterHash);

    /// <summary>What stood in a column before; null also when the import added the row.</summary>
    public string? Before(ImportImage image, string column) => image.Before is null ? null : Opened(image)[column];

    /// <summary>Brings the row back to what it was. What did not change is not written: a value sealed anew would look like a change.</summary>
    public void Restore(ImportImage image)
    {
        var table = ImagedTable.Of(image.Table);
        if (image.Before is null)
        {
            write.Execute(table.Delete, ("@row", image.RowId));
            return;
        }

        var now = Columns(Content(image.Table, image.RowId)!);
        var changed = Opened(image).Where(column => now[column.Key] != column.Value).SelectMany(column => Stored(image, column.Key, column.Value)).ToList();
        if (changed.Count > 0)
            write.Execute(table.Update(changed.Select(column => column.Name)), [("@row", image.RowId), .. changed.Select(column => ("@" + column.Name, (object?)column.Value))]);
    }

    private Dictionary<string, string?> Opened(ImportImage image) =>
        Columns(Encoding.UTF8.GetString(cipher.Open(image.Before, SealedPlace.OfImage(image.Table, write.ImportId, image.RowId))));

    private static Dictionary<string, string?> Columns(string content) => JsonSerializer.Deserialize<Dictionary<string, string?>>(content)!;

    /// <summary>Numbers as digits: SQLite turns them back by the column's affinity.</summary>
    private IEnumerable<(string Name, string? Value)> Stored(ImportImage image, string column, string? value)
    {
        if (ImagedTable.Of(image.Table).Sealed.FirstOrDefault(one => one.Name == column) is not { } isSealed)
            return [(column, value)];

        var stored = (column, cipher.SealOrNull(value, new SealedPlace(Enum.Parse<SealedKind>(column), BindingOf(image.RowId)))?.Text);
        return isSealed.Index is { } index ? [stored, (index, cipher.IndexOrNull(value))] : [stored];
    }

    private long BindingOf(long personId) =>
        write.Rows("SELECT Binding FROM main.People WHERE Id = @row", reader => reader.GetInt64(0), ("@row", personId)).Single();

    /// <summary>As JSON, in the order of the columns; null when there is no such row.</summary>
    private string? Content(ImageTable table, long rowId)
    {
        var imaged = ImagedTable.Of(table);
        var row = write.Rows(
            imaged.Select,
            reader => imaged.Columns.Select((column, at) =>
                (Name: column, Value: reader.IsDBNull(at) ? null : Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture))).ToList(),
            ("@row", rowId)).SingleOrDefault();
        return row is null ? null : JsonSerializer.Serialize(row.ToDictionary(column => column.Name, column => Plain(imaged, column.Name, column.Value)));
    }

    private string? Plain(ImagedTable table, string column, string? stored) =>
        stored is not null && table.Sealed.Any(one => one.Name == column) ? cipher.Open(new SealedText(stored)) : stored;
}
