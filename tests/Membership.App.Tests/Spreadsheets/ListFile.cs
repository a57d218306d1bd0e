using System.Text;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.Spreadsheets;

/// <summary>A list file on disk for the time of one test.</summary>
internal sealed class ListFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"list-{Guid.NewGuid():N}");

    public ListFile(byte[] content, string name = "ds.xlsx") => (Name, _) = (name, Write(content));

    public ListFile(WorkbookBuilder workbook, string name = "ds.xlsx")
        : this(workbook.ToBytes(), name)
    {
    }

    public ListFile(string text, string name)
        : this(Encoding.UTF8.GetBytes(text), name)
    {
    }

    public string Name { get; }

    public Outcome<Workbook> Open(WorkbookLimits? limits = null) => Workbook.Open(File.OpenRead(_path), Name, limits ?? new WorkbookLimits());

    /// <summary>All rows of a sheet, the first unless named.</summary>
    public List<SheetRow> Rows(WorkbookLimits? limits = null, string? sheet = null)
    {
        using var workbook = Open(limits).Value;
        return [.. workbook.Rows(sheet ?? workbook.Sheets[0].Name)];
    }

    /// <summary>The texts of all rows.</summary>
    public string[][] Texts() => [.. Rows().Select(row => row.Cells.Select(cell => cell.Text).ToArray())];

    /// <summary>The first cell of the first row.</summary>
    public Cell First() => Rows()[0][0];

    /// <summary>Why the file is refused, on opening or on the way; null when every row of the first sheet was read.</summary>
    public Refusal? Refusal(WorkbookLimits? limits = null, string? sheet = null)
    {
        var outcome = Open(limits);
        if (outcome.IsRefused)
            return outcome.Refusal;
        using var workbook = outcome.Value;
        try
        {
            foreach (var _ in workbook.Rows(sheet ?? workbook.Sheets[0].Name))
            {
            }

            return null;
        }
        catch (UnreadableWorkbookException e)
        {
            return e.Refusal;
        }
    }

    /// <summary>Nobody holds the file open.</summary>
    public bool IsFree()
    {
        try
        {
            new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => File.Delete(_path);

    private bool Write(byte[] content)
    {
        File.WriteAllBytes(_path, content);
        return true;
    }
}
