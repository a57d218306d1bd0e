using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using Membership.App.Samples;
using Membership.Domain.Members;

namespace Membership.Benchmarks;

/// <summary>A clean list of 15 columns with shared strings, as Excel writes one.</summary>
internal static class BenchmarkList
{
    private static readonly string[] Headings =
    [
        "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Địa chỉ", "Chi hội", "Ngày vào Hội", "Chức vụ", "Số thẻ",
        "Nghề nghiệp", "Trình độ học vấn", "Email", "Ghi chú",
    ];

    public static string Write(int rows)
    {
        var path = Path.Combine(Directory.CreateDirectory(BenchmarkRegister.Root).FullName, $"list-{rows}.xlsx");
        if (File.Exists(path))
            return path;

        var strings = new Dictionary<string, int>();
        var sheet = Sheet(rows, strings);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>""");
        Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Add(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        Add(zip, "xl/worksheets/sheet1.xml", sheet);
        Add(zip, "xl/sharedStrings.xml", SharedStrings(strings));
        return path;
    }

    private static string Sheet(int rows, Dictionary<string, int> strings)
    {
        var xml = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        Row(xml, 1, Headings, strings);
        var people = new PeopleGenerator(2026, new SerialRange(100_000, 400_000));
        var home = SampleCommunes.OfDemo[0];
        for (var number = 1; number <= rows; number++)
            Row(xml, number + 1, Cells(number, people.Next(home)), strings);
        return xml.Append("</sheetData></worksheet>").ToString();
    }

    private static string[] Cells(int number, SamplePerson person) =>
    [
        number.ToString(CultureInfo.InvariantCulture),
        person.FullName,
        person.BornOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        person.Sex == Sex.Female ? "Nữ" : "Nam",
        person.CitizenId ?? "",
        person.Phone ?? "",
        person.Address,
        $"Chi hội khu vực {person.Neighbourhood + 1}",
        person.BornOn.AddYears(20).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) is var day && person.BornOn.Year < 2004 ? day : "",
        number % 40 == 0 ? "Chi hội phó" : "",
        $"HND{number:000000}",
        "Làm nông",
        "12/12",
        $"nguoi{number}@vidu.vn",
        "",
    ];

    private static void Row(StringBuilder xml, int row, string[] cells, Dictionary<string, int> strings)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
        for (var column = 0; column < cells.Length; column++)
        {
            if (cells[column].Length == 0)
                continue;

            if (!strings.TryGetValue(cells[column], out var index))
                strings.Add(cells[column], index = strings.Count);
            xml.Append(CultureInfo.InvariantCulture, $"<c r=\"{(char)('A' + column)}{row}\" t=\"s\"><v>{index}</v></c>");
        }

        xml.Append("</row>");
    }

    private static string SharedStrings(Dictionary<string, int> strings)
    {
        var xml = new StringBuilder("""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        foreach (var text in strings.OrderBy(pair => pair.Value).Select(pair => pair.Key))
            xml.Append("<si><t>").Append(SecurityElement.Escape(text)).Append("</t></si>");
        return xml.Append("</sst>").ToString();
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var stream = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        stream.Write(content);
    }
}
