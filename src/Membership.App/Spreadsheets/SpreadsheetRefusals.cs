using Membership.Domain;

namespace Membership.App.Spreadsheets;

/// <summary>What a file that is no spreadsheet seems to be.</summary>
public enum FileContent
{
    Unknown = 0,
    Text = 1,

    /// <summary>HTML, MHTML or XML (also SpreadsheetML 2003), which many systems export under the name .xls.</summary>
    WebPage = 2,
    Pdf = 3,
    Picture = 4,
    Word = 5,
    Presentation = 6,

    /// <summary>A zip, rar or 7z file that holds no workbook.</summary>
    Archive = 7,
}

/// <summary>The file has no bytes, or nothing but a byte order mark.</summary>
public sealed record EmptyFile : Refusal;

/// <summary>The content is no spreadsheet, whatever the name says.</summary>
public sealed record NotAWorkbook(FileContent SeemsToBe) : Refusal;

/// <summary>A readable workbook under a name that is no list's. <paramref name="Extension"/> with its dot, "" when none;
/// <paramref name="Expected"/> the one that fits the content.</summary>
public sealed record WrongExtension(string Extension, string Expected) : Refusal;

/// <summary>A spreadsheet of a kind that is not read: xlsb, ods, numbers, slk, dif, or xls of before 1993.</summary>
public sealed record UnsupportedFormat(string Format) : Refusal;

/// <summary>A password is needed to open the file.</summary>
public sealed record Encrypted : Refusal;

/// <summary>The file breaks the rules of its format. <paramref name="What"/> is the part or place, in the format's own terms.</summary>
public sealed record Damaged(string What) : Refusal;

/// <summary>More bytes than may be uploaded.</summary>
public sealed record FileTooLarge(long LimitBytes) : Refusal;

/// <summary>More bytes than allowed once unpacked: a zip bomb, or a list that should be split.</summary>
public sealed record InflatesTooLarge(long LimitBytes) : Refusal;

/// <summary>More parts inside the file than any list has.</summary>
public sealed record TooManyParts(int Limit) : Refusal;

/// <summary>More rows with something in them than allowed.</summary>
public sealed record TooManyRows(int Limit) : Refusal;

/// <summary>A row of the list goes beyond the last column allowed.</summary>
public sealed record TooManyColumns(int Limit) : Refusal;

/// <summary>A cell with more characters than Excel itself can hold.</summary>
public sealed record CellTooLong(int Limit) : Refusal;

/// <summary>A workbook without a single sheet of cells.</summary>
public sealed record NoSheet : Refusal;

/// <summary>No sheet has this name.</summary>
public sealed record SheetNotFound(string Name, IReadOnlyList<string> Available) : Refusal;

/// <summary>A text list that is neither UTF-8 nor UTF-16: TCVN3, VNI or a code page, which cannot be told apart for sure.</summary>
public sealed record UnknownEncoding : Refusal;

/// <summary>A text list in UTF-8 of which some bytes are no letters any more.</summary>
/// <param name="Line">The first line with such bytes, from 1.</param>
public sealed record DamagedText(int Line) : Refusal;

/// <summary>A cell of a text list begins with a quotation mark, and nobody knows where it ends.</summary>
/// <param name="Line">From 1.</param>
public sealed record QuoteNotClosed(int Line) : Refusal;

/// <summary>The ~$ file that Excel keeps beside an open workbook; the list itself has the name without ~$.</summary>
public sealed record OwnerFile : Refusal;
