using System.Globalization;
using Membership.App.Forms;
using Membership.Domain.Forms;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The form that corrects the cells of a row, as it was opened: its fields are the columns.</summary>
internal sealed class ImportRowForm(OpenedForms forms, long importId, int rowKey)
{
    private readonly string _subject = string.Create(CultureInfo.InvariantCulture, $"{nameof(MemberImport)} {importId} row {rowKey}");

    public static string FieldOf(int column) => column.ToString(CultureInfo.InvariantCulture);

    /// <summary>A field of one line holds a cell without its line breaks: that is no change of hers.</summary>
    public static string InOneLine(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    public string Open(IEnumerable<EditableCell> cells) =>
        forms.Seal(_subject, cells.Select(cell => KeyValuePair.Create(FieldOf(cell.Column), (string?)InOneLine(cell.Text))));

    public SentCells Read(SentForm sent, IReadOnlyDictionary<int, string> typed, StagedRow row, RowAnswers answers)
    {
        var opened = forms.Open(_subject, sent);
        return new SentCells(opened, typed.ToLookup(
            cell => opened.Of(FieldOf(cell.Key), InOneLine(answers.TextOf(row, cell.Key)), InOneLine(cell.Value)), cell => cell.Key));
    }
}

/// <summary>The columns of a row that were sent, each as it stands to what others corrected meanwhile.</summary>
internal sealed record SentCells(OpenedForm Opened, ILookup<FieldStanding, int> Columns)
{
    public IReadOnlyList<MeanwhileField> Of(FieldStanding standing, StagedRow row, RowAnswers answers, IReadOnlyList<ListColumn> columns) =>
        [.. Columns[standing].Select(column => Field(column, row, answers, columns))];

    private static MeanwhileField Field(int column, StagedRow row, RowAnswers answers, IReadOnlyList<ListColumn> columns)
    {
        var by = answers.EditedBy.GetValueOrDefault(row.RowNumber)?.GetValueOrDefault(column);
        var now = answers.TextOf(row, column);
        return new MeanwhileField(
            ImportRowForm.FieldOf(column), LabelOf(column, columns), now.Length == 0 ? null : now, by?.By, by?.At);
    }

    private static string LabelOf(int column, IReadOnlyList<ListColumn> columns) =>
        columns.FirstOrDefault(one => one.Index == column) is { Header.Length: > 0 } found ? found.Header : $"Cột {column + 1}";
}
