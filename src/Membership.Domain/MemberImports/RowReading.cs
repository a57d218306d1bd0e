using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>A row by field instead of by column, with what was found while reading it.</summary>
internal sealed class RowReading(SheetRow row, ListShape shape, DateOnly asOf)
{
    private List<RowProblem>? _problems;
    private List<RepairCode>? _repairs;

    public ListShape Shape { get; } = shape;

    /// <summary>The day the list speaks of.</summary>
    public DateOnly AsOf { get; } = asOf;

    public IReadOnlyList<RowProblem> Problems => _problems ?? (IReadOnlyList<RowProblem>)[];

    public IReadOnlyList<RepairCode> Repairs => _repairs ?? (IReadOnlyList<RepairCode>)[];

    public Cell this[MemberField field] => Shape.ColumnOf(field) is var column and >= 0 ? row[column] : Cell.Empty;

    public Cell this[int column] => row[column];

    public void Report(RowProblemCode code, MemberField field, string text) =>
        (_problems ??= []).Add(new RowProblem(code, field, VietnameseText.WellFormed(text)));

    public void Report(RowProblemCode code, MemberField field) => Report(code, field, this[field].Text);

    public void Repaired(RepairCode code)
    {
        if (_repairs is null || !_repairs.Contains(code))
            (_repairs ??= []).Add(code);
    }

    /// <summary>An error stands where a value is needed: reported.</summary>
    public bool HasError(MemberField field)
    {
        var isError = CellText.IsError(this[field]);
        if (isError)
            Report(RowProblemCode.CellHasError, field);

        return isError;
    }
}
