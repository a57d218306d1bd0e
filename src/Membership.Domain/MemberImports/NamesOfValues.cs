using System.Buffers;

namespace Membership.Domain.MemberImports;

/// <summary>The values that a field can have, each with the spellings under which lists know it.</summary>
internal sealed class NamesOfValues
{
    private const string BetweenLevelAndSubject = " .,-–:";

    private static readonly SearchValues<char> Between = SearchValues.Create(BetweenLevelAndSubject);

    private readonly Dictionary<string, string> _byKey;

    /// <param name="names">Values divided by " | ", the name before its spellings, these divided by "; ".</param>
    public NamesOfValues(string names) => _byKey = names.Split(" | ")
        .Select(entry => entry.Split("; "))
        .SelectMany(spellings => spellings
            .SelectMany(spelling => new[] { (Key: spelling, Name: spellings[0]), (Key: ListHeadings.Key(spelling), Name: spellings[0]) }))
        .GroupBy(entry => entry.Key)
        .ToDictionary(entries => entries.Key, entries => entries.First().Name);

    /// <summary>The value's name; null when none is written so. As most cells have it first: the key costs more than all else of a row.</summary>
    public string? Find(string written) => _byKey.TryGetValue(written, out var name) || _byKey.TryGetValue(ListHeadings.Key(written), out name) ? name : null;

    /// <summary>The name of the value that is written first, with what follows it as it is written; null when none is, or another follows.</summary>
    public string? FindWithSubject(string written)
    {
        if (Find(written) is { } whole)
            return whole;

        // From the longest: "Trung học chuyên nghiệp" before "Trung học".
        for (var end = written.AsSpan().LastIndexOfAny(Between); end > 0; end = written.AsSpan(0, end).LastIndexOfAny(Between))
        {
            var subject = written.AsSpan(end).TrimStart(BetweenLevelAndSubject).ToString();
            if (subject.Length > 0 && Find(written[..end]) is { } name)
                return FindWithSubject(subject) is null ? $"{name} {subject}" : null;
        }

        return null;
    }
}
