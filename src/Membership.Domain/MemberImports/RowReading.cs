using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>A row by field instead of by column, with what was found while reading it.</summary>
internal sealed class RowReading(SheetRow row, RowRules rules)
{
    private List<RowProblem>? _problems;
    private List<RowRepair>? _repairs;
    private List<RowWarning>? _warnings;

    public ListShape Shape => Rules.Shape;

    public RowRules Rules { get; } = rules;

    public IReadOnlyList<RowProblem> Problems => _problems ?? (IReadOnlyList<RowProblem>)[];

    public IReadOnlyList<RowRepair> Repairs => _repairs ?? (IReadOnlyList<RowRepair>)[];

    public IReadOnlyList<RowWarning> Warnings => _warnings ?? (IReadOnlyList<RowWarning>)[];

    public Cell this[MemberField field] => Shape.ColumnOf(field) is var column and >= 0 ? row[column] : Cell.Empty;

    public Cell this[int column] => row[column];

    public bool IsAmongLeft => row.IsAmongLeft;

    /// <summary>Whole names are, or as much of them as is written.</summary>
    public bool IsStruckThrough
    {
        get
        {
            var isStruck = false;
            foreach (var column in Shape.NameColumns)
            {
                if (CellText.IsBlank(row[column]))
                    continue;
                if (row[column].Strike != Strike.Whole)
                    return false;

                isStruck = true;
            }

            return isStruck;
        }
    }

    /// <summary>A cell that the register keeps.</summary>
    public bool HasStruckCell
    {
        get
        {
            foreach (var column in Shape.Columns)
            {
                if (row[column.Index].Strike != Strike.None && column.Field is { } field && IsUsed(field))
                    return true;
            }

            return false;
        }
    }

    public void Report(RowProblemCode code, MemberField field, string text) =>
        (_problems ??= []).Add(new RowProblem(code, field, VietnameseText.WellFormed(text)));

    public void Report(RowProblemCode code, MemberField field) => Report(code, field, this[field].Text);

    public void Warn(RowWarningCode code, MemberField field) => Warn(code, field, this[field].Text);

    public void Warn(RowWarningCode code, MemberField field, string text) =>
        (_warnings ??= []).Add(new RowWarning(code, field, VietnameseText.WellFormed(text)));

    /// <summary>What the officer says a written value means; "" for nothing; null when she did not say.</summary>
    public string? Chosen(MemberField field, string written) => Rules.Choices.Values.Count == 0
        ? null
        : Rules.Choices.Values.GetValueOrDefault(ListChoices.ValueKey(field, PersonName.Fold(PersonName.Normalize(written))));

    /// <summary>Whether the officer lets this be put right, or was not asked yet.</summary>
    public bool Allows(RepairCode code) => !Rules.Choices.Refuses(code);

    public void Repaired(RepairCode code, MemberField field)
    {
        // What the officer typed herself is her own answer: she is not asked about it again.
        if (!IsEdited(Shape.ColumnOf(field)))
            Add(new RowRepair(code, field));
    }

    /// <summary>Names the cells of this row that were converted from old letters or ditto marks.</summary>
    public void NoteConverted()
    {
        if (row.Written is null)
            return;

        foreach (var column in Shape.Columns)
        {
            if (column.Field is { } field && IsUsed(field) && !IsEdited(column.Index)
                && column.Index < row.Written.Count && row.Written[column.Index].Text != row[column.Index].Text)
                Add(new RowRepair(row[column.Index].IsDitto ? RepairCode.DittoMark : RepairCode.LegacyTextConverted, field));
        }
    }

    /// <summary>The text of a field as it is to be kept; null when the cell says nothing.</summary>
    public string? Kept(MemberField field) => Kept(field, this[field]);

    /// <param name="otherwise">Stands for the field where that is blank.</param>
    public string? Kept(MemberField field, MemberField otherwise) => Kept(field) ?? (CellText.IsUnclear(this[field]) ? null : Kept(otherwise));

    /// <param name="known">A value that only sounds like nothing: "Không" is an answer about religion.</param>
    public string? Kept(MemberField field, Cell cell, Func<string, string?>? known = null)
    {
        if (CellText.IsError(cell))
            return Left(RowWarningCode.CellHasError, field, cell);
        if (CellText.Kept(cell) is not { } text)
            return null;
        if (CellText.IsDitto(cell))
            return Left(RowWarningCode.DittoUnclear, field, cell);
        if (CellText.SaysNothing(text) && known?.Invoke(text) is null)
            return null;

        return known is null ? FreeText(field, cell, text) : text;
    }

    private string? FreeText(MemberField field, Cell cell, string text)
    {
        if (field is MemberField.Address or MemberField.PermanentAddress && LegacyText.HasLostLetters(cell.Text))
            return Left(RowWarningCode.LettersLost, field, cell);
        if (LegacyText.IsGarbled(cell.Text))
        {
            Report(RowProblemCode.TextGarbled, field, cell.Text);
            return null;
        }

        if (cell.Kind == CellKind.Date)
            Warn(RowWarningCode.DayInTextCell, field, cell.Text);

        return text;
    }

    private string? Left(RowWarningCode because, MemberField field, Cell cell)
    {
        Warn(because, field, cell.Text);
        return null;
    }

    /// <summary>Texts with half a character in them, unless their field has a problem already.</summary>
    public void ReportBroken()
    {
        foreach (var column in Shape.Columns)
        {
            if (column.Field is { } field && IsUsed(field) && !VietnameseText.IsWellFormed(row[column.Index].Text) && Problems.All(problem => problem.Field != field))
                Report(RowProblemCode.TextBroken, field, row[column.Index].Text);
        }
    }

    /// <summary>An error stands where a value is needed: reported.</summary>
    public bool HasError(MemberField field)
    {
        var isError = CellText.IsError(this[field]);
        if (isError)
            Report(RowProblemCode.CellHasError, field);

        return isError;
    }

    /// <summary>What the register does not keep is neither put right nor wrong.</summary>
    private bool IsUsed(MemberField field) => MemberFields.IsKept(field) && (MemberFields.Before(field) is not { } before || CellText.IsBlank(this[before]));

    private bool IsEdited(int column) => row.Edited.Count > 0 && row.Edited.Contains(column);

    private void Add(RowRepair repair)
    {
        if (_repairs is null || !_repairs.Exists(earlier => earlier.Code == repair.Code))
            (_repairs ??= []).Add(repair);
    }
}
