using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using static Membership.App.Samples.ListPeople;

namespace Membership.App.Samples;

/// <summary>
/// Streams one long list as Excel would save it, shared strings included: for measuring an import. Every person has a citizen
/// number, so that a list written with the same seed is recognised.
/// </summary>
public static class BenchmarkList
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly string[] Headings =
    [
        "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Địa chỉ", "Chi hội", "Ngày vào Hội", "Chức vụ", "Số thẻ",
        "Nghề nghiệp", "Trình độ học vấn", "Email", "Ghi chú",
    ];

    private static readonly string[] Occupations = ["Nông dân", "Công nhân", "Buôn bán", "Nội trợ", "Công chức, viên chức", "Lao động tự do", "Hưu trí"];
    private static readonly string[] Schooling = ["Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Hệ 12/12"];

    public static int MostColumns => Headings.Length;

    /// <param name="columns">How many of the fifteen columns, from the left; at least five, for the citizen number.</param>
    public static void Write(string path, int rows, ulong seed, int columns = 15)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 5);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, MostColumns);
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        WritePackage(zip);
        var strings = new SharedStrings();
        using (var xml = Open(zip, "xl/worksheets/sheet1.xml"))
            WriteSheet(xml, Rows(rows, seed), columns, strings);
        using (var xml = Open(zip, "xl/sharedStrings.xml"))
            strings.WriteTo(xml);
    }

    private static IEnumerable<string?[]> Rows(int rows, ulong seed)
    {
        var home = SampleCommunes.NinhKieu;
        var people = new PeopleGenerator(seed, new SerialRange(600_000, 100_000));
        var random = new SampleRandom(seed + 1);
        yield return Headings;
        for (var number = 1; number <= rows;)
        {
            var person = people.Next(home, new PersonWish(18));
            if (person.CitizenId is not null)
                yield return Row(person, number++, home, random);
        }
    }

    private static string?[] Row(SamplePerson person, int number, SampleCommune home, SampleRandom random) =>
    [
        Ordinal(number), person.FullName, person.BornOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), SexOf(person), person.CitizenId, person.Phone,
        person.Address, UnitNames.Branch("LHPN", home, person.Neighbourhood),
        random.Day(person.BornOn.AddYears(18), PeopleGenerator.LastDay).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        random.Chance(20) ? "Chi hội trưởng" : null, string.Create(CultureInfo.InvariantCulture, $"CT{number:000000}"),
        random.Pick(Occupations), random.Pick(Schooling), string.Create(CultureInfo.InvariantCulture, $"hoivien{number}@example.vn"),
        random.Chance(50) ? "Vắng mặt" : null,
    ];

    private static void WriteSheet(XmlWriter xml, IEnumerable<string?[]> rows, int columns, SharedStrings strings)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var rowNumber = 0;
        foreach (var row in rows)
        {
            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", Ordinal(++rowNumber));
            for (var column = 0; column < columns; column++)
                WriteCell(xml, $"{(char)('A' + column)}{rowNumber}", row[column], rowNumber > 1 && column == 0, strings);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, string? text, bool isNumber, SharedStrings strings)
    {
        if (text is null)
            return;

        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", reference);
        if (!isNumber)
            xml.WriteAttributeString("t", "s");
        xml.WriteElementString("v", Main, isNumber ? text : Ordinal(strings.IndexOf(text)));
        xml.WriteEndElement();
    }

    private static void WritePackage(ZipArchive zip)
    {
        const string office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        Write(zip, "[Content_Types].xml", $"""
            <Types xmlns="{ContentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{office}.worksheet+xml"/>
            <Override PartName="/xl/sharedStrings.xml" ContentType="{office}.sharedStrings+xml"/></Types>
            """);
        Write(zip, "_rels/.rels", $"""
            <Relationships xmlns="{PackageRelationships}"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        Write(zip, "xl/workbook.xml", $"""
            <workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>
            """);
        Write(zip, "xl/_rels/workbook.xml.rels", $"""
            <Relationships xmlns="{PackageRelationships}"><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="{Relationships}/sharedStrings" Target="sharedStrings.xml"/></Relationships>
            """);
    }

    private static void Write(ZipArchive zip, string name, string xml)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml);
    }

    private static XmlWriter Open(ZipArchive zip, string name) => XmlWriter.Create(
        zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true });

    /// <summary>Each text once, in the order of first use.</summary>
    private sealed class SharedStrings
    {
        private readonly Dictionary<string, int> _indexes = [];
        private readonly List<string> _texts = [];
        private int _uses;

        public int IndexOf(string text)
        {
            _uses++;
            if (_indexes.TryGetValue(text, out var index))
                return index;

            _texts.Add(text);
            return _indexes[text] = _texts.Count - 1;
        }

        public void WriteTo(XmlWriter xml)
        {
            xml.WriteStartElement("sst", Main);
            xml.WriteAttributeString("count", Ordinal(_uses));
            xml.WriteAttributeString("uniqueCount", Ordinal(_texts.Count));
            foreach (var text in _texts)
            {
                xml.WriteStartElement("si", Main);
                xml.WriteElementString("t", Main, text);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }
    }
}
