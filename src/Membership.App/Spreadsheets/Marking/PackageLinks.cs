using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>The two lists by which a package is found together: relationships of a part, and content types.</summary>
internal static class PackageLinks
{
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    private static readonly string[] Workbooks =
    [
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-excel.template.macroEnabled.main+xml",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
    ];

    public static string RelationshipsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        return $"{folder}_rels/{part[folder.Length..]}.rels";
    }

    public static XDocument Empty() => new(new XElement(Rels + "Relationships"));

    public static void Link(this XDocument relationships, string id, string type, string part) => relationships.Root!.Add(new XElement(
        Rels + "Relationship", new XAttribute("Id", id), new XAttribute("Type", Office + type), new XAttribute("Target", "/" + part)));

    /// <summary>Takes away what leads to parts that are not given back.</summary>
    public static void RemoveType(this XDocument relationships, params string[] types) => relationships.Root!.Elements()
        .Where(link => types.Any(type => link.Attribute("Type")?.Value.EndsWith("/" + type, StringComparison.Ordinal) == true)).Remove();

    public static void AddPart(this XDocument contentTypes, string part, string type)
    {
        if (!contentTypes.Root!.Elements(Types + "Override").Any(entry => Is(entry, "PartName", "/" + part)))
            contentTypes.Root.Add(new XElement(Types + "Override", new XAttribute("PartName", "/" + part), new XAttribute("ContentType", type)));
    }

    public static void AddExtension(this XDocument contentTypes, string extension, string type)
    {
        if (!contentTypes.Root!.Elements(Types + "Default").Any(entry => Is(entry, "Extension", extension)))
            contentTypes.Root.AddFirst(new XElement(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));
    }

    public static void RemovePart(this XDocument contentTypes, string part) =>
        contentTypes.Root!.Elements(Types + "Override").Where(entry => Is(entry, "PartName", "/" + part)).Remove();

    /// <summary>A workbook with macros, or a template, is an ordinary workbook from here on.</summary>
    public static void MakeOrdinary(this XDocument contentTypes)
    {
        foreach (var type in contentTypes.Root!.Elements().Attributes("ContentType").Where(type => Workbooks.Contains(type.Value)))
            type.Value = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    }

    private static bool Is(XElement entry, string attribute, string value) =>
        string.Equals(entry.Attribute(attribute)?.Value, value, StringComparison.OrdinalIgnoreCase);
}
