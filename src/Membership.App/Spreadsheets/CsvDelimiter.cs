namespace Membership.App.Spreadsheets;

/// <summary>Which character parts the cells of a text list.</summary>
internal static class CsvDelimiter
{
    public const int SampleLength = 64 * 1024;

    private const int MostLines = 100;

    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>Honours a first line <c>sep=;</c>, which Excel obeys and does not show; else takes what most lines have equally
    /// often, so that commas inside addresses do not count.</summary>
    /// <returns>With how many of them most lines have.</returns>
    public static (char Delimiter, int Count) Detect(string sample, out bool isDeclared)
    {
        var firstLine = sample.AsSpan();
        firstLine = firstLine[..Math.Max(0, firstLine.IndexOfAny('\r', '\n'))].TrimEnd(' ');
        isDeclared = firstLine.Length == 5 && firstLine.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        var delimiter = isDeclared ? firstLine[4] : Candidates.MaxBy(candidate => Score(sample, candidate));
        return (delimiter, Score(sample, delimiter).Delimiters);
    }

    // Lines with the commonest number of delimiters first, then that number. A mark that is not closed on its line opens nothing here:
    // what stands behind it would not count.
    private static (int Lines, int Delimiters) Score(string sample, char delimiter) => sample.Split('\n', MostLines + 1).Take(MostLines)
        .Select(line => CsvLine.Delimiters(line, delimiter, Candidates.Contains(delimiter) ? Candidates : [delimiter]))
        .Where(count => count > 0)
        .GroupBy(count => count)
        .Select(group => (group.Count(), group.Key))
        .DefaultIfEmpty()
        .Max();
}
