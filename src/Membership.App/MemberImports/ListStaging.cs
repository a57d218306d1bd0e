using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Brings the rows of a list to its staging file, each with its verdict, and counts them.</summary>
/// <param name="missing">Null unless the list is a full one.</param>
internal sealed class ListStaging(
    MemberImport import, ImportStaging staging, RowChecker checker, KnownPeople people, TakenBefore taken, RowAnswers answers,
    MissingMembers? missing)
{
    private const int RowsAtOnce = 500;
    private const int RowsBetweenReports = 1_000;

    private readonly int[] _verdicts = new int[(int)RowVerdict.Rejected + 1];
    private readonly ImportSummary _summary = new();
    private readonly List<StagedRow> _first = [];
    private ListShape? _table;

    /// <param name="share">How much of the file is behind us, 0 to 1.</param>
    public void Stage(
        IEnumerable<(PersonRow Person, ReadSheet Sheet)> rows, Func<double> share, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        (import.Rows, import.EmptyCellRows) = (0, 0);
        // On a thread of its own: all that needs no database.
        var read = rows.Select(row => ReadRow.Of(row.Person with { Row = answers.Apply(row.Person.Row) }, row.Sheet))
            .Select(row => (Row: row, Parts: staging.Prepare(row))).Chunk(RowsAtOnce).Ahead(cancellationToken);
        foreach (var chunk in read)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var meant = MeantBy(chunk);
            foreach (var (row, parts) in chunk)
                Add(answers.Decide(taken.Of(checker.Check(row, meant.By(row.Listed)))), row, parts);

            import.Rows += chunk.Length;
            if (import.Rows == chunk.Length || import.Rows % RowsBetweenReports == 0)
                progress?.Report(new ImportProgress(ImportStage.Reading, import.Rows, Estimate(import.Rows, share())) { FirstRows = _first });
        }

        MarkNumbersOfSeveral();
        import.MissingMembers = AddMissing();
        staging.FinishInserting(_summary);
        if (import.Rows > 0)
            progress?.Report(new ImportProgress(ImportStage.Reading, import.Rows, import.Rows));
        (import.NewRows, import.ChangedRows, import.UnchangedRows, import.DoubtfulRows, import.RejectedRows) =
            (_verdicts[1], _verdicts[2], _verdicts[3], _verdicts[4], _verdicts[5]);
    }

    private void Add(StagedRow row, ReadRow read, StagedParts parts)
    {
        if (!ReferenceEquals(_table, read.Shape))
            staging.AddTable(new ListTable(read.Sheet.Index, read.Sheet.Name, read.Shape.HeaderRow, read.Shape.Columns));

        _table = read.Shape;
        staging.Add(row, parts);
        _summary.Count(row);
        _verdicts[(int)row.Verdict]++;
        import.EmptyCellRows += row.Details.Blank.Count > 0 ? 1 : 0;
        if (_first.Count < ImportProgress.FirstRowsAtMost)
            _first.Add(row);
    }

    /// <summary>Of rows that name one number for different people the first was checked before anybody knew.</summary>
    private void MarkNumbersOfSeveral()
    {
        foreach (var (before, after) in NumbersOfSeveral.Mark(staging, checker.NumbersOfSeveral))
        {
            staging.Replace(answers.Decide(after));
            _verdicts[(int)before.Verdict]--;
            _verdicts[(int)RowVerdict.Doubtful]++;
        }
    }

    private int AddMissing()
    {
        if (missing is null)
            return 0;

        var members = missing.Find().Select(answers.Decide).ToList();
        staging.Missing.Add(members);
        return members.Count;
    }

    private MeantPeople MeantBy((ReadRow Row, StagedParts Parts)[] rows) => people.MeantBy(
        [.. rows.Select(row => row.Row.Listed).OfType<ListedPerson>()], rows.Select(row => row.Parts.CitizenIdIndex).OfType<string>());

    private static int? Estimate(int rows, double share) => share > 0 ? Math.Max(rows, (int)(rows / share)) : null;
}
