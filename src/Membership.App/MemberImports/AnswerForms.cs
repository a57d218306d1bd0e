using System.Globalization;
using Membership.App.Forms;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The questions about a list: their form knows what was answered when the page was opened.</summary>
public sealed class AnswerForms
{
    private const string Blanks = "empty cells";
    private const string Branches = "branches";
    private const string Coverage = "coverage";
    private readonly OpenedForms _forms;
    private readonly MeanwhileReading _meanwhile;

    internal AnswerForms(OpenedForms forms, MeanwhileReading meanwhile) => (_forms, _meanwhile) = (forms, meanwhile);

    public string Open(long importId, ListChoices choices) => _forms.Seal(
        SubjectOf(importId),
        Enum.GetValues<RepairCode>().Select(code => Repair(code, choices, choices))
            .Concat(KnownFacts.Protected.Select(fact => Known(fact, choices, choices)))
            .Append(EmptyCell(choices, choices)).Append(Branch(choices, choices)).Append(Covered(choices, choices))
            .Select(question => KeyValuePair.Create(question.Field, question.Now)));

    /// <summary>What somebody else answered otherwise since the form was opened, of what the form answers.</summary>
    internal async Task<IReadOnlyList<MeanwhileField>> OvertakenAsync(AnswerRepairs request, ListChoices choices, CancellationToken cancellationToken)
    {
        if (request.Form is not { } form)
            return [];

        var opened = _forms.Open(SubjectOf(request.ImportId), form);
        var overtaken = Asked(request, choices).Where(question => opened.IsOvertaken(question.Field, question.Now, question.Typed)).ToList();
        if (overtaken.Count == 0)
            return [];

        var (by, at) = await _meanwhile.LatestAsync(opened, nameof(MemberImport), [request.ImportId], row: null, cancellationToken);
        return overtaken.ConvertAll(question => new MeanwhileField(question.Field, question.Label, question.Words, by, at));
    }

    internal static AnswerRepairs Without(IReadOnlyList<MeanwhileField> overtaken, AnswerRepairs request)
    {
        var fields = overtaken.Select(one => one.Field).ToHashSet();
        return request with
        {
            Answers = request.Answers.Where(answer => !fields.Contains(answer.Key.ToString())).ToDictionary(),
            EmptyCells = fields.Contains(Blanks) ? EmptyCells.NotAnswered : request.EmptyCells,
            Questions = request.Questions is { } questions
                ? questions with
                {
                    KnownPeople = questions.KnownPeople.Where(answer => !fields.Contains(answer.Key.ToString())).ToDictionary(),
                    Branches = fields.Contains(Branches) ? new Dictionary<string, string>() : questions.Branches,
                    Coverage = fields.Contains(Coverage) ? ListCoverage.NotAnswered : questions.Coverage,
                }
                : null,
        };
    }

    private static IEnumerable<Question> Asked(AnswerRepairs request, ListChoices now)
    {
        var typed = AnswerRepairsHandler.Answered(now, request);
        foreach (var code in request.Answers.Keys)
            yield return Repair(code, now, typed);
        foreach (var fact in request.Questions?.KnownPeople.Keys ?? [])
            yield return Known(fact, now, typed);
        if (request.EmptyCells != EmptyCells.NotAnswered)
            yield return EmptyCell(now, typed);
        if (request.Questions is { Branches.Count: > 0 })
            yield return Branch(now, typed);
        if (request.Questions is { Coverage: not ListCoverage.NotAnswered })
            yield return Covered(now, typed);
    }

    private static Question Repair(RepairCode code, ListChoices now, ListChoices typed) => new(
        code.ToString(), $"Câu hỏi “{RepairText.Of(code)}”", Text(now, code), Text(typed, code),
        now.Repairs.TryGetValue(code, out var accepted) ? accepted ? "Đồng ý sửa" : "Không sửa" : NotAnswered);

    private static Question Known(KnownFact fact, ListChoices now, ListChoices typed) => new(
        fact.ToString(), $"Câu hỏi về {KnownFactText.Name(fact)} khác sổ", Text(now, fact), Text(typed, fact), now.KnownPeople.GetValueOrDefault(fact) switch
        {
            KnownAnswer.Keep => "Giữ giá trị trong sổ",
            KnownAnswer.Take => "Lấy theo danh sách",
            _ => NotAnswered,
        });

    private static Question EmptyCell(ListChoices now, ListChoices typed) => new(
        Blanks, "Câu hỏi về ô để trống", now.EmptyCells.ToString(), typed.EmptyCells.ToString(), now.EmptyCells switch
        {
            EmptyCells.Keep => "Giữ số liệu đang có",
            EmptyCells.Clear => "Xóa theo danh sách",
            _ => NotAnswered,
        });

    private static Question Branch(ListChoices now, ListChoices typed) =>
        new(Branches, "Câu hỏi về chi hội, chi đoàn mới", Text(now), Text(typed), "trả lời khác");

    private static Question Covered(ListChoices now, ListChoices typed) => new(
        Coverage, "Câu hỏi danh sách của chi hội hay của cả xã, phường", now.Coverage.ToString(), typed.Coverage.ToString(), now.Coverage switch
        {
            ListCoverage.NotAnswered => NotAnswered,
            ListCoverage.Branch => "của riêng chi hội",
            _ => "của cả xã, phường",
        });

    private const string NotAnswered = "chưa trả lời";

    private static string SubjectOf(long importId) => string.Create(CultureInfo.InvariantCulture, $"{nameof(MemberImport)} {importId} answers");

    private static string? Text(ListChoices choices, RepairCode code) => choices.Repairs.TryGetValue(code, out var accepted) ? accepted.ToString() : null;

    private static string? Text(ListChoices choices, KnownFact fact) => choices.KnownPeople.TryGetValue(fact, out var answer) ? answer.ToString() : null;

    /// <summary>All answers about branches: they are one question to who reads the page.</summary>
    private static string Text(ListChoices choices) => string.Join('\n', choices.Values
        .Where(value => value.Key.StartsWith(ListChoices.ValueKey(MemberField.Branch, ""), StringComparison.Ordinal))
        .OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));

    /// <param name="Now">As answered by now.</param>
    /// <param name="Typed">As it would be answered with the form.</param>
    /// <param name="Words"><paramref name="Now"/> as officers read it.</param>
    private sealed record Question(string Field, string Label, string? Now, string? Typed, string Words);
}
