using MediatR;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.Spreadsheets;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.Testing.Integrity;

/// <summary>
/// Imports an invented list into an empty register and compares, text by text: what the generator meant, what a second reader
/// finds in the file, what the program's reader finds, what it staged, and what it stored after the named repairs.
/// </summary>
/// <param name="sender">Sends as an administrator of the machine.</param>
public sealed class IntegrityRun(IMediator sender, ImportFiles files, FieldCipher cipher, DataFolder folder)
{
    private const string Stored = """
        SELECT i.RowNumber, p.FullName, p.FoldedName, p.CitizenId, p.Phone, p.Ethnicity, r.Address, u.Name, m.Office
        FROM ImportedRows i
        JOIN People p ON p.Id = i.PersonId
        JOIN Residences r ON r.PersonId = p.Id AND r."To" IS NULL
        JOIN Memberships m ON m.PersonId = p.Id
        JOIN OrganizationUnits u ON u.Id = m.UnitId
        WHERE i.ImportId = @import ORDER BY i.RowNumber
        """;

    private readonly IntegrityResult _result = new();
    private readonly Dictionary<string, string> _units = [];

    public async Task<IntegrityResult> RunAsync(int seed, int rows)
    {
        var path = Path.Combine(folder.Root, "integrity.xlsx");
        await using (var file = File.Create(path))
            IntegrityWorkbook.Write(file, seed, rows);
        CompareReaders(path, seed, rows);
        var import = await CheckAsync(path);
        using (var staging = files.OpenStaging(import))
            CompareStaging(staging, seed, rows);

        await CommitAsync(import);
        await CompareRegisterAsync(import, seed, rows);
        return _result;
    }

    private void CompareReaders(string path, int seed, int rows)
    {
        using var file = File.OpenRead(path);
        using var workbook = Workbook.Open(File.OpenRead(path), path, new WorkbookLimits()).Value;
        using var ours = workbook.Rows("DS").Skip(1).GetEnumerator();
        using var theirs = SecondReader.Rows(file, IntegrityRow.Headings.Length).Skip(1).GetEnumerator();
        foreach (var meant in IntegrityRow.Invent(seed, rows))
        {
            if (!ours.MoveNext() || !theirs.MoveNext())
            {
                _result.Report($"row {meant.Number + 1} is read by one reader only");
                return;
            }

            _result.CountRow();
            for (var column = 0; column < meant.Cells.Length; column++)
            {
                var second = theirs.Current[column];
                if (second != meant.Cells[column])
                    _result.Report($"second reader at {column}, row {meant.Number + 1}");
                _result.CompareCell(meant.Number + 1, column, second, ours.Current[column] is { Kind: not CellKind.Empty } cell ? cell.Text : null);
            }
        }

        if (ours.MoveNext() || theirs.MoveNext())
            _result.Report("more rows than were written");
    }

    private async Task<long> CheckAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var import = (await sender.Send(new ReceiveMemberList(file, "danh-sach.xlsx", "HND", "31120", new DateOnly(2025, 12, 31)))).Value;
        var read = (await sender.Send(new CheckMemberList(import))).Value;
        if (read.NewRows != read.Rows)
            _result.Report($"{read.Rows} rows, but {read.NewRows} new, {read.DoubtfulRows} doubtful, {read.RejectedRows} rejected");
        return import;
    }

    private void CompareStaging(ImportStaging staging, int seed, int rows)
    {
        using var staged = staging.Rows("TRUE ORDER BY RowNumber").GetEnumerator();
        var isThere = staged.MoveNext();
        foreach (var meant in IntegrityRow.Invent(seed, rows))
        {
            if (!isThere || staged.Current.RowNumber != meant.Number + 1)
            {
                _result.Report($"row {meant.Number + 1} is not staged");
                continue;
            }

            if (staged.Current.Verdict != RowVerdict.New)
                _result.Report($"row {meant.Number + 1}: {staged.Current.Verdict} {string.Join(' ', staged.Current.Details.Problems.Select(problem => problem.Code))}");
            for (var column = 0; column < meant.Cells.Length; column++)
            {
                var cell = column < staged.Current.Cells.Count && staged.Current.Cells[column].Length > 0 ? staged.Current.Cells[column] : null;
                _result.CompareCell(meant.Number + 1, column, meant.Cells[column], cell);
            }

            isThere = staged.MoveNext();
        }
    }

    private async Task CommitAsync(long import)
    {
        var repairs = (await sender.Send(new GetImportReport(import))).Value.Repairs.Keys;
        _ = (await sender.Send(new AnswerRepairs(import, repairs.ToDictionary(repair => repair, _ => true)))).Value;
        _ = (await sender.Send(new CommitMemberImport(import))).Value;
    }

    private async Task CompareRegisterAsync(long import, int seed, int rows)
    {
        await using var register = await SqliteSetup.OpenAsync(folder.DatabaseFile, CancellationToken.None);
        await using var command = register.CreateCommand();
        command.CommandText = Stored;
        command.Parameters.AddWithValue("@import", import);
        await using var stored = await command.ExecuteReaderAsync();
        var isThere = await stored.ReadAsync();
        foreach (var meant in IntegrityRow.Invent(seed, rows))
        {
            if (!isThere || stored.GetInt32(0) != meant.Number + 1)
            {
                _result.Report($"row {meant.Number + 1} is not in the register, or one before it is there twice");
                continue;
            }

            Compare(meant, stored);
            isThere = await stored.ReadAsync();
        }

        if (isThere)
            _result.Report("more people than rows");
    }

    private void Compare(IntegrityRow meant, SqliteDataReader stored)
    {
        var name = NamedRepairs.Name(meant.Cells[IntegrityRow.NameColumn]!);
        Compare(meant, IntegrityRow.NameColumn, name, stored.GetString(1));
        Compare(meant, IntegrityRow.NameColumn, NamedRepairs.Key(name), stored.GetString(2));
        Compare(meant, IntegrityRow.CitizenIdColumn, meant.CitizenId, Opened(stored, 3));
        Compare(meant, IntegrityRow.PhoneColumn, meant.Phone, Opened(stored, 4));
        Compare(meant, IntegrityRow.EthnicityColumn, NamedRepairs.Text(meant.Cells[IntegrityRow.EthnicityColumn]!), Opened(stored, 5));
        Compare(meant, IntegrityRow.AddressColumn, NamedRepairs.Text(meant.Cells[IntegrityRow.AddressColumn]!), stored.TextOrNull(6));
        Compare(meant, IntegrityRow.BranchColumn, UnitOf(meant.Cells[IntegrityRow.BranchColumn]!), stored.GetString(7));
        Compare(meant, IntegrityRow.OfficeColumn, meant.Cells[IntegrityRow.OfficeColumn] is { } office ? NamedRepairs.Text(office) : null, stored.TextOrNull(8));
    }

    // A unit keeps the name by which it was first called.
    private string UnitOf(string cell)
    {
        var name = NamedRepairs.Text(cell);
        return _units.TryGetValue(NamedRepairs.Key(name), out var first) ? first : _units[NamedRepairs.Key(name)] = name;
    }

    private void Compare(IntegrityRow meant, int column, string? expected, string? found) =>
        _result.CompareStored(meant.Number + 1, column, expected, found);

    private string? Opened(SqliteDataReader stored, int column) => cipher.OpenOrNull(stored.SealedOrNull(column));
}
