using System.Xml;
using Membership.Domain.MemberImports;

namespace Membership.App.Spreadsheets;

/// <summary>What cells of any sheet refer to.</summary>
internal sealed record XlsxBook(XlsxSharedStrings Strings, XlsxStyles Styles, bool Is1904)
{
    /// <summary>Days from the base of the 1904 system to that of the 1900 system.</summary>
    public const int From1904 = 1462;
}

/// <summary>
/// .xlsx and .xlsm, also strict ones and those of other programs: parts are found by relationships, not by their usual names.
/// Macros are never looked at.
/// </summary>
internal sealed class XlsxWorkbook : Workbook
{
    private readonly XlsxPackage _package;
    private readonly WorkbookLimits _limits;
    private readonly Dictionary<string, XlsxPackage.Relationship> _relationships;
    private readonly Dictionary<string, string> _partBySheet = new(StringComparer.Ordinal);
    private readonly List<SheetName> _sheets = [];
    private bool _is1904;
    private XlsxBook? _book;
    private XlsxSheetReader? _reading;
    private long _readingLength;

    /// <summary>Takes over the package. Throws <see cref="UnreadableWorkbookException"/> and what XML and zip readers throw.</summary>
    public XlsxWorkbook(XlsxPackage package, string mainPart, WorkbookLimits limits)
    {
        (_package, _limits) = (package, limits);
        _relationships = package.Relationships(mainPart);
        using var part = package.OpenXml(mainPart);
        part.ReadRoot("workbook");
        while (part.ReadChild(0))
            ReadPartOfBook(part);
        if (_sheets.Count == 0)
            throw new UnreadableWorkbookException(new NoSheet());
    }

    public override IReadOnlyList<SheetName> Sheets => _sheets;

    public override double Progress =>
        _reading is null || _readingLength == 0 ? 0 : Math.Clamp((double)_reading.Position / _readingLength, 0, 1);

    public override bool TellsStrikes => true;

    public override int DaysOfNumbers => _is1904 ? XlsxBook.From1904 : 0;

    public override IEnumerable<SheetRow> Rows(string sheet)
    {
        var part = _partBySheet[Find(sheet)];
        _book ??= Guarded("xl/sharedStrings.xml", ReadBook);
        _readingLength = _package.Length(part);
        using var reader = _reading = Guarded(part, () => OpenSheet(part, _book));
        while (reader.Next() is { } row)
            yield return row;
    }

    public override IReadOnlyList<MergedCells> MergedIn(string sheet)
    {
        var part = _partBySheet[Find(sheet)];
        return Guarded(part, () => XlsxMergedCells.Read(_package, part));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _package.Dispose();
        base.Dispose(disposing);
    }

    private static T Guarded<T>(string part, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new UnreadableWorkbookException(new Damaged(part));
        }
    }

    private void ReadPartOfBook(XlsxPart part)
    {
        if (part.Xml.LocalName == "sheet")
            AddSheet(part);
        else if (part.Xml.LocalName == "workbookPr")
            _is1904 = part.Xml.GetAttribute("date1904") is "1" or "true" or "on";
        else if (part.Xml.LocalName != "sheets")
            part.Skip();
    }

    private void AddSheet(XlsxPart part)
    {
        var name = part.Xml.GetAttribute("name");
        if (name is null || RelationshipId(part.Xml) is not { } id || !_relationships.TryGetValue(id, out var relationship))
            throw part.Damage();
        // Chart, dialog and macro sheets hold no list.
        if (relationship.Type != "worksheet")
            return;
        if (relationship.Target is not { } target || !_package.Has(target) || !_partBySheet.TryAdd(name, target))
            throw new UnreadableWorkbookException(new Damaged(relationship.Target ?? part.Name));
        _sheets.Add(new SheetName(name, part.Xml.GetAttribute("state") is "hidden" or "veryHidden"));
    }

    private static string? RelationshipId(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private XlsxBook ReadBook()
    {
        var strings = new XlsxSharedStrings();
        var styles = XlsxStyles.None;
        if (Related("sharedStrings") is { } stringsName)
        {
            using var part = _package.OpenXml(stringsName);
            strings = XlsxSharedStrings.Read(part, _limits.CellLength);
        }

        if (Related("styles") is { } stylesName)
        {
            using var part = _package.OpenXml(stylesName);
            styles = XlsxStyles.Read(part);
        }

        return new XlsxBook(strings, styles, _is1904);
    }

    private string? Related(string type) => _relationships.Values.FirstOrDefault(r => r.Type == type).Target;

    private XlsxSheetReader OpenSheet(string name, XlsxBook book)
    {
        var part = _package.OpenXml(name);
        return new XlsxSheetReader(part, new XlsxCellReader(part, book, _limits.CellLength), book.Styles, _limits);
    }
}
