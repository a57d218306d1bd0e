using System.Globalization;
using Membership.App.Forms;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The form in which a doubtful row is decided: it knows how the row was decided when the page was opened.</summary>
public sealed class DecisionForms
{
    private const string Field = "decision";
    private readonly OpenedForms _forms;
    private readonly MeanwhileReading _meanwhile;

    internal DecisionForms(OpenedForms forms, MeanwhileReading meanwhile) => (_forms, _meanwhile) = (forms, meanwhile);

    public string Open(long importId, StagedRow row) =>
        _forms.Seal(SubjectOf(importId, row.RowNumber), [KeyValuePair.Create(Field, (string?)Text(row.Decision, row.PersonId))]);

    internal async Task<ChangedMeanwhile?> OvertakenAsync(DecideImportRow request, StagedRow row, CancellationToken cancellationToken)
    {
        if (request.Form is not { } form)
            return null;

        var opened = _forms.Open(SubjectOf(request.ImportId, row.RowNumber), form);
        if (!opened.IsOvertaken(Field, Text(row.Decision, row.PersonId), Text(request.Decision, request.PersonId)))
            return null;

        var (by, at) = await _meanwhile.LatestAsync(opened, nameof(MemberImport), [request.ImportId], row.RowNumber, cancellationToken);
        return new ChangedMeanwhile([new MeanwhileField(Field, $"Quyết định của dòng {ListRow.OfKey(row.RowNumber).Number}", InWords(row.Decision), by, at)], []);
    }

    private static string SubjectOf(long importId, int rowKey) => string.Create(CultureInfo.InvariantCulture, $"{nameof(MemberImport)} {importId} decision {rowKey}");

    /// <summary>Whom a row perhaps means is no decision yet.</summary>
    private static string Text(RowDecision decision, long? personId) => decision == RowDecision.AsKnownPerson
        ? string.Create(CultureInfo.InvariantCulture, $"{decision} {personId}")
        : decision.ToString();

    private static string InWords(RowDecision decision) => decision switch
    {
        RowDecision.AsKnownPerson => "là người đã có trong sổ",
        RowDecision.AsNewPerson => "người mới",
        RowDecision.LeaveOut => "bỏ dòng này",
        _ => "chưa quyết định",
    };
}
