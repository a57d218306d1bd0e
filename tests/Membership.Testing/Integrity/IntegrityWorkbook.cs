using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Membership.Testing.Integrity;

/// <summary>Writes invented rows as .xlsx, each text in one of the ways in which programs write texts. Row 1 is the heading.</summary>
internal sealed class IntegrityWorkbook
{
    // The program refuses a part of over 16 MB with such a section in it: it could hide a text without end.
    private const int MostRowsWithCdata = 10_000;

    private readonly Random _random;
    private readonly bool _hasCdata;
    private readonly StringBuilder _strings = new();
    private int _stringCount;

    private IntegrityWorkbook(int seed, int rows) => (_random, _hasCdata) = (new Random(~seed), rows <= MostRowsWithCdata);

    public static void Write(Stream file, int seed, int rows)
    {
        var writing = new IntegrityWorkbook(seed, rows);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in WorkbookBuilder.Of().Parts().Where(part => part.Name is not (WorkbookBuilder.SharedStringsPart or "xl/worksheets/sheet1.xml")))
            Add(zip, name, stream => stream.Write(Encoding.UTF8.GetString(content)));
        Add(zip, WorkbookBuilder.SheetPart(1), stream => writing.WriteSheet(stream, IntegrityRow.Invent(seed, rows)));
        Add(zip, WorkbookBuilder.SharedStringsPart, stream => stream.Write($"<sst xmlns=\"{WorkbookBuilder.Main}\">{writing._strings}</sst>"));
    }

    private static void Add(ZipArchive zip, string name, Action<StreamWriter> write)
    {
        using var stream = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        write(stream);
    }

    private void WriteSheet(StreamWriter stream, IEnumerable<IntegrityRow> rows)
    {
        stream.Write($"<worksheet xmlns=\"{WorkbookBuilder.Main}\"><sheetData>");
        WriteRow(stream, 1, IntegrityRow.Headings);
        foreach (var row in rows)
            WriteRow(stream, row.Number + 1, row.Cells);
        stream.Write("</sheetData></worksheet>");
    }

    private void WriteRow(StreamWriter stream, int number, string?[] cells)
    {
        stream.Write(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column] is { } text)
                stream.Write(CellXml(string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{number}"), text, number > 1 && IntegrityRow.IsNumber(column, text)));
        }

        stream.Write("</row>");
    }

    private string CellXml(string place, string text, bool isNumber)
    {
        if (isNumber)
            return $"<c r=\"{place}\"><v>{text}</v></c>";

        switch (_random.Next(6))
        {
            case 0:
                return $"<c r=\"{place}\" t=\"inlineStr\"><is>{ItemXml(text)}</is></c>";
            case 1:
                return $"<c r=\"{place}\" t=\"str\"><f>UPPER(A1)</f><v>{TextXml(text)}</v></c>";
            default:
                _strings.Append("<si>").Append(ItemXml(text)).Append("</si>");
                return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\" t=\"s\"><v>{_stringCount++}</v></c>");
        }
    }

    private string ItemXml(string text) => _random.Next(6) switch
    {
        0 => RunsXml(text),
        1 => $"<t>{TextXml(text)}</t>",
        2 => $"<t xml:space=\"preserve\">{TextXml(text)}</t><rPh sb=\"0\" eb=\"1\"><t>phonetic</t></rPh><phoneticPr fontId=\"1\"/>",
        _ => $"<t xml:space=\"preserve\">{TextXml(text)}</t>",
    };

    private string RunsXml(string text)
    {
        var xml = new StringBuilder();
        for (var from = 0; from < text.Length;)
        {
            var to = Math.Min(text.Length, from + _random.Next(1, 12));
            to -= to < text.Length && char.IsLowSurrogate(text[to]) ? 1 : 0;
            to = Math.Max(to, from + 1);
            to += char.IsHighSurrogate(text[to - 1]) ? 1 : 0;
            xml.Append("<r><rPr><b/></rPr><t xml:space=\"preserve\">").Append(TextXml(text[from..to])).Append("</t></r>");
            from = to;
        }

        return xml.ToString();
    }

    private string TextXml(string text)
    {
        var xml = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text.AsSpan(at).StartsWith("_x") && at + 6 < text.Length && text[at + 6] == '_')
                xml.Append("_x005F_");
            else if (text[at] == '\r')
                xml.Append(_random.Next(2) == 0 ? "_x000D_" : "&#13;");
            else
                xml.Append(LetterXml(text[at]));
        }

        return xml.ToString();
    }

    private string LetterXml(char letter) => letter switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => _random.Next(2) == 0 ? "&quot;" : "\"",
        _ when char.IsSurrogate(letter) || _random.Next(100) > 0 => letter.ToString(),
        _ => _random.Next(4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"&#{(int)letter};"),
            1 => string.Create(CultureInfo.InvariantCulture, $"&#x{(int)letter:X};"),
            2 when _hasCdata => $"<![CDATA[{letter}]]>",
            _ => $"<!--x-->{letter}<?x y?>",
        },
    };
}
