using System.Globalization;
using Membership.Domain;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>A list file opened for reading, whatever its format. Rows are streamed: nothing holds a whole sheet.</summary>
public abstract class Workbook : IDisposable
{
    public abstract IReadOnlyList<SheetName> Sheets { get; }

    /// <summary>How much of the sheet being read is behind us, 0 to 1; counted in bytes, so an estimate.</summary>
    public abstract double Progress { get; }

    /// <summary>Days to add to a number that means a day, so that it counts from 1900: 1.462 in a workbook of the 1904 system, else 0.
    /// An .xls of that system does not say so.</summary>
    public virtual int DaysOfNumbers => 0;

    /// <summary>Whether <see cref="Cell.Strike"/> can be trusted: the reader of .xls does not tell what is struck through.</summary>
    public virtual bool TellsStrikes => false;

    /// <summary>Decides the format by content, not by name, and opens it. The file, which can be sought in, is closed with the
    /// workbook, or at once when it is refused.</summary>
    public static Outcome<Workbook> Open(Stream file, string fileName, WorkbookLimits limits) =>
        WorkbookFormat.Open(file, fileName, limits);

    /// <summary>The rows of a sheet from the top, as stored, empty rows left out. Throws
    /// <see cref="UnreadableWorkbookException"/> when the file turns out damaged or too large on the way.</summary>
    public abstract IEnumerable<SheetRow> Rows(string sheet);

    /// <summary>Which cells of a sheet are merged, column by column. To be asked before its rows.</summary>
    public virtual IReadOnlyList<MergedCells> MergedIn(string sheet) => [];

    /// <summary>The name of a sheet as the file has it: exact, else without regard to case, marks' form and outer spaces.</summary>
    protected string Find(string sheet) =>
        Sheets.FirstOrDefault(s => s.Name == sheet)?.Name
        ?? Sheets.FirstOrDefault(s => IsSame(s.Name, sheet))?.Name
        ?? throw new UnreadableWorkbookException(new SheetNotFound(sheet, [.. Sheets.Select(s => s.Name)]));

    // By culture rules, because composed and decomposed letters are equal to them, and half a character does not make them throw.
    private static bool IsSame(string a, string b) =>
        CultureInfo.InvariantCulture.CompareInfo.Compare(a.Trim(), b.Trim(), CompareOptions.IgnoreCase) == 0;

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <param name="IsHidden">Hidden or very hidden: not read unless asked for by name.</param>
public sealed record SheetName(string Name, bool IsHidden);

/// <summary>Carries a refusal out of a stream of rows; whoever reads turns it into an outcome.</summary>
public sealed class UnreadableWorkbookException(Refusal refusal) : Exception(refusal.GetType().Name)
{
    public Refusal Refusal { get; } = refusal;
}
