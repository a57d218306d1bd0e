using System.Globalization;
using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>A custom property of a workbook, which nobody sees in the sheets and which Excel and LibreOffice keep when they save.</summary>
internal static class WorkbookProperty
{
    public const string Part = "docProps/custom.xml";
    public const string Relationship = "custom-properties";
    public const string ContentType = "application/vnd.openxmlformats-officedocument.custom-properties+xml";

    private const string Name = "DotNhap";
    private const string Format = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    private const int FirstId = 2;

    private static readonly XNamespace Properties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    private static readonly XNamespace Values = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes";

    /// <summary>Among the properties that the workbook has already, if any.</summary>
    public static XDocument With(XDocument? own, string value)
    {
        var document = own ?? new XDocument(new XElement(Properties + "Properties", new XAttribute(XNamespace.Xmlns + "vt", Values)));
        document.Root!.Elements().Where(IsOurs).Remove();
        var id = document.Root.Elements().Select(property => int.TryParse(property.Attribute("pid")?.Value, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Append(FirstId - 1).Max() + 1;
        document.Root.Add(new XElement(
            document.Root.Name.Namespace + "property", new XAttribute("fmtid", Format), new XAttribute("pid", id), new XAttribute("name", Name),
            new XElement(Values + "lpwstr", value)));
        return document;
    }

    /// <summary>Null when the workbook has none.</summary>
    public static string? Read(XlsxPackage package)
    {
        if (PartOf(package) is not { } part)
            return null;

        using var xml = package.OpenXml(part);
        return XDocument.Load(xml.Xml).Root!.Elements().FirstOrDefault(IsOurs)?.Value.Trim();
    }

    public static string? PartOf(XlsxPackage package) =>
        package.Relationships("").Values.FirstOrDefault(link => link.Type == Relationship).Target is { } part && package.Has(part) ? part : null;

    private static bool IsOurs(XElement property) => property.Attribute("name")?.Value == Name;
}
