using Membership.Domain;

namespace Membership.App.Spreadsheets;

/// <summary>Which of the many formats that are zip files a package is.</summary>
internal static class ZipContent
{
    /// <summary>Opens an .xlsx or .xlsm; refuses whatever else the package is.</summary>
    public static Outcome<Workbook> Open(Stream file, string extension, WorkbookLimits limits)
    {
        var package = XlsxPackage.Open(file, limits);
        if (OtherFormat(package) is { } refusal)
            return refusal;
        package.CheckProlog();
        var main = package.Relationships("").Values.FirstOrDefault(r => r.Type == "officeDocument").Target;
        if (main is null || !package.Has(main))
            return new Damaged("_rels/.rels");
        if (main.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            return new UnsupportedFormat("xlsb");
        return RootOf(package, main) switch
        {
            "workbook" => WorkbookFormat.WrongName(extension, ".xlsx") is { } wrong ? wrong : new XlsxWorkbook(package, main, limits),
            "document" => new NotAWorkbook(FileContent.Word),
            "presentation" => new NotAWorkbook(FileContent.Presentation),
            _ => new Damaged(main),
        };
    }

    private static Refusal? OtherFormat(XlsxPackage package)
    {
        if (package.Has("[Content_Types].xml"))
            return null;
        if (package.Has("mimetype") && package.Has("content.xml"))
            return OpenDocument(package.FirstBytes("mimetype"));
        if (package.Has("Index.zip") || package.Has("Index/Document.iwa"))
            return new UnsupportedFormat("numbers");
        // A workbook that lost its table of contents, against any other zip file.
        return package.Has("xl/workbook.xml") ? new Damaged("[Content_Types].xml") : new NotAWorkbook(FileContent.Archive);
    }

    private static Refusal OpenDocument(string mimeType)
    {
        if (mimeType.Contains("spreadsheet", StringComparison.Ordinal))
            return new UnsupportedFormat("ods");
        return new NotAWorkbook(mimeType.Contains("presentation", StringComparison.Ordinal) ? FileContent.Presentation : FileContent.Word);
    }

    private static string RootOf(XlsxPackage package, string main)
    {
        using var part = package.OpenXml(main);
        part.Xml.MoveToContent();
        return part.Xml.LocalName;
    }
}
