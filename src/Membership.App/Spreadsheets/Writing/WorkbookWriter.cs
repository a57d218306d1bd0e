using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>
/// Writes an .xlsx package to a stream from front to end, so that a big sheet costs no memory and the target need not be
/// seekable. The same drafts give the same bytes: no part carries the time of writing.
/// </summary>
internal static class WorkbookWriter
{
    public const string DrawingRelationship = "rId1";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Package = "application/vnd.openxmlformats-officedocument.";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The earliest a ZIP entry can carry.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream target, IReadOnlyList<SheetDraft> sheets)
    {
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, "[Content_Types].xml", ContentTypes(sheets));
        Add(zip, "_rels/.rels", Relationships([("officeDocument", "xl/workbook.xml")]));
        Add(zip, "xl/workbook.xml", Workbook(sheets));
        Add(zip, "xl/_rels/workbook.xml.rels", Relationships(
            [.. sheets.Select((_, at) => ("worksheet", $"worksheets/sheet{at + 1}.xml")), ("styles", "styles.xml")]));
        Add(zip, "xl/styles.xml", xml => LookStyles.Stylesheet().WriteTo(xml));
        var charts = 0;
        foreach (var (at, sheet) in sheets.Index())
        {
            Add(zip, $"xl/worksheets/sheet{at + 1}.xml", xml => new SheetWriter(xml, sheet).Write());
            AddCharts(zip, sheet, at + 1, ref charts);
        }
    }

    private static void AddCharts(ZipArchive zip, SheetDraft sheet, int sheetNumber, ref int charts)
    {
        if (sheet.Charts.Count == 0)
            return;
        var first = charts + 1;
        charts += sheet.Charts.Count;
        Add(zip, $"xl/worksheets/_rels/sheet{sheetNumber}.xml.rels", Relationships([("drawing", $"../drawings/drawing{sheetNumber}.xml")]));
        Add(zip, $"xl/drawings/drawing{sheetNumber}.xml", xml => ChartPlacement.Drawing(sheet.Charts).WriteTo(xml));
        Add(zip, $"xl/drawings/_rels/drawing{sheetNumber}.xml.rels", Relationships(
            [.. sheet.Charts.Select((_, at) => ("chart", $"../charts/chart{first + at}.xml"))]));
        foreach (var (at, chart) in sheet.Charts.Index())
            Add(zip, $"xl/charts/chart{first + at}.xml", xml => ChartMarkup.ChartSpace(chart).WriteTo(xml));
    }

    private static XElement ContentTypes(IReadOnlyList<SheetDraft> sheets)
    {
        var drawn = sheets.Index().Where(sheet => sheet.Item.Charts.Count > 0).Select(sheet => sheet.Index + 1);
        return new(Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(Types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            Override("workbook.xml", "spreadsheetml.sheet.main+xml"),
            Override("styles.xml", "spreadsheetml.styles+xml"),
            sheets.Select((_, at) => Override($"worksheets/sheet{at + 1}.xml", "spreadsheetml.worksheet+xml")),
            drawn.Select(number => Override($"drawings/drawing{number}.xml", "drawing+xml")),
            sheets.SelectMany(sheet => sheet.Charts).Select((_, at) => Override($"charts/chart{at + 1}.xml", "drawingml.chart+xml")));

        static XElement Override(string part, string type) =>
            new(Types + "Override", new XAttribute("PartName", "/xl/" + part), new XAttribute("ContentType", Package + type));
    }

    private static XElement Relationships(IEnumerable<(string Type, string Target)> targets) =>
        new(Rels + "Relationships", targets.Select((target, at) => new XElement(Rels + "Relationship",
            new XAttribute("Id", $"rId{at + 1}"), new XAttribute("Type", Office + target.Type), new XAttribute("Target", target.Target))));

    private static XElement Workbook(IReadOnlyList<SheetDraft> sheets) =>
        new(Main + "workbook", new XAttribute(XNamespace.Xmlns + "r", R),
            new XElement(Main + "bookViews", new XElement(Main + "workbookView")),
            new XElement(Main + "sheets", sheets.Select((sheet, at) => new XElement(Main + "sheet",
                new XAttribute("name", sheet.Name), new XAttribute("sheetId", at + 1), new XAttribute(R + "id", $"rId{at + 1}")))),
            DefinedNames(sheets));

    private static XElement? DefinedNames(IReadOnlyList<SheetDraft> sheets)
    {
        var names = sheets.Index().Where(sheet => sheet.Item.RepeatedRows.First > 0).Select(sheet => new XElement(Main + "definedName",
            new XAttribute("name", "_xlnm.Print_Titles"), new XAttribute("localSheetId", sheet.Index),
            FormattableString.Invariant($"'{sheet.Item.Name}'!${sheet.Item.RepeatedRows.First}:${sheet.Item.RepeatedRows.Last}"))).ToList();
        return names.Count == 0 ? null : new(Main + "definedNames", names);
    }

    private static void Add(ZipArchive zip, string path, XElement content) => Add(zip, path, xml => content.WriteTo(xml));

    private static void Add(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        write(xml);
    }
}
