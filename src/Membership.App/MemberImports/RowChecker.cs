using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>A row as read, before anybody looked it up.</summary>
/// <param name="Shape">Of the table it stands in.</param>
internal sealed record ReadRow(SheetRow Row, ParsedMember Parsed, ListedPerson? Listed, ListShape Shape, ReadSheet Sheet)
{
    /// <summary>The texts of the row as they stand in the file.</summary>
    public IReadOnlyList<string> Cells { get; } = [.. (Row.Written ?? Row.Cells).Select(cell => VietnameseText.WellFormed(cell.Text))];

    /// <summary>Fields whose cells are blank.</summary>
    public IReadOnlyList<MemberField> Blank { get; init; } = [];

    public static ReadRow Of(PersonRow person, ReadSheet sheet)
    {
        var parsed = MemberRowParser.Parse(person.Row, person.Rules);
        return new ReadRow(person.Row, parsed, parsed.Problems.Count > 0 ? null : ListedPerson.Of(parsed, person.Branch), person.Shape, sheet)
        {
            Blank = BlankFields.Of(person.Shape.Columns, person.Row),
        };
    }
}

/// <summary>Gives each row of a list its verdict. Remembers the rows before it, so that one person twice in a file is seen.</summary>
/// <param name="missing">Null unless the list is a full one.</param>
/// <param name="sheets">Names of the sheets that are read, by their position in the file.</param>
internal sealed class RowChecker(ListContext list, IReadOnlyDictionary<int, string> sheets, MissingMembers? missing)
{
    private readonly EarlierRows _earlier = new();
    private readonly Dictionary<long, int> _rowByPerson = [];

    /// <summary>Keys of rows that name one citizen number for different people, by number. To be asked after all rows.</summary>
    public IEnumerable<IReadOnlyList<int>> NumbersOfSeveral => _earlier.Conflicts;

    public StagedRow Check(ReadRow row, MeantRow meant)
    {
        if (row.Listed is not { } listed || row.Parsed.Problems.Count > 0)
            return Staged(row, RowVerdict.Rejected, RowDetails.None);

        var earlier = _earlier.See(listed, row.Row.Number, meant.Namesakes);
        var match = PersonMatcher.Match(listed, meant.People, meant.Namesakes, person => IsInBranch(listed, person));
        IReadOnlyList<KnownPerson> perhaps = match.Person is { } certain ? [certain] : match.Candidates;
        missing?.Saw(row, perhaps);
        list.Numbers?.Given(listed, perhaps);
        return (earlier, match) switch
        {
            ({ Verdict: PairVerdict.Same }, _) => SameAs(row, earlier.RowNumber),
            ({ Doubt: DoubtReason.NumberOfSeveralRows }, _) => AfterEarlier(row, listed, DoubtReason.NumberOfSeveralRows, earlier.RowNumber, perhaps),
            (_, { Person: { } person }) when !_rowByPerson.TryAdd(person.Id, row.Row.Number) => SameAs(row, _rowByPerson[person.Id]),
            (_, { Person: { IsWithinScope: false } beyond }) => Beyond(row, [beyond], isCertain: list.EndOf(beyond, listed) is null),
            (_, { Doubt: not null }) when perhaps.All(candidate => !candidate.IsWithinScope) => Beyond(row, perhaps, isCertain: false),
            (_, { Person: { } person }) => KnownOrGone(row, listed, person),
            ({ Doubt: { } ofRow }, _) => AfterEarlier(row, listed, ofRow, earlier.RowNumber, perhaps),
            (_, { Doubt: { } doubt }) => Doubtful(row, listed, doubt, match.Candidates),
            _ => Staged(row, RowVerdict.New, RowDetails.None with { Changes = MembershipChange.ShownOfNew(listed, list) }),
        };
    }

    /// <summary>Another row of the file, so that one which says the same person is seen.</summary>
    public void Remember(StagedRow other)
    {
        if (other is { Listed: { } listed, Verdict: not RowVerdict.Rejected })
            _earlier.See(listed, other.RowNumber, 0);
        if (other.PersonId is { } person && other.Verdict is RowVerdict.Changed or RowVerdict.Unchanged)
            _rowByPerson.TryAdd(person, other.RowNumber);
    }

    /// <summary>Whom the register records as dead or gone no list brings back by itself; one of a day before that, which changes nothing, asks nothing.</summary>
    private StagedRow KnownOrGone(ReadRow row, ListedPerson listed, KnownPerson person)
    {
        var known = Known(row, listed, person);
        var end = known.Verdict is RowVerdict.Changed or RowVerdict.Unchanged ? list.EndOf(person, listed) : null;
        return end is not null && (known.Verdict == RowVerdict.Changed || end.On <= list.AsOf)
            ? Doubtful(row, listed, DoubtReason.RecordedAsGone, [person])
            : known;
    }

    private StagedRow AfterEarlier(ReadRow row, ListedPerson listed, DoubtReason doubt, int earlierRow, IReadOnlyList<KnownPerson> candidates)
    {
        var doubtful = Doubtful(row, listed, doubt, candidates);
        return doubtful with { Details = doubtful.Details with { EarlierRow = earlierRow } };
    }

    /// <summary>Null where one of both names no branch, or the row one that does not exist yet.</summary>
    private bool? IsInBranch(ListedPerson listed, KnownPerson person) =>
        person.Memberships.Any(membership => membership.UnitId != membership.BaseUnitId) && list.UnitOf(listed).BranchId is { } branch
            ? person.Memberships.Any(membership => membership.UnitId == branch)
            : null;

    /// <summary>However much is known of her, and however sure it is, the officer is told the same.</summary>
    private StagedRow Beyond(ReadRow row, IReadOnlyList<KnownPerson> people, bool isCertain) => Staged(
        row,
        RowVerdict.Changed,
        RowDetails.None with { Changes = [BeyondScopeText.Row], Beyond = new BeyondScope([.. people.Select(person => person.Id)], isCertain) });

    private StagedRow Known(ReadRow row, ListedPerson listed, KnownPerson person)
    {
        if (person.IsRestricted)
            return Rejected(row, RowProblemCode.PersonRestricted);
        if (!listed.IsInOthersOnly && MembershipPlan.Contradicts(person.Memberships, list.AsOf, list.UnitOf(listed)))
            return Rejected(row, RowProblemCode.InAnotherUnitThatDay);

        var update = KnownPersonUpdate.Of(person, listed, list, row.Blank);
        var changes = update.Shown(list.HomeOf(listed.CommuneId));
        var verdict = changes.Count == 0 ? RowVerdict.Unchanged : RowVerdict.Changed;
        var details = RowDetails.None with
        {
            Changes = changes,
            Blank = BlankThatMatters(row, listed, [person]),
            Overwritten = [.. update.Overwritten],
            Filled = [.. update.Filled],
            Asked = [.. update.Asked],
            Kept = update.ShownKept(),
        };
        return Staged(row, verdict, details) with { PersonId = person.Id };
    }

    private StagedRow Doubtful(ReadRow row, ListedPerson listed, DoubtReason doubt, IReadOnlyList<KnownPerson> candidates) => Staged(
        row,
        RowVerdict.Doubtful,
        RowDetails.None with
        {
            Doubt = doubt,
            Candidates = [.. candidates.Where(person => person.IsWithinScope).Select(person => person.Id)],
            Changes = candidates.Any(person => !person.IsWithinScope) ? [BeyondScopeText.Some] : [],
            Blank = BlankThatMatters(row, listed, candidates.Where(person => person.IsWithinScope)),
            Asked = [.. candidates.Where(person => person.IsWithinScope).SelectMany(person => KnownPersonUpdate.Of(person, listed, list, []).Asked).Distinct()],
        });

    private IReadOnlyList<MemberField> BlankThatMatters(ReadRow row, ListedPerson listed, IEnumerable<KnownPerson> people) =>
        people.Any(person => KnownPersonUpdate.DependsOnBlanks(person, listed, list, row.Blank)) ? row.Blank : [];

    private StagedRow Rejected(ReadRow row, RowProblemCode because) =>
        Staged(row, RowVerdict.Rejected, RowDetails.None with { Problems = [new RowProblem(because, MemberField.FullName, row.Listed!.FullName)] });

    private StagedRow SameAs(ReadRow row, int earlierRow)
    {
        var problem = new RowProblem(RowProblemCode.SamePersonAsRow, MemberField.FullName, ListRowText.Of(earlierRow, sheets));
        return Staged(row, RowVerdict.Rejected, RowDetails.None with { Problems = [problem], EarlierRow = earlierRow });
    }

    private StagedRow Staged(ReadRow row, RowVerdict verdict, RowDetails details) => new(
        row.Row.Number,
        verdict,
        row.Cells,
        row.Listed,
        details with
        {
            Problems = [.. row.Parsed.Problems, .. details.Problems],
            Repairs = row.Parsed.Repairs,
            RepairedFields = row.Parsed.Repaired.Count == 0 ? [] : [.. row.Parsed.Repaired.Select(repair => repair.Field)],
            Warnings = row.Parsed.Warnings,
            IsHidden = row.Row.IsHidden,
            IsStruck = row.Parsed.IsStruckThrough,
            Edited = EditedIn(row.Row),
        },
        null,
        row.Listed is null ? list.AsOf : MembershipPlan.FirstDay(row.Listed, list.AsOf));

    private static IReadOnlyDictionary<int, string> EditedIn(SheetRow row) => row.Edited.Count == 0
        ? RowDetails.None.Edited
        : row.Edited.ToDictionary(column => column, column => VietnameseText.WellFormed(row[column].Text));
}
