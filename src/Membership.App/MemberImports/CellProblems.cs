using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>The problems of a row, each at the cell that it is about; those of no single cell stay with the row.</summary>
internal sealed class CellProblems
{
    /// <summary>They name a field only because every problem does: no cell is wrong.</summary>
    private static readonly RowProblemCode[] OfNoCell =
    [
        RowProblemCode.SamePersonAsRow, RowProblemCode.InAnotherUnitThatDay, RowProblemCode.PersonRestricted, RowProblemCode.OnlyInOtherOrganizations,
    ];

    /// <summary>Columns in which a field may stand instead of in one of its own.</summary>
    private static readonly MemberField[][] Alike =
    [
        [MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName],
        [MemberField.DateOfBirth, MemberField.BirthIfMale, MemberField.BirthIfFemale],
        [MemberField.Sex, MemberField.MaleTick, MemberField.FemaleTick],
        [MemberField.CitizenId, MemberField.FormerIdNumber],
    ];

    private readonly Dictionary<int, string> _byColumn = [];

    private CellProblems()
    {
    }

    public List<string> OfTheRow { get; } = [];

    public static CellProblems Of(StagedRow row, IReadOnlyList<ListColumn> columns)
    {
        var problems = new CellProblems();
        foreach (var problem in row.Details.Problems)
        {
            var text = RowProblemText.Of(problem);
            if (!OfNoCell.Contains(problem.Code) && ColumnOf(problem, row, columns) is { } column)
                problems._byColumn[column] = problems.At(column) is { } earlier ? $"{earlier} {text}" : text;
            else
                problems.OfTheRow.Add(text);
        }

        return problems;
    }

    public string? At(int column) => _byColumn.GetValueOrDefault(column);

    /// <summary>Among columns of the same field the one that holds what the problem speaks of.</summary>
    private static int? ColumnOf(RowProblem problem, StagedRow row, IReadOnlyList<ListColumn> columns)
    {
        var own = columns.Where(column => column.Field == problem.Field).ToList();
        var alike = Alike.FirstOrDefault(fields => fields.Contains(problem.Field)) ?? [];
        var perhaps = own.Count > 0 ? own : columns.Where(column => column.Field is { } field && alike.Contains(field)).ToList();
        return (perhaps.Find(column => problem.Text.Length > 0 && row.TextOf(column.Index) == problem.Text) ?? perhaps.FirstOrDefault())?.Index;
    }
}
