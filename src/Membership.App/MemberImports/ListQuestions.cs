using Membership.App.Database;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>What the officer is asked of a list before it is written, beside repairs and blank cells; answered or not.</summary>
/// <param name="Facts">Values of known people that the list would overwrite.</param>
/// <param name="Branches">Those that the list names, in its order.</param>
/// <param name="Coverage">Null when the list is no full one of a single branch, or nobody is in another branch.</param>
public sealed record ListQuestions(IReadOnlyList<FactQuestion> Facts, IReadOnlyList<NamedBranch> Branches, CoverageQuestion? Coverage)
{
    public IEnumerable<NamedBranch> NewBranches => Branches.Where(branch => branch.Reading.Id is null);

    /// <summary>What waits for an answer; null when nothing does.</summary>
    internal ListNotAnswered? Open(long importId)
    {
        var open = new ListNotAnswered(
            importId,
            [.. Facts.Where(fact => fact.Answer is null)],
            [.. Branches.Where(branch => branch.Reading.IsAsked).DistinctBy(branch => branch.Reading)],
            Coverage is { Answer: ListCoverage.NotAnswered } ? Coverage : null);
        return open.Facts.Count + open.Branches.Count == 0 && open.Coverage is null ? null : open;
    }

    internal static async Task<ListQuestions> ReadAsync(MembershipDb db, MemberImport import, ImportStaging staging, CancellationToken cancellationToken)
    {
        var known = await db.OrganizationUnits
            .Where(unit => unit.OrganizationId == import.OrganizationId && unit.LocalityId == import.LocalityId && unit.ValidTo == null && unit.Kind == OrganizationUnitKind.Branch)
            .Select(unit => new KnownBranch(unit.Id, unit.Name)).ToListAsync(cancellationToken);
        var (names, named) = (new BranchNames(known, import.Choices), staging.NamedBranches());
        NamedBranch[] branches = [.. named.Where(one => one.Branch is not null).Select(one => new NamedBranch(one.Branch!, one.Rows, one.FirstRow, names.Read(one.Branch!)))];
        var isOfOne = import.Choices.Mode == ListMode.Full && named.All(one => one.Branch is not null) && branches.Select(branch => branch.Reading).Distinct().Count() == 1;
        return new ListQuestions(
            await FactsAsync(db, import, staging, cancellationToken),
            branches,
            isOfOne ? await CoverageAsync(db, import, staging, branches[0].Reading, cancellationToken) : null);
    }

    private static async Task<IReadOnlyList<FactQuestion>> FactsAsync(MembershipDb db, MemberImport import, ImportStaging staging, CancellationToken cancellationToken)
    {
        // After a commit what was written is not asked about any more.
        var written = import.State == MemberImportState.Checked
            ? []
            : await db.ImportedRows.Where(row => row.ImportId == import.Id && row.TakenAs == RowVerdict.Changed).Select(row => row.RowNumber).ToListAsync(cancellationToken);
        return
        [
            .. staging.AskedFacts(written)
                .Select(asked => new FactQuestion(asked.Fact, asked.Rows, asked.FirstRow, import.Choices.KnownPeople.TryGetValue(asked.Fact, out var answer) ? answer : null)),
        ];
    }

    private static async Task<CoverageQuestion?> CoverageAsync(
        MembershipDb db, MemberImport import, ImportStaging staging, BranchReading branch, CancellationToken cancellationToken)
    {
        var missing = staging.Missing.OfPeople(null).Select(member => member.MembershipId).ToList();
        var others = await db.Memberships.CountAsync(membership => missing.Contains(membership.Id) && membership.UnitId != branch.Id, cancellationToken);
        return others == 0 && import.Choices.Coverage == ListCoverage.NotAnswered ? null : new CoverageQuestion(branch.Name, others, import.Choices.Coverage);
    }
}

/// <param name="Rows">Rows that would overwrite it, doubtful ones only when they were decided to mean somebody.</param>
/// <param name="FirstRow">Key of the first of them.</param>
/// <param name="Answer">Null while it waits for one.</param>
public sealed record FactQuestion(KnownFact Fact, int Rows, int FirstRow, KnownAnswer? Answer);

/// <param name="Written">As the rows have it.</param>
/// <param name="FirstRow">Key of the first row.</param>
public sealed record NamedBranch(string Written, int Rows, int FirstRow, BranchReading Reading);

/// <param name="Branch">The only one that the list names.</param>
/// <param name="Others">Members of other branches who would be missing if the list were the whole unit's.</param>
public sealed record CoverageQuestion(string Branch, int Others, ListCoverage Answer);

/// <summary>Answers to <see cref="ListQuestions"/>; what is not in it stays as it was.</summary>
/// <param name="Branches">By the name as written: the name of the branch that it is; its own for a new one.</param>
public sealed record ListAnswers(
    IReadOnlyDictionary<KnownFact, KnownAnswer> KnownPeople, IReadOnlyDictionary<string, string> Branches, ListCoverage Coverage = ListCoverage.NotAnswered)
{
    /// <summary>One answer for all that is asked about known people.</summary>
    public static ListAnswers ForAll(KnownAnswer answer) => new(KnownFacts.Protected.ToDictionary(fact => fact, _ => answer), new Dictionary<string, string>());

    internal ListChoices Over(ListChoices before)
    {
        var keys = Branches.ToDictionary(branch => ListChoices.ValueKey(MemberField.Branch, Domain.Members.PersonName.Fold(Domain.Members.VietnameseText.Clean(branch.Key))), branch => branch);
        return before with
        {
            KnownPeople = Joined(before.KnownPeople, KnownPeople),
            Values = Joined(before.Values, keys.ToDictionary(key => key.Key, key => key.Value.Value)),
            WrittenValues = Joined(before.WrittenValues ?? new Dictionary<string, string>(), keys.ToDictionary(key => key.Key, key => key.Value.Key)),
            Coverage = Coverage == ListCoverage.NotAnswered ? before.Coverage : Coverage,
            AreRemembered = before.AreRemembered && Branches.Count == 0,
        };
    }

    /// <summary>Whether rows do something else, or others are missing, by the choices of after.</summary>
    internal static bool MakeADifference(ListChoices before, ListChoices after) =>
        KnownFacts.Protected.Any(fact => before.Keeps(fact) != after.Keeps(fact))
        || (after.Mode == ListMode.Full && (before.Coverage == ListCoverage.Branch) != (after.Coverage == ListCoverage.Branch))
        || after.Values.Any(value => before.Values.GetValueOrDefault(value.Key) != value.Value);

    private static Dictionary<TKey, TValue> Joined<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> before, IReadOnlyDictionary<TKey, TValue> after)
        where TKey : notnull =>
        before.Concat(after).GroupBy(one => one.Key).ToDictionary(one => one.Key, one => one.Last().Value);
}
