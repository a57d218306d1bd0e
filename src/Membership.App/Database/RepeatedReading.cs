using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Membership.App.Database;

/// <summary>
/// The rows of one statement, of which there are very many. Each value is fetched once: SqliteDataReader asks SQLite two or three
/// times for each, which takes longer than to find the row.
/// </summary>
internal sealed class RepeatedReading : RawStatement
{
    private const int LengthOfDay = 10;

    /// <param name="sql">A constant of the caller.</param>
    /// <param name="numbers">What each ? of it stands for.</param>
    public RepeatedReading(SqliteConnection connection, string sql, params long[] numbers)
        : base(connection, sql)
    {
        for (var position = 0; position < numbers.Length; position++)
            Check(raw.sqlite3_bind_int64(Statement, position + 1, numbers[position]));
    }

    /// <summary>Goes to the next row; false behind the last.</summary>
    public bool Read()
    {
        var result = raw.sqlite3_step(Statement);
        Check(result);
        return result == raw.SQLITE_ROW;
    }

    /// <summary>A whole number; 0 where there is none.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(Statement, column);

    /// <summary>Null for an empty text too.</summary>
    public string? TextOrNull(int column) => Text(column) is { IsEmpty: false } text ? Encoding.UTF8.GetString(text) : null;

    /// <summary>Written yyyy-MM-dd.</summary>
    public DateOnly Day(int column) => DayOf(Text(column));

    public DateOnly? DayOrNull(int column) => Text(column) is { IsEmpty: false } text ? DayOf(text) : null;

    private ReadOnlySpan<byte> Text(int column) => raw.sqlite3_column_blob(Statement, column);

    private static DateOnly DayOf(ReadOnlySpan<byte> text) => text.Length == LengthOfDay && text[4] == '-' && text[7] == '-'
        ? new DateOnly(Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]))
        : throw new FormatException("Not a day");

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
            number = char.IsAsciiDigit((char)digit) ? (number * 10) + (digit - '0') : throw new FormatException("Not a digit");
        return number;
    }
}
