using System.Text.Json;
using Membership.App.Audit;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What the log says of an officer's answers to a list: which she gave, never what stands in its cells.</summary>
internal static class ReadingAudit
{
    public const string Answered = "answered";
    public const string Chosen = "chosen";

    /// <summary>To what is proposed to be put right, and to blank cells.</summary>
    public static AuditNote OfAnswers(long importId, IReadOnlyDictionary<RepairCode, bool> repairs, EmptyCells emptyCells, ListAnswers? questions = null) => Note(
        importId, Answered, repairs.Count,
    [
        ("agreedRepairs", Names(repairs, accepted: true)), ("refusedRepairs", Names(repairs, accepted: false)),
        ("emptyCells", emptyCells == EmptyCells.NotAnswered ? null : emptyCells),
        ("keptValues", Names(questions, KnownAnswer.Keep)), ("takenValues", Names(questions, KnownAnswer.Take)),
        ("branches", questions is { Branches.Count: > 0 } ? questions.Branches.Count : null),
        ("coverage", questions?.Coverage switch { ListCoverage.Branch => "OwnBranchOnly", ListCoverage.Unit => "WholeUnit", _ => null }),
    ]);

    private static string? Names(ListAnswers? questions, KnownAnswer answer) =>
        string.Join(", ", (questions?.KnownPeople ?? new Dictionary<KnownFact, KnownAnswer>()).Where(one => one.Value == answer).Select(one => one.Key).Order().Select(KnownFactText.Name))
            is { Length: > 0 } names ? names : null;

    /// <summary>How the list is to be read, where that is something else than before.</summary>
    public static AuditNote OfChoices(long importId, ListChoices before, ListChoices after)
    {
        (string, object?)[] changed =
        [
            ("columns", IsSame(before.Tables, after.Tables) ? null : after.Tables.Sum(table => table.Columns.Count)),
            ("values", IsSame(before.Values, after.Values) ? null : after.Values.Count),
            ("encoding", before.Encoding == after.Encoding ? null : after.Encoding),
            ("listMode", before.Mode == after.Mode ? null : after.Mode),
            ("emptyCells", before.EmptyCells == after.EmptyCells ? null : after.EmptyCells),
        ];
        return Note(importId, Chosen, changed.Count(one => one.Item2 is not null), changed);
    }

    private static AuditNote Note(long importId, string what, int count, IEnumerable<(string Name, object? Value)> details) => new(AuditKind.Changed, nameof(MemberImport), importId)
    {
        Details = details.Where(detail => detail.Value is not null).Prepend((what, count)).ToDictionary(detail => detail.Item1, detail => detail.Item2),
    };

    private static string? Names(IReadOnlyDictionary<RepairCode, bool> repairs, bool accepted) =>
        string.Join(", ", repairs.Where(repair => repair.Value == accepted).Select(repair => repair.Key).Order().Select(RepairText.Of)) is { Length: > 0 } names ? names : null;

    private static bool IsSame<T>(T one, T other) => JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
}
