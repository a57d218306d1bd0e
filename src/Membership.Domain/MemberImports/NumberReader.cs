using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Identity and telephone numbers, which Excel mistreats as numbers and takes the zeros from.</summary>
internal static class NumberReader
{
    private const int FormerIdLength = 9;
    private const int ShortestBoth = 19;
    private const int LongestFraction = 2;
    private const string CountryCode = "84";
    private const string Unreadable = "?";

    // No citizen number has lost more: the codes of the old provinces are 001 to 096.
    private const int MostZerosLost = 2;

    /// <summary>The 63 provinces at birth registration (annex of Thông tư 07/2016/TT-BCA): a number with zeros put back must begin
    /// with one of them, else something other than zeros is missing.</summary>
    internal static readonly HashSet<string> ProvinceCodes =
    [
        "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025", "026", "027", "030", "031", "033",
        "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048", "049", "051", "052", "054", "056", "058", "060", "062", "064", "066",
        "067", "068", "070", "072", "074", "075", "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096",
    ];

    public static (CitizenId? CitizenId, string? FormerIdNumber) ReadIds(RowReading row)
    {
        var (citizenId, formerId) = ReadId(row, MemberField.CitizenId);
        var (alsoCitizenId, alsoFormerId) = ReadId(row, MemberField.FormerIdNumber);
        var (thirdCitizenId, thirdFormerId) = row.Shape.Has(MemberField.NumberAndPhone) ? ReadId(row, MemberField.NumberAndPhone)
            : BothIn(row, MemberField.Phone) is null ? default : ReadId(row, MemberField.Phone);
        return (citizenId ?? alsoCitizenId ?? thirdCitizenId, alsoFormerId ?? formerId ?? thirdFormerId);
    }

    private static (CitizenId?, string?) ReadId(RowReading row, MemberField field)
    {
        var cell = row[field];
        if (IsNone(cell) || row.HasError(field))
            return default;
        if (NumberAndPhone.In(cell) is { } parts && parts.Phone is not null && IsToBeParted(row, field, parts))
            return parts.Id is null ? default : ReadId(row, field, cell with { Kind = CellKind.Text, Text = parts.Id });

        return ReadId(row, field, cell);
    }

    /// <summary>A number and a telephone; null for anything else, as nearly every cell is.</summary>
    private static NumberAndPhone? BothIn(RowReading row, MemberField field) =>
        row[field].Text.Length >= ShortestBoth && NumberAndPhone.In(row[field]) is { Id: not null, Phone: not null } both ? both : null;

    /// <summary>Where the heading says that both stand there nothing is put right.</summary>
    private static bool IsToBeParted(RowReading row, MemberField field, NumberAndPhone parts)
    {
        if (field == MemberField.NumberAndPhone)
            return true;
        if (parts.Id is null || parts.Phone is null || !row.Allows(RepairCode.NumberAndPhoneParted))
            return false;

        row.Repaired(RepairCode.NumberAndPhoneParted, field);
        return true;
    }

    private static (CitizenId?, string?) ReadId(RowReading row, MemberField field, Cell cell)
    {
        var digits = Digits(cell);
        if (row.Allows(RepairCode.LeadingZerosRestored) && WithZeros(digits, cell.Kind) is { } whole)
        {
            row.Repaired(RepairCode.LeadingZerosRestored, field);
            digits = whole;
        }

        if (digits is { Length: FormerIdLength })
            return (null, digits);

        var citizenId = CitizenId.TryParse(digits);
        if (citizenId is null)
            row.Report(RowProblemCode.CitizenIdUnreadable, field);

        return (citizenId, null);
    }

    /// <summary>The number with the zeros it has lost; null when it lacks something else, or nothing.</summary>
    private static string? WithZeros(string? digits, CellKind kind)
    {
        if (digits is { Length: FormerIdLength - 1 } && kind == CellKind.Number)
            return digits.PadLeft(FormerIdLength, '0');

        return digits is { Length: >= CitizenId.Length - MostZerosLost and < CitizenId.Length } && digits.PadLeft(CitizenId.Length, '0') is var whole
            && ProvinceCodes.Contains(whole[..3]) ? whole : null;
    }

    private static bool IsNone(Cell cell) =>
        CellText.SaysNothing(cell) || CellText.IsBlank(cell)
        || (cell.Kind == CellKind.Text && CellText.SaysNothing(VietnameseText.Clean(cell.Text)));

    /// <summary>The digits of a number however it is spaced; null when it is something else, or all zeros.</summary>
    private static string? Digits(Cell cell)
    {
        var text = cell.Text;
        if (cell.Kind == CellKind.Number && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return text;
        if (cell.Kind == CellKind.Number)
            return cell.Number is > 0 and < 1e15 && double.IsInteger(cell.Number) ? cell.Number.ToString("F0", CultureInfo.InvariantCulture) : null;

        return cell.Kind == CellKind.Text ? WithoutSpacing(text) : null;
    }

    /// <summary>Null when there is more than digits and what people put between them.</summary>
    private static string? WithoutSpacing(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9'))
            return NotOnlyZeros(text);

        text = WithoutFraction(text);
        var digits = new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
                digits[length++] = letter;
            else if (letter is not ('.' or '-' or '\'' or '’') && !char.IsWhiteSpace(letter) && !VietnameseText.IsInvisible(letter))
                return null;
        }

        return NotOnlyZeros(new string(digits, 0, length));
    }

    /// <summary>"36100001.0", a number that another program stored as text. What else stands behind one point is a fraction, and no group
    /// of digits: left with a sign that no number has.</summary>
    private static string WithoutFraction(string text)
    {
        var number = VietnameseText.Clean(text);
        var point = number.IndexOf('.', StringComparison.Ordinal);
        if (point < 0 || number.Length - point - 1 > LongestFraction || number.LastIndexOf('.') != point)
            return text;

        return number.AsSpan(point + 1).ContainsAnyExcept('0') ? Unreadable : number[..point];
    }

    private static string? NotOnlyZeros(string digits) => digits.AsSpan().ContainsAnyExcept('0') ? digits : null;

    /// <summary>Never a reason to reject a row: what is not one telephone number is kept as written.</summary>
    public static string? ReadPhone(RowReading row) => ReadPhone(row, MemberField.Phone)
        ?? (CellText.IsUnclear(row[MemberField.Phone]) ? null : ReadPhone(row, MemberField.HomePhone) ?? PhoneBesideNumber(row));

    /// <summary>From a cell that holds an identity number too.</summary>
    private static string? PhoneBesideNumber(RowReading row)
    {
        var both = row.Shape.Has(MemberField.NumberAndPhone) ? NumberAndPhone.In(row[MemberField.NumberAndPhone])?.Phone : null;
        var beside = row.Allows(RepairCode.NumberAndPhoneParted) ? BothIn(row, MemberField.CitizenId)?.Phone : null;
        return both is not null ? ReadPhone(row, MemberField.NumberAndPhone, both, CellKind.Text) : beside is null ? null : ReadPhone(row, MemberField.CitizenId, beside, CellKind.Text);
    }

    private static string? ReadPhone(RowReading row, MemberField field) =>
        row.Kept(field) is not { } written ? null : BothIn(row, field) is { } both && row.Allows(RepairCode.NumberAndPhoneParted)
            ? ReadPhone(row, field, both.Phone!, CellKind.Text)
            : ReadPhone(row, field, written, row[field].Kind);

    private static string? ReadPhone(RowReading row, MemberField field, string written, CellKind kind)
    {
        var digits = WithoutCountry(Digits(new Cell(kind, written.TrimStart('+'), row[field].Number)));
        if (digits is { Length: 9 } && digits[0] is '3' or '5' or '7' or '8' or '9')
        {
            if (!row.Allows(RepairCode.PhoneZeroRestored))
                return written;

            row.Repaired(RepairCode.PhoneZeroRestored, field);
            return "0" + digits;
        }

        if (digits is { Length: 10 or 11 } && digits[0] == '0')
            return digits;

        row.Warn(RowWarningCode.PhoneUnreadable, field);
        return written;
    }

    private static string? WithoutCountry(string? digits) =>
        digits is { Length: 11 } && digits.StartsWith(CountryCode, StringComparison.Ordinal) ? digits[CountryCode.Length..] : digits;
}
