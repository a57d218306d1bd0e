using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Membership.Testing.Integrity;

/// <summary>The texts of a sheet by the standard alone (ECMA-376 part 1, 18.3.1.4, 18.4.8), sharing nothing with the program's reader.</summary>
internal static partial class SecondReader
{
    private static readonly XNamespace Main = WorkbookBuilder.Main;

    /// <summary>Row by row, the texts by column; columns that a row leaves out are null.</summary>
    public static IEnumerable<string?[]> Rows(Stream file, int columns)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var strings = SharedStrings(zip);
        using var xml = XmlReader.Create(zip.GetEntry(WorkbookBuilder.SheetPart(1))!.Open());
        while (xml.ReadToFollowing("row", WorkbookBuilder.Main))
        {
            using var row = xml.ReadSubtree();
            yield return Texts(XElement.Load(row, LoadOptions.PreserveWhitespace), strings, columns);
        }
    }

    private static List<string> SharedStrings(ZipArchive zip)
    {
        using var xml = XmlReader.Create(zip.GetEntry(WorkbookBuilder.SharedStringsPart)!.Open());
        var strings = new List<string>();
        while (xml.ReadToFollowing("si", WorkbookBuilder.Main))
        {
            using var item = xml.ReadSubtree();
            strings.Add(TextOf(XElement.Load(item, LoadOptions.PreserveWhitespace)));
        }

        return strings;
    }

    private static string?[] Texts(XElement row, List<string> strings, int columns)
    {
        var texts = new string?[columns];
        foreach (var cell in row.Elements(Main + "c"))
            texts[cell.Attribute("r")!.Value[0] - 'A'] = CellText(cell, strings);
        return texts;
    }

    private static string CellText(XElement cell, List<string> strings) => (string?)cell.Attribute("t") switch
    {
        "s" => strings[int.Parse(cell.Element(Main + "v")!.Value, CultureInfo.InvariantCulture)],
        "inlineStr" => TextOf(cell.Element(Main + "is")!),
        _ => Unescaped(cell.Element(Main + "v")!.Value),
    };

    private static string TextOf(XElement item)
    {
        var text = new StringBuilder();
        foreach (var part in item.Elements().Where(part => part.Name == Main + "t" || part.Name == Main + "r"))
            text.Append(Unescaped((part.Name == Main + "r" ? part.Element(Main + "t")! : part).Value));
        return text.ToString();
    }

    private static string Unescaped(string text) =>
        Escape().Replace(text, match => ((char)ushort.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escape();
}
