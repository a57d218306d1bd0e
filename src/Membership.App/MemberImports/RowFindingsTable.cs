using Membership.App.Database;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>Which rows show a finding, beside the rows in staging, where it is sealed with everything else that was found.</summary>
internal sealed class RowFindingsTable(SqliteConnection staging) : IDisposable
{
    public const string Create = """
        CREATE TABLE RowFindings (Kind INTEGER NOT NULL, Code INTEGER NOT NULL, RowNumber INTEGER NOT NULL, PRIMARY KEY (Kind, Code, RowNumber)) WITHOUT ROWID
        """;

    /// <summary>A condition on the rows of staging. Parameters: @kind, @code.</summary>
    public const string Shows = "RowNumber IN (SELECT f.RowNumber FROM RowFindings f WHERE f.Kind = @kind AND f.Code = @code)";

    public const string Forget = "DELETE FROM RowFindings WHERE RowNumber = @row";

    private RepeatedStatement? _insert;

    public void Add(StagedRow row)
    {
        foreach (var (finding, _) in RowFinding.In(row.Details))
        {
            _insert ??= new RepeatedStatement(staging, "INSERT INTO RowFindings VALUES (?, ?, ?)");
            _insert.Run([(int)finding.Kind, finding.Code, row.RowNumber]);
        }
    }

    public void Dispose() => _insert?.Dispose();
}
