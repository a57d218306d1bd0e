using System.Globalization;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>The rows of a file before the one that is checked, as little of each as tells people apart.</summary>
internal sealed class EarlierRows
{
    private readonly LikelyPeople<EarlierRow> _byName = new();
    private readonly Dictionary<long, EarlierRow> _byNumber = [];
    private readonly SortedDictionary<long, List<int>> _conflicts = [];

    /// <summary>Keys of rows that name one number for different people, by number.</summary>
    public IEnumerable<IReadOnlyList<int>> Conflicts => _conflicts.Values;

    /// <summary>The row that says the same person, surely or perhaps, or that has the number of the row; null: none. Remembers the row.</summary>
    /// <param name="namesakes">How many people of the commune have her name, marks apart.</param>
    public SeenRow? See(ListedPerson listed, int rowNumber, int namesakes)
    {
        var row = new EarlierRow(listed, rowNumber);
        if (row.Number is { } number && !_byNumber.TryAdd(number, row) && OfNumber(row, _byNumber[number]) is { } ofNumber)
            return ofNumber;

        var seen = OfName(row, namesakes + _byName.Namesakes(listed.FoldedName));
        // A row that surely repeats another one would only be found a second time.
        if (seen is not { Verdict: PairVerdict.Same } && listed.BirthDate is { } birth)
            _byName.Add(listed.FoldedName, birth, row);
        return seen;
    }

    private SeenRow OfNumber(EarlierRow row, EarlierRow earlier)
    {
        if (PersonMatcher.Judge(PersonLikeness.Between(row, earlier, null), 0) == PairVerdict.Same)
            return new SeenRow(earlier.RowNumber, PairVerdict.Same, null);

        if (!_conflicts.TryGetValue(row.Number!.Value, out var rows))
            _conflicts.Add(row.Number.Value, rows = [earlier.RowNumber]);
        rows.Add(row.RowNumber);
        return new SeenRow(earlier.RowNumber, PairVerdict.NumberOfAnother, DoubtReason.NumberOfSeveralRows);
    }

    private SeenRow? OfName(EarlierRow row, int namesakes)
    {
        SeenRow? seen = null;
        foreach (var earlier in row.BirthDate is { } birth ? _byName.Find(row.FoldedName, birth) : [])
        {
            var likeness = PersonLikeness.Between(row, earlier, row.Branch is null || earlier.Branch is null ? null : row.Branch == earlier.Branch);
            // Two citizen numbers in one file are two people, unless one of them is mistyped.
            if (likeness.Number == NumberLikeness.Different)
                continue;

            var verdict = PersonMatcher.Judge(likeness, namesakes);
            if (verdict > (seen?.Verdict ?? PairVerdict.Others))
                seen = new SeenRow(earlier.RowNumber, verdict, verdict == PairVerdict.Same ? null : PersonMatcher.BetweenRows(likeness));
        }

        return seen;
    }

    /// <summary>Numbers as numbers: as texts they would take 100 bytes more of each row.</summary>
    private sealed class EarlierRow(ListedPerson listed, int rowNumber) : IDescribedPerson
    {
        private readonly int _former = int.TryParse(listed.FormerIdNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var former) ? former : -1;

        public int RowNumber => rowNumber;

        public long? Number { get; } = long.TryParse(listed.CitizenId, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

        /// <summary>A hash of its folded name.</summary>
        public int? Branch { get; } = listed.Branch is null ? null : NameComparison.KeyOf(PersonName.Fold(listed.Branch));

        public string FullName { get; } = listed.FullName;

        public string FoldedName { get; } = listed.FoldedName;

        public Sex? Sex { get; } = listed.Sex;

        public PartialDate? BirthDate { get; } = listed.BirthDate;

        public string? CitizenId => Number?.ToString("D12", CultureInfo.InvariantCulture);

        public string? FormerIdNumber => _former < 0 ? null : _former.ToString("D9", CultureInfo.InvariantCulture);

        public string? Phone => null;
    }
}

/// <summary>What an earlier row of the file is to a row.</summary>
/// <param name="Verdict">Never <see cref="PairVerdict.Others"/>.</param>
/// <param name="Doubt">Null when it is surely the same person.</param>
internal sealed record SeenRow(int RowNumber, PairVerdict Verdict, DoubtReason? Doubt);
