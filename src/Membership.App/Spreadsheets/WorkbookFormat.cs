using System.Text;
using System.Xml;
using Membership.Domain;

namespace Membership.App.Spreadsheets;

/// <summary>What a file is by its first bytes, and which reader it gets.</summary>
internal static class WorkbookFormat
{
    private static readonly string[] TextExtensions = [".csv", ".tsv", ".txt"];
    private static readonly string[] ListExtensions = [".xlsx", ".xlsm", ".xls", .. TextExtensions];

    public static Outcome<Workbook> Open(Stream file, string fileName, WorkbookLimits limits)
    {
        Outcome<Workbook> outcome = new Damaged("");
        try
        {
            outcome = OpenContent(file, fileName, limits);
        }
        catch (UnreadableWorkbookException e)
        {
            outcome = e.Refusal;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or EndOfStreamException)
        {
            outcome = new Damaged("");
        }
        finally
        {
            if (outcome.IsRefused)
                file.Dispose();
        }

        return outcome;
    }

    private static Outcome<Workbook> OpenContent(Stream file, string fileName, WorkbookLimits limits)
    {
        if (Path.GetFileName(fileName).StartsWith("~$", StringComparison.Ordinal))
            return new OwnerFile();
        if (file.Length == 0)
            return new EmptyFile();
        if (file.Length > limits.FileBytes)
            return new FileTooLarge(limits.FileBytes);
        var start = new byte[8192];
        var bytes = start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        var extension = Path.GetExtension(fileName);
        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
            return ZipContent.Open(file, extension, limits);
        if (bytes.StartsWith(CompoundFile.Signature))
            return OpenCompound(file, extension, limits);
        if (IsOldExcel(bytes))
            return new UnsupportedFormat("xls (Excel 2–4)");
        return FileSignature.Recognize(bytes) is { } content ? new NotAWorkbook(content) : OpenText(file, fileName, bytes, limits);
    }

    private static Outcome<Workbook> OpenCompound(Stream file, string extension, WorkbookLimits limits)
    {
        var names = CompoundFile.RootNames(file);
        if (names.Contains("EncryptedPackage"))
            return new Encrypted();
        if (names.Contains("Workbook") || names.Contains("Book"))
            return WrongName(extension, ".xls") is { } wrong ? wrong : new XlsWorkbook(file, limits);
        if (names.Contains("WordDocument"))
            return new NotAWorkbook(FileContent.Word);
        return new NotAWorkbook(names.Contains("PowerPoint Document") ? FileContent.Presentation : FileContent.Unknown);
    }

    // A list under another list's extension is read as what it is; under .pdf or .docx somebody took the wrong file.
    public static WrongExtension? WrongName(string extension, string expected) =>
        IsOneOf(ListExtensions, extension) ? null : new WrongExtension(extension, expected);

    private static Outcome<Workbook> OpenText(Stream file, string fileName, ReadOnlySpan<byte> start, WorkbookLimits limits)
    {
        var extension = Path.GetExtension(fileName);
        if (TextEncoding.Detect(file, out var damagedLine) is not { } encoding)
            return OfUnknownLetters(start, extension, damagedLine);
        var text = Beginning(start, encoding).TrimStart('\uFEFF');
        if (text.Length == 0)
            return new EmptyFile();
        if (FileSignature.IsWebPage(text))
            return new NotAWorkbook(FileContent.WebPage);
        if (!IsOneOf(TextExtensions, extension))
            return ForeignText(text) is { } format ? new UnsupportedFormat(format) : new NotAWorkbook(FileContent.Text);
        return new CsvWorkbook(file, encoding, Path.GetFileNameWithoutExtension(fileName), limits);
    }

    // Old systems export pages in one byte for a letter; their tags can be read all the same.
    private static Refusal OfUnknownLetters(ReadOnlySpan<byte> start, string extension, int damagedLine)
    {
        if (FileSignature.IsWebPage(Encoding.Latin1.GetString(start)))
            return new NotAWorkbook(FileContent.WebPage);

        if (!IsOneOf(TextExtensions, extension))
            return new NotAWorkbook(FileContent.Unknown);

        return damagedLine > 0 ? new DamagedText(damagedLine) : new UnknownEncoding();
    }

    /// <summary>The last letter may be cut in two: it is left out.</summary>
    private static string Beginning(ReadOnlySpan<byte> start, Encoding encoding)
    {
        var letters = new char[encoding.GetMaxCharCount(start.Length)];
        return new string(letters, 0, encoding.GetDecoder().GetChars(start, letters, flush: false));
    }

    private static string? ForeignText(string text)
    {
        if (text.StartsWith("ID;P", StringComparison.Ordinal))
            return "slk";
        return text.StartsWith("TABLE\r\n0,1", StringComparison.Ordinal) ? "dif" : null;
    }

    // BIFF2, 3 and 4 were bare streams that begin with a BOF record.
    private static bool IsOldExcel(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && bytes[0] == 0x09 && (bytes[1] is 0x00 or 0x02 or 0x04) && (bytes[2] is 0x04 or 0x06) && bytes[3] == 0x00;

    private static bool IsOneOf(string[] extensions, string extension) => extensions.Contains(extension, StringComparer.OrdinalIgnoreCase);
}
