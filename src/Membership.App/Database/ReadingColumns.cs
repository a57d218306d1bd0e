using System.Globalization;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.Database;

/// <summary>How the columns of this database are read outside EF Core: dates are ISO texts.</summary>
internal static class ReadingColumns
{
    private const string Iso = "yyyy-MM-dd";

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static DateOnly Day(this SqliteDataReader reader, int column) =>
        DateOnly.ParseExact(reader.GetString(column), Iso, CultureInfo.InvariantCulture);

    public static DateOnly? DayOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Day(column);

    public static PartialDate? PartialDateOrNull(this SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : PartialDate.Parse(reader.GetString(column));

    /// <summary>A day as it is stored.</summary>
    public static string ToIso(this DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
