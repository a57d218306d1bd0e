using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using Membership.App.Database;

namespace Membership.App.ReferenceData;

/// <summary>One file of data/, and what takes its rows into the database.</summary>
/// <param name="Name">Path below data/, with forward slashes.</param>
internal sealed record ReferenceFile(string Name, Func<ReferenceFileContent, MembershipDb, CancellationToken, Task> LoadAsync);

/// <summary>A file as read: one version of it, known by its hash.</summary>
/// <param name="ReadAt">UTC.</param>
internal sealed record ReferenceFileContent(byte[] Bytes, DateTime ReadAt)
{
    private static readonly CsvReaderOptions Layout = new()
    {
        Separator = ',',
        FormatProvider = CultureInfo.InvariantCulture,
        NormalizeHeaderName = name => name.Replace("_", "", StringComparison.Ordinal),
        NullValues = [""],
    };

    /// <summary>A file that is only read, never taken into the database.</summary>
    public static ReferenceFileContent Read(string path, TimeProvider clock) => new(File.ReadAllBytes(path), clock.GetUtcNow().UtcDateTime);

    /// <summary>Lower-case hex.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>The rows, columns matched to the record's parameters by name; an empty cell is null.</summary>
    public IReadOnlyList<TRow> Rows<TRow>()
    {
        using var csv = CsvReader.Create(Bytes, Layout);
        return csv.GetRecords<TRow>().ToList();
    }
}
