using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Membership.Testing;

/// <summary>
/// Rows of values to an .xlsx in memory, without a library between, so that a test decides every byte. A value is null, a text,
/// a number, a bool, a DateOnly, <see cref="Formatted"/> or <see cref="RawCell"/>. Any part can be replaced or left out to make
/// a hostile file.
/// </summary>
public sealed class WorkbookBuilder
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string WorkbookPart = "xl/workbook.xml";
    public const string SharedStringsPart = "xl/sharedStrings.xml";
    public const string StylesPart = "xl/styles.xml";

    private const int DateStyle = 1;

    private readonly List<(string Name, string State, string Rows)> _sheets = [];
    private readonly List<string> _strings = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _formats = [];
    private readonly Dictionary<string, byte[]?> _replaced = new(StringComparer.Ordinal);
    private readonly List<(string Name, byte[] Content)> _added = [];

    /// <summary>One sheet "DS" with these rows.</summary>
    public static WorkbookBuilder Of(params object?[][] rows) => new WorkbookBuilder().Sheet("DS", rows);

    /// <summary>One sheet "DS" whose sheetData holds this XML.</summary>
    public static WorkbookBuilder OfXml(string rows) => new WorkbookBuilder().SheetXml("DS", rows);

    public static string SheetPart(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public WorkbookBuilder Sheet(string name, params object?[][] rows)
    {
        var xml = new StringBuilder();
        for (var row = 0; row < rows.Length; row++)
            AppendRow(xml, row + 1, rows[row]);
        return SheetXml(name, xml.ToString());
    }

    public WorkbookBuilder SheetXml(string name, string rows)
    {
        _sheets.Add((name, "visible", rows));
        return this;
    }

    /// <summary>Hides the sheet added last; <paramref name="state"/> hidden or veryHidden.</summary>
    public WorkbookBuilder Hidden(string state = "hidden")
    {
        _sheets[^1] = _sheets[^1] with { State = state };
        return this;
    }

    /// <summary>Writes these bytes in place of a part; null leaves it out.</summary>
    public WorkbookBuilder Replace(string part, string? content)
    {
        _replaced[part] = content is null ? null : Encoding.UTF8.GetBytes(content);
        return this;
    }

    /// <summary>Rewrites a part's text.</summary>
    public WorkbookBuilder Change(string part, Func<string, string> change) =>
        Replace(part, change(Encoding.UTF8.GetString(Parts().First(p => p.Name == part).Content)));

    /// <summary>Rewrites the text of every part.</summary>
    public WorkbookBuilder ChangeAll(Func<string, string> change) => Renamed(name => name, change);

    /// <summary>Rewrites the name and the text of every part.</summary>
    public WorkbookBuilder Renamed(Func<string, string> rename, Func<string, string> change)
    {
        var parts = Parts().ToList();
        foreach (var (name, _) in parts)
            _replaced[name] = null;
        _added.Clear();
        _added.AddRange(parts.Select(p => (rename(p.Name), Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(p.Content))))));
        return this;
    }

    /// <summary>Adds an entry as named, even when there is one of that name.</summary>
    public WorkbookBuilder Add(string part, string content)
    {
        _added.Add((part, Encoding.UTF8.GetBytes(content)));
        return this;
    }

    public IEnumerable<(string Name, byte[] Content)> Parts()
    {
        foreach (var (name, content) in OwnParts())
        {
            if (!_replaced.TryGetValue(name, out var replaced))
                yield return (name, Encoding.UTF8.GetBytes(content));
            else if (replaced is not null)
                yield return (name, replaced);
        }

        foreach (var part in _added)
            yield return part;
    }

    public byte[] ToBytes() => Zip(Parts());

    public void Save(string path) => File.WriteAllBytes(path, ToBytes());

    /// <summary>A zip file of any entries.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + ((rest - 1) % 26)) + name;
        return name;
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private void AppendRow(StringBuilder xml, int number, object?[] values)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{number}\">");
        for (var column = 0; column < values.Length; column++)
        {
            if (values[column] is { } value)
                xml.Append(CellXml(string.Create(CultureInfo.InvariantCulture, $"r=\"{ColumnName(column)}{number}\""), value));
        }

        xml.Append("</row>");
    }

    private string CellXml(string place, object value) => value switch
    {
        string text => $"<c {place} t=\"s\"><v>{Index(text)}</v></c>",
        bool flag => $"<c {place} t=\"b\"><v>{(flag ? 1 : 0)}</v></c>",
        DateOnly date => $"<c {place} s=\"{DateStyle}\"><v>{Number(date.ToDateTime(TimeOnly.MinValue).ToOADate())}</v></c>",
        Formatted(var number, var format) => $"<c {place} s=\"{Style(format)}\"><v>{Number(number)}</v></c>",
        RawCell(var attributes, var content) => $"<c {place} {attributes}>{content}</c>",
        IConvertible number => $"<c {place}><v>{Number(number.ToDouble(CultureInfo.InvariantCulture))}</v></c>",
        _ => throw new ArgumentException($"No cell for a {value.GetType().Name}", nameof(value)),
    };

    private int Index(string text)
    {
        if (!_indexes.TryGetValue(text, out var index))
        {
            _indexes[text] = index = _strings.Count;
            _strings.Add(text);
        }

        return index;
    }

    private int Style(string format)
    {
        if (!_formats.Contains(format))
            _formats.Add(format);
        return _formats.IndexOf(format) + DateStyle + 1;
    }

    private IEnumerable<(string Name, string Content)> OwnParts()
    {
        var numbers = Enumerable.Range(1, _sheets.Count).ToList();
        yield return ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/>"
            + string.Concat(numbers.Select(n => $"<Override PartName=\"/{SheetPart(n)}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"))
            + "</Types>");
        yield return ("_rels/.rels", RelationshipsXml([("r1", "officeDocument", WorkbookPart)]));
        yield return (WorkbookPart, $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
            + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>"))
            + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", RelationshipsXml(
            [("strings", "sharedStrings", "sharedStrings.xml"), ("styles", "styles", "styles.xml"),
            .. numbers.Select(n => ($"s{n}", "worksheet", SheetPart(n)["xl/".Length..]))]));
        yield return (SharedStringsPart, $"<sst xmlns=\"{Main}\">"
            + string.Concat(_strings.Select(s => $"<si><t xml:space=\"preserve\">{SecurityElement.Escape(s)}</t></si>")) + "</sst>");
        yield return (StylesPart, StylesXml());
        foreach (var n in numbers)
            yield return (SheetPart(n), $"<worksheet xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheetData>{_sheets[n - 1].Rows}</sheetData></worksheet>");
    }

    private string StylesXml() => $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"{_formats.Count + 1}\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/>"
        + string.Concat(_formats.Select((f, i) => $"<numFmt numFmtId=\"{i + 165}\" formatCode=\"{SecurityElement.Escape(f)}\"/>")) + "</numFmts>"
        + "<fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
        + $"<cellXfs count=\"{_formats.Count + 2}\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"
        + string.Concat(_formats.Select((_, i) => $"<xf numFmtId=\"{i + 165}\" applyNumberFormat=\"1\"/>")) + "</cellXfs></styleSheet>";

    private static string RelationshipsXml(IEnumerable<(string Id, string Type, string Target)> all) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(all.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Relationships}/{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";
}

/// <summary>A number under a custom format such as 0#########.</summary>
public sealed record Formatted(double Value, string Format);

/// <summary>A cell as XML: its attributes beside r, and what it holds.</summary>
public sealed record RawCell(string Attributes, string Content);
