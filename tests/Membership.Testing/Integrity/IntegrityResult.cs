using System.Globalization;

namespace Membership.Testing.Integrity;

/// <summary>How much was compared, and what differs.</summary>
public sealed class IntegrityResult
{
    private const int MostShown = 20;

    private readonly List<string> _shown = [];

    public int Rows { get; private set; }

    /// <summary>Cells of the file, by the program's reader, by the staging file and by the second reader.</summary>
    public long Cells { get; private set; }

    /// <summary>Texts of the register, against the cells after the named repairs.</summary>
    public long StoredTexts { get; private set; }

    public int Differences { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<string> Shown => _shown;

    public void CountRow() => Rows++;

    public void CompareCell(int row, int column, string? expected, string? found)
    {
        Cells++;
        Compare("cell", row, column, expected, found);
    }

    public void CompareStored(int row, int column, string? expected, string? found)
    {
        StoredTexts++;
        Compare("stored", row, column, expected, found);
    }

    public void Report(string difference)
    {
        Differences++;
        if (_shown.Count < MostShown)
            _shown.Add(difference);
    }

    public void Add(IntegrityResult other)
    {
        (Rows, Cells, StoredTexts, Differences) = (Rows + other.Rows, Cells + other.Cells, StoredTexts + other.StoredTexts, Differences + other.Differences);
        _shown.AddRange(other._shown.Take(MostShown - _shown.Count));
    }

    private void Compare(string what, int row, int column, string? expected, string? found)
    {
        if (!string.Equals(expected, found, StringComparison.Ordinal))
            Report(string.Create(CultureInfo.InvariantCulture, $"{what} {(char)('A' + column)}{row}: expected {Escaped(expected)}, found {Escaped(found)}"));
    }

    private static string Escaped(string? text) => text is null
        ? "nothing"
        : $"\"{string.Concat(text.Take(200).Select(letter => letter is >= ' ' and < '\u007F' ? letter.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}")))}\"";
}
