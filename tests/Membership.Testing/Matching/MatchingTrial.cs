using System.Globalization;
using System.Text;
using MediatR;
using Membership.App.Database;
using Membership.App.MemberImports;
using Membership.App.Samples;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.Testing.Matching;

/// <summary>Imports the members of labelled communes, checks their lists, and compares each verdict with what is known of the row.</summary>
/// <param name="inScope">Runs something with the program's mediator and database.</param>
public sealed class MatchingTrial(Func<Func<IMediator, MembershipDb, Task>, Task> inScope)
{
    private const string Organization = "HND";
    private static readonly DateOnly Registered = new(2025, 12, 31);
    private static readonly DateOnly ListedOn = new(2026, 6, 30);

    private readonly SortedDictionary<ListedMistake, MatchingCounts> _counts = [];

    public IReadOnlyDictionary<ListedMistake, MatchingCounts> Counts => _counts;

    /// <summary>Of the rows that were taken for somebody the register knows, the share that are, 0 to 1.</summary>
    public double CertainPrecision => Share(_counts.Values.Sum(row => row.CertainRight), _counts.Values.Sum(row => row.CertainRight + row.CertainWrong));

    /// <summary>Of the rows that mean somebody the register knows, the share that was taken for her or asked about her, 0 to 1.</summary>
    public double Recall
    {
        get
        {
            var known = _counts.Where(row => row.Key < ListedMistake.Stranger).Select(row => row.Value).ToList();
            return Share(known.Sum(row => row.CertainRight + row.AskedRight), known.Sum(row => row.All));
        }
    }

    /// <summary>Of a thousand rows of the clean lists.</summary>
    public double QuestionsPerThousand
    {
        get
        {
            ListedMistake[] clean = [ListedMistake.None, ListedMistake.NoNumber, ListedMistake.Stranger];
            var rows = _counts.Where(row => clean.Contains(row.Key)).Select(row => row.Value).ToList();
            return 1000 * Share(rows.Sum(row => row.AskedRight + row.AskedWrong), rows.Sum(row => row.All));
        }
    }

    public async Task RunAsync(IEnumerable<SampleCommune> homes, int members, int ofEach)
    {
        foreach (var (home, place) in homes.Select((home, place) => (home, place)))
        {
            var commune = new LabelledCommune(home, place, members, ofEach);
            var people = await RegisterAsync(commune);
            await CheckAsync(commune, commune.Clean, people);
            await CheckAsync(commune, commune.Mistaken, people);
        }
    }

    /// <summary>The confusion table, as README has it.</summary>
    public string Table()
    {
        var text = new StringBuilder("| listed | rows | certain, right | certain, wrong | asked, with her | asked, others | new |\n|---|---:|---:|---:|---:|---:|---:|\n");
        foreach (var (mistake, row) in _counts)
            text.Append(CultureInfo.InvariantCulture, $"| {mistake} | {row.All} | {row.CertainRight} | {row.CertainWrong} | {row.AskedRight} | {row.AskedWrong} | {row.New} |\n");
        return text.Append(
            CultureInfo.InvariantCulture,
            $"certain precision {100 * CertainPrecision:0.000} %, recall of certain and asked {100 * Recall:0.00} %, {QuestionsPerThousand:0.00} questions per 1,000 rows of clean lists").ToString();
    }

    private static double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;

    /// <returns>Keys of the members, by their place.</returns>
    private async Task<long[]> RegisterAsync(LabelledCommune commune)
    {
        long[] people = [];
        await inScope(async (mediator, db) =>
        {
            var import = await CheckAsync(mediator, commune, commune.MembersList, Registered);
            var waiting = new List<StagedRow>();
            await foreach (var row in RowsAsync(mediator, import))
            {
                if (row.Verdict == RowVerdict.Doubtful)
                    waiting.Add(row);
            }

            // Namesakes of one list are people of their own: so they were made.
            foreach (var row in waiting)
                _ = (await mediator.Send(new DecideImportRow(import, row.RowNumber, RowDecision.AsNewPerson))).Value;
            _ = (await mediator.Send(new CommitMemberImport(import))).Value;
            var taken = await db.ImportedRows.Where(row => row.ImportId == import).ToDictionaryAsync(row => row.RowNumber, row => row.PersonId);
            people = [.. Enumerable.Range(0, commune.Members.Count).Select(place => taken.GetValueOrDefault(place + 2, -1))];
            // A row or two may be rejected; were it more, nothing would be measured.
            if (people.Count(person => person < 0) > people.Length / 20)
                throw new InvalidOperationException($"Of {people.Length} members {taken.Count} came into the register");
        });
        return people;
    }

    private Task CheckAsync(LabelledCommune commune, IReadOnlyList<LabelledRow> rows, long[] people) => inScope(async (mediator, _) =>
    {
        var import = await CheckAsync(mediator, commune, LabelledCommune.ListOf(rows.Select(row => row.Line)), ListedOn);
        await foreach (var row in RowsAsync(mediator, import))
        {
            var labelled = rows[row.RowNumber - 2];
            if (labelled.Member is { } known && people[known] < 0)
                continue;
            if (!_counts.TryGetValue(labelled.Mistake, out var counts))
                _counts.Add(labelled.Mistake, counts = new MatchingCounts());
            counts.Add(row, labelled.Member is { } member ? people[member] : null);
        }
    });

    private static async Task<long> CheckAsync(IMediator mediator, LabelledCommune commune, string list, DateOnly asOf)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(list));
        var received = await mediator.Send(new ReceiveMemberList(
            content, "danh-sach.csv", Organization, commune.Code, asOf, Choices: new ListChoices { EmptyCells = EmptyCells.Keep }));
        return (await mediator.Send(new CheckMemberList(received.Value))).Value.Id;
    }

    private static async IAsyncEnumerable<StagedRow> RowsAsync(IMediator mediator, long import)
    {
        for (var page = 1; ; page++)
        {
            var preview = (await mediator.Send(new GetImportPreview(import, Page: page))).Value;
            foreach (var row in preview.Rows)
                yield return row.Row;
            if (page * GetImportPreview.PageSize >= preview.RowsInFilter)
                yield break;
        }
    }
}

/// <summary>What became of rows of one kind.</summary>
public sealed class MatchingCounts
{
    public int CertainRight { get; private set; }

    public int CertainWrong { get; private set; }

    /// <summary>Asked, with the person meant among those it may mean.</summary>
    public int AskedRight { get; private set; }

    public int AskedWrong { get; private set; }

    public int New { get; private set; }

    public int All => CertainRight + CertainWrong + AskedRight + AskedWrong + New;

    /// <param name="means">Null: nobody the register knows.</param>
    public void Add(StagedRow row, long? means)
    {
        if (row.Verdict is RowVerdict.Changed or RowVerdict.Unchanged)
            _ = row.PersonId == means ? CertainRight++ : CertainWrong++;
        else if (row.Verdict == RowVerdict.Doubtful)
            _ = means is { } person && row.Details.Candidates.Contains(person) ? AskedRight++ : AskedWrong++;
        else
            New++;
    }
}
