using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>
/// An .xlsx given back with marks. Parts that say nothing of the marks are copied unchanged; only the marked sheets, their
/// comments, the styles and the lists of parts are written anew. Macros are not given back.
/// </summary>
internal sealed class MarkedPackage : IDisposable
{
    private const string ContentTypes = "[Content_Types].xml";
    private const string CommentsType = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    private const string DrawingType = "application/vnd.openxmlformats-officedocument.vmlDrawing";

    private const string CalculationOrder = "calcChain";

    private static readonly string[] Macros = ["vbaProject", "vbaProjectSignature", "vbaProjectSignatureAgile", "vbaProjectSignatureV3", "wordVbaData"];

    private readonly XlsxPackage _package;
    private readonly string _workbook;
    private readonly Dictionary<string, string> _partBySheet;
    private readonly XDocument _styleSheet;
    private readonly MarkedStyles _styles;
    private readonly Dictionary<string, Action<Stream>> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    // Written already, or not given back.
    private readonly HashSet<string> _left = new(StringComparer.OrdinalIgnoreCase);
    private readonly XDocument _types;

    private MarkedPackage(XlsxPackage package, string workbook, XDocument styleSheet, MarkedStyles styles)
    {
        (_package, _workbook, _styleSheet, _styles) = (package, workbook, styleSheet, styles);
        _types = Load(ContentTypes);
        var links = package.Relationships(workbook);
        _partBySheet = Load(workbook).Descendants().Where(element => element.Name.LocalName == "sheet")
            .Select(sheet => (Name: sheet.Attribute("name")?.Value, Link: sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id" && a.Name.NamespaceName.Length > 0)?.Value))
            .Where(sheet => sheet.Name is not null && sheet.Link is not null && links.TryGetValue(sheet.Link, out var link) && link.Target is not null)
            .ToDictionary(sheet => sheet.Name!, sheet => links[sheet.Link!].Target!);
    }

    /// <summary>Null for a package that cannot be given back as it is: macro sheets, or no style sheet.</summary>
    public static MarkedPackage? TryOpen(Stream file, WorkbookLimits limits)
    {
        var package = XlsxPackage.Open(file, limits);
        var workbook = package.Relationships("").Values.First(link => link.Type == "officeDocument").Target!;
        var links = package.Relationships(workbook).Values;
        var styles = links.FirstOrDefault(link => link.Type == "styles").Target;
        if (styles is not null && package.Has(styles) && links.All(link => link.Type is not ("xlMacrosheet" or "xlIntlMacrosheet")))
        {
            var sheet = Load(package, styles);
            if (MarkedStyles.Of(sheet) is { } marked)
                return new MarkedPackage(package, workbook, sheet, marked) { StylesPart = styles };
        }

        package.Dispose();
        return null;
    }

    private string StylesPart { get; init; } = "";

    /// <param name="property">Hidden in the workbook, to know it again.</param>
    public void Write(Stream target, IEnumerable<SheetMarks> marks, string property)
    {
        SheetMarks[] sheets = [.. marks];
        LeaveParts(sheets.SelectMany(sheet => sheet.Rows.Values).SelectMany(row => row.Cells).Any(cell => cell.Corrected is not null));
        AddProperty(property);
        foreach (var sheet in sheets)
            Change(sheet);
        _changed[StylesPart] = stream => Save(_styleSheet, stream);

        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Write(zip, ContentTypes, stream => Save(_types, stream));
        // The styles are complete when the sheets are written, and the links of a sheet are known when it is.
        while (_changed.Count > 0)
        {
            var (part, write) = _changed.OrderBy(change => change.Key == StylesPart).First();
            Write(zip, part, write);
            _changed.Remove(part);
        }

        foreach (var part in _package.PartNames.Where(part => !_left.Contains(part)))
            Write(zip, part, stream => _package.Copy(part, stream));
    }

    public void Dispose() => _package.Dispose();

    /// <summary>
    /// Leaves macros and, where cells are written anew, the order of calculation: it may name a cell that has no formula any more, and
    /// Excel makes another one.
    /// </summary>
    private void LeaveParts(bool areCellsWritten)
    {
        var order = areCellsWritten ? _package.Relationships(_workbook).Values.FirstOrDefault(link => link.Type == CalculationOrder).Target : null;
        foreach (var part in _package.PartNames.Where(part => IsMacro(part) || part.Equals(order, StringComparison.OrdinalIgnoreCase)))
        {
            _left.Add(part);
            _types.RemovePart(part);
        }

        var links = Load(PackageLinks.RelationshipsOf(_workbook));
        links.RemoveType(order is null ? Macros : [.. Macros, CalculationOrder]);
        if (_left.Count > 0)
            _changed[PackageLinks.RelationshipsOf(_workbook)] = stream => Save(links, stream);
        _types.MakeOrdinary();
    }

    private bool IsMacro(string part) =>
        _package.Relationships(_workbook).Values.Any(link => link.Type == "vbaProject" && link.Target is { } project
            && (part.Equals(project, StringComparison.OrdinalIgnoreCase) || part.Equals(PackageLinks.RelationshipsOf(project), StringComparison.OrdinalIgnoreCase)))
        || Path.GetFileName(part).StartsWith("vbaProjectSignature", StringComparison.OrdinalIgnoreCase);

    private void AddProperty(string value)
    {
        var own = WorkbookProperty.PartOf(_package);
        var part = own ?? WorkbookProperty.Part;
        var document = WorkbookProperty.With(own is null ? null : Load(own), value);
        _changed[part] = stream => Save(document, stream);
        if (own is not null)
            return;

        var links = Load("_rels/.rels");
        links.Link(MarkedSheet.DrawingId, WorkbookProperty.Relationship, part);
        _changed["_rels/.rels"] = stream => Save(links, stream);
        _types.AddPart(part, WorkbookProperty.ContentType);
    }

    private void Change(SheetMarks marks)
    {
        var part = _partBySheet[marks.Sheet];
        var linked = _package.Relationships(part);
        var ownComments = linked.Values.FirstOrDefault(link => link.Type == "comments").Target;
        var comments = new MarkedComments(ownComments is null ? null : Load(ownComments), marks);
        var commentsPart = ownComments ?? Unused("xl/comments");
        _types.AddExtension("vml", DrawingType);
        _types.AddPart(commentsPart, CommentsType);
        _changed[part] = stream =>
        {
            var drawing = WriteSheet(part, stream, marks);
            AddComments(part, drawing, linked, comments, (commentsPart, IsNew: ownComments is null));
        };
    }

    private string? WriteSheet(string part, Stream stream, SheetMarks marks)
    {
        using var from = _package.OpenXml(part);
        using var to = XmlWriter.Create(stream, Settings);
        var sheet = new MarkedSheet(from.Xml, to, marks, _styles);
        sheet.Write();
        return sheet.Drawing;
    }

    private void AddComments(
        string sheet, string? drawing, Dictionary<string, XlsxPackage.Relationship> linked, MarkedComments comments, (string Part, bool IsNew) target)
    {
        if (drawing is null)
            return;

        var own = linked.GetValueOrDefault(drawing).Target;
        var notes = own is null ? null : TryLoad(own);
        // A drawing that is no XML, as old programs wrote it, stays as it is, and so do the comments that it shows.
        if (own is not null && notes is null)
            return;

        var part = own ?? Unused("xl/drawings/vmlDrawing", ".vml");
        _changed[target.Part] = stream => Save(comments.Write, stream);
        _changed[part] = stream => Save(to => MarkedDrawing.Write(to, notes, comments), stream);
        if (own is null || target.IsNew)
            Link(sheet, own is null ? (drawing, part) : null, target.IsNew ? target.Part : null);
    }

    private void Link(string sheet, (string Id, string Part)? drawing, string? comments)
    {
        var relationships = PackageLinks.RelationshipsOf(sheet);
        var links = _package.Has(relationships) ? Load(relationships) : PackageLinks.Empty();
        if (drawing is { } shown)
            links.Link(shown.Id, "vmlDrawing", shown.Part);
        if (comments is not null)
            links.Link(MarkedSheet.DrawingId + "Comments", "comments", comments);
        _changed[relationships] = stream => Save(links, stream);
    }

    private XDocument? TryLoad(string part)
    {
        try
        {
            return Load(part);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private string Unused(string name, string extension = ".xml") => Enumerable.Range(1, int.MaxValue)
        .Select(number => FormattableString.Invariant($"{name}{number}{extension}"))
        .First(part => !_package.Has(part) && _taken.Add(part));

    private XDocument Load(string part) => Load(_package, part);

    private static XDocument Load(XlsxPackage package, string part)
    {
        using var xml = package.OpenXml(part);
        return XDocument.Load(xml.Xml);
    }

    private static XmlWriterSettings Settings => new() { Encoding = new UTF8Encoding(false), CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize };

    private static void Save(XDocument document, Stream stream) => Save(document.WriteTo, stream);

    private static void Save(Action<XmlWriter> write, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        write(xml);
    }

    private void Write(ZipArchive zip, string part, Action<Stream> write)
    {
        _left.Add(part);
        using var stream = zip.CreateEntry(part, CompressionLevel.Fastest).Open();
        write(stream);
    }
}
