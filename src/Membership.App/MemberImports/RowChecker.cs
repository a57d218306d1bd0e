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
    private readonly Dictionary<string, int> _rowByCitizenId = [];
    private readonly Dictionary<string, EarlierRow> _rowByName = [];
    private readonly Dictionary<long, int> _rowByPerson = [];

    public StagedRow Check(ReadRow row, IReadOnlyList<KnownPerson> known)
    {
        if (row.Listed is not { } listed || row.Parsed.Problems.Count > 0)
            return Staged(row, RowVerdict.Rejected, RowDetails.None);

        var earlier = EarlierSame(listed, row.Row.Number);
        if (earlier is not null)
            missing?.Saw(row, known);
        if (earlier is { IsCertain: true })
            return SameAs(row, earlier.RowNumber);
        if (earlier is not null)
            return Staged(row, RowVerdict.Doubtful, RowDetails.None with { Doubt = DoubtReason.SameAsEarlierRow, EarlierRow = earlier.RowNumber });

        var match = PersonMatcher.Match(
            listed,
            listed.CitizenId is null ? null : known.FirstOrDefault(person => person.CitizenId == listed.CitizenId),
            [.. known.Where(person => IsNameAndYear(person, listed))]);
        missing?.Saw(row, match.Person is { } certain ? [certain] : match.Candidates);
        return match switch
        {
            { Person: { } person } when !_rowByPerson.TryAdd(person.Id, row.Row.Number) => SameAs(row, _rowByPerson[person.Id]),
            { Person: { } person } => Known(row, listed, person),
            { Doubt: { } doubt } => Doubtful(row, listed, doubt, match.Candidates),
            _ => Staged(row, RowVerdict.New, RowDetails.None with { Changes = MembershipChange.ShownOfNew(listed, list) }),
        };
    }

    /// <summary>Another row of the file, so that one which says the same person is seen.</summary>
    public void Remember(StagedRow other)
    {
        if (other.Listed is { } listed)
            EarlierSame(listed, other.RowNumber);
        if (other.PersonId is { } person && other.Verdict is RowVerdict.Changed or RowVerdict.Unchanged)
            _rowByPerson.TryAdd(person, other.RowNumber);
    }

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
            Candidates = [.. candidates.Select(person => person.Id)],
            Blank = BlankThatMatters(row, listed, candidates),
            Asked = [.. candidates.SelectMany(person => KnownPersonUpdate.Of(person, listed, list, []).Asked).Distinct()],
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

    private EarlierRow? EarlierSame(ListedPerson listed, int rowNumber)
    {
        if (listed.CitizenId is { } number && !_rowByCitizenId.TryAdd(number, rowNumber))
            return new EarlierRow(_rowByCitizenId[number], listed.CitizenId, IsCertain: true);

        if (listed.BirthDate is not { } birth || _rowByName.TryAdd($"{listed.FoldedName}|{birth}|{listed.Sex}", new EarlierRow(rowNumber, listed.CitizenId, birth.IsWholeDate)))
            return null;

        var earlier = _rowByName[$"{listed.FoldedName}|{birth}|{listed.Sex}"];
        // Two citizen numbers are two people, whatever else they share.
        return earlier.CitizenId is not null && listed.CitizenId is not null ? null : earlier;
    }

    private static bool IsNameAndYear(KnownPerson person, ListedPerson listed) =>
        person.FoldedName == listed.FoldedName && listed.BirthDate is { } birth && person.BirthDate?.Year == birth.Year;

    /// <param name="IsCertain">Same number, or same name, whole birth date and sex: not merely a namesake of that year.</param>
    private sealed record EarlierRow(int RowNumber, string? CitizenId, bool IsCertain);
}
