using System.Globalization;
using Membership.App.Forms;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The questions about a list: their form knows what was answered when the page was opened.</summary>
public sealed class AnswerForms
{
    private const string Blanks = "empty cells";
    private readonly OpenedForms _forms;
    private readonly MeanwhileReading _meanwhile;

    internal AnswerForms(OpenedForms forms, MeanwhileReading meanwhile) => (_forms, _meanwhile) = (forms, meanwhile);

    public string Open(long importId, ListChoices choices) => _forms.Seal(
        SubjectOf(importId), Enum.GetValues<RepairCode>().Select(code => KeyValuePair.Create(code.ToString(), Text(choices, code))).Append(KeyValuePair.Create(Blanks, Text(choices.EmptyCells))));

    internal async Task<IReadOnlyList<MeanwhileField>> OvertakenAsync(AnswerRepairs request, ListChoices choices, CancellationToken cancellationToken)
    {
        if (request.Form is not { } form)
            return [];

        var opened = _forms.Open(SubjectOf(request.ImportId), form);
        var overtaken = request.Answers
            .Where(answer => opened.IsOvertaken(answer.Key.ToString(), Text(choices, answer.Key), answer.Value.ToString()))
            .Select(answer => (Field: answer.Key.ToString(), Label: $"Câu hỏi “{RepairText.Of(answer.Key)}”", Now: Words(choices, answer.Key))).ToList();
        if (request.EmptyCells != EmptyCells.NotAnswered && opened.IsOvertaken(Blanks, Text(choices.EmptyCells), Text(request.EmptyCells)))
            overtaken.Add((Blanks, "Câu hỏi về ô để trống", Words(choices.EmptyCells)));
        if (overtaken.Count == 0)
            return [];

        var (by, at) = await _meanwhile.LatestAsync(opened, nameof(MemberImport), [request.ImportId], row: null, cancellationToken);
        return overtaken.ConvertAll(one => new MeanwhileField(one.Field, one.Label, one.Now, by, at));
    }

    internal static AnswerRepairs Without(IReadOnlyList<MeanwhileField> overtaken, AnswerRepairs request)
    {
        var fields = overtaken.Select(one => one.Field).ToHashSet();
        return request with
        {
            Answers = request.Answers.Where(answer => !fields.Contains(answer.Key.ToString())).ToDictionary(),
            EmptyCells = fields.Contains(Blanks) ? EmptyCells.NotAnswered : request.EmptyCells,
        };
    }

    private static string SubjectOf(long importId) => string.Create(CultureInfo.InvariantCulture, $"{nameof(MemberImport)} {importId} answers");

    private static string? Text(ListChoices choices, RepairCode code) => choices.Repairs.TryGetValue(code, out var accepted) ? accepted.ToString() : null;

    private static string? Text(EmptyCells answer) => answer == EmptyCells.NotAnswered ? null : answer.ToString();

    private static string Words(ListChoices choices, RepairCode code) =>
        choices.Repairs.TryGetValue(code, out var accepted) ? accepted ? "Đồng ý sửa" : "Không sửa" : "chưa trả lời";

    private static string Words(EmptyCells answer) => answer switch
    {
        EmptyCells.Keep => "Giữ số liệu đang có",
        EmptyCells.Clear => "Xóa theo danh sách",
        _ => "chưa trả lời",
    };
}
