namespace Membership.App.Spreadsheets;

/// <summary>Which character parts the cells of a text list.</summary>
internal static class CsvDelimiter
{
    public const int SampleLength = 64 * 1024;

    private const int MostLines = 100;

    private static readonly char[] Candidates = [',', ';', '\t'];

    /// <summary>Honours a first line <c>sep=;</c>, which Excel obeys and does not show; else takes what most lines have equally
    /// often, so that commas inside addresses do not count.</summary>
    public static char Detect(string sample, out bool isDeclared)
    {
        var firstLine = sample.AsSpan();
        firstLine = firstLine[..Math.Max(0, firstLine.IndexOfAny('\r', '\n'))].TrimEnd(' ');
        isDeclared = firstLine.Length == 5 && firstLine.StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        return isDeclared ? firstLine[4] : Candidates.MaxBy(delimiter => Score(Counts(sample, delimiter)));
    }

    // Lines with the commonest number of delimiters first, then that number.
    private static (int Lines, int Delimiters) Score(List<int> counts) => counts
        .Where(count => count > 0)
        .GroupBy(count => count)
        .Select(group => (group.Count(), group.Key))
        .DefaultIfEmpty()
        .Max();

    private static List<int> Counts(string sample, char delimiter)
    {
        var counts = new List<int> { 0 };
        var quoted = false;
        foreach (var c in sample)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == delimiter && !quoted)
                counts[^1]++;
            else if (c == '\n' && !quoted && counts.Count < MostLines)
                counts.Add(0);
            else if (c == '\n' && !quoted)
                break;
        }

        return counts;
    }
}
