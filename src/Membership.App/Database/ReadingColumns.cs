using System.Data.Common;
using System.Globalization;
using Membership.Domain.Members;

namespace Membership.App.Database;

/// <summary>How the columns of this database are read outside EF Core: dates are ISO texts.</summary>
internal static class ReadingColumns
{
    /// <summary>yyyy-MM-dd, by the framework's fast path: a recount parses hundreds of thousands.</summary>
    private const string Iso = "O";

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? NumberOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static SealedText? SealedOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new SealedText(reader.GetString(column));

    public static DateOnly Day(this DbDataReader reader, int column) =>
        DateOnly.ParseExact(reader.GetString(column), Iso, CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Day(column);

    public static PartialDate? PartialDateOrNull(this DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : PartialDate.Parse(reader.GetString(column));

    /// <summary>A day as it is stored.</summary>
    public static string ToIso(this DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
