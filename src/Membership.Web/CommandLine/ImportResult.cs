using System.Text.Json.Serialization;
using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.Web.CommandLine;

/// <summary>What <c>import --json</c> prints.</summary>
/// <param name="HeaderRow">The (last) heading line, as Excel numbers it.</param>
/// <param name="MissingMembers">Known members whom a full list does not name.</param>
/// <param name="UsedRememberedAnswers">It was read as an earlier list with these headings was answered for.</param>
internal sealed record ImportResult(
    string File, string Sha256, string Sheet, int HeaderRow, int Rows, int New, int Changed, int Unchanged, int Doubtful, int Rejected,
    bool Committed, long ImportId, IReadOnlyList<ImportedColumn> Columns, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<ImportRepair> Repairs,
    IReadOnlyList<ImportWarning> Warnings, int MissingMembers, bool UsedRememberedAnswers)
{
    /// <summary>Rows that overwrite a value of a known person, or would, by what it is.</summary>
    public required ImportChanges Changes { get; init; }

    /// <summary>Branches that the register does not know.</summary>
    public required IReadOnlyList<ImportBranch> NewBranches { get; init; }

    /// <summary>What must be answered before it can be written, for a person at the terminal.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Questions { get; init; } = [];

    /// <summary>Rows that mean, or may mean, people beyond the user's scope: nothing of them is changed, differences are proposed.</summary>
    public int BeyondScope { get; init; }

    /// <summary>Rows that are hidden or filtered away in the file; they are read all the same.</summary>
    public int HiddenRows { get; init; }

    /// <summary>Rows whose name is struck through; null for .xls, which does not tell.</summary>
    public int? StrikethroughRows { get; init; }

    /// <summary>Sums that the list declares and its rows do not come to.</summary>
    public IReadOnlyList<ImportTotal> DeclaredTotals { get; init; } = [];

    public static ImportResult Of(ImportReport report, bool committed) => new(
        report.Import.FileName,
        report.Import.Sha256,
        report.Import.Sheet!,
        report.Import.HeaderRow!.Value,
        report.Import.Rows,
        report.Import.NewRows,
        report.Import.ChangedRows,
        report.Import.UnchangedRows,
        report.Import.DoubtfulRows,
        report.Import.RejectedRows,
        committed,
        report.Import.Id,
        [.. report.Tables[0].Columns.Select(column => new ImportedColumn(column.Header, SheetColumn.Letters(column.Index), column.Field))],
        [.. report.Problems.Select(problem => Problem(problem, report.Tables))],
        [.. report.Repairs.OrderBy(repair => repair.Key).Select(repair => new ImportRepair(repair.Key, repair.Value))],
        [.. report.Warnings.Select(warning => new ImportWarning(warning.Code, warning.Rows, ListRow.OfKey(warning.FirstRow).Number, RowWarningText.Of(warning.Code)))],
        report.Import.MissingMembers,
        report.Import.Choices.AreRemembered)
    {
        Changes = ImportChanges.Of(report.Overwritten),
        NewBranches = [.. report.NewBranches.Select(branch => new ImportBranch(branch.Name, branch.Nearest))],
        Questions = report.Open is { } open ? [.. ListNotAnsweredText.Questions(open)] : [],
        BeyondScope = report.BeyondScope,
        HiddenRows = report.HiddenRows,
        StrikethroughRows = report.StruckRows,
        DeclaredTotals = [.. report.WrongTotals.Select(total => new ImportTotal(ListRow.OfKey(total.Row).Number, total.Declared, total.Read))],
    };

    private static ImportProblem Problem(ReportedProblem reported, IReadOnlyList<ListTable> tables)
    {
        var column = ListTable.Of(reported.RowNumber, tables).Columns.FirstOrDefault(candidate => candidate.Field == reported.Problem.Field);
        return new ImportProblem(
            ListRow.OfKey(reported.RowNumber).Number, tables.Count > 1 ? ListTable.Of(reported.RowNumber, tables).Sheet : null, column is null ? null : SheetColumn.Letters(column.Index), reported.Problem.Field, reported.Problem.Code,
            reported.Problem.Text, RowProblemText.Of(reported.Problem));
    }
}

/// <summary>Rows by what they overwrite in people who are known.</summary>
internal sealed record ImportChanges(int Name, int BirthDate, int Sex, int Numbers, int Address, int Branch)
{
    public static ImportChanges Of(IReadOnlyDictionary<KnownFact, int> rows) => new(
        rows.GetValueOrDefault(KnownFact.Name), rows.GetValueOrDefault(KnownFact.BirthDate), rows.GetValueOrDefault(KnownFact.Sex),
        rows.GetValueOrDefault(KnownFact.Numbers), rows.GetValueOrDefault(KnownFact.Address), rows.GetValueOrDefault(KnownFact.Branch));
}

/// <param name="Nearest">The known branch of nearly the same name; null when there is none.</param>
internal sealed record ImportBranch(string Name, string? Nearest);

/// <param name="Column">As Excel letters it.</param>
/// <param name="Field">Null: not understood, kept only in the stored file.</param>
internal sealed record ImportedColumn(string Header, string Column, MemberField? Field);

/// <param name="Sheet">Null where the list is one table.</param>
internal sealed record ImportProblem(int Row, string? Sheet, string? Column, MemberField Field, RowProblemCode Code, string Text, string Message);

internal sealed record ImportRepair(RepairCode Code, int Rows);

/// <param name="FirstRow">The first that shows it.</param>
internal sealed record ImportWarning(RowWarningCode Code, int Rows, int FirstRow, string Message);

/// <param name="Read">Rows of people above it.</param>
internal sealed record ImportTotal(int Row, int Declared, int Read);
