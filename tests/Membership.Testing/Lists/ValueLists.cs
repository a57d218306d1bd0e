using System.Globalization;
using System.Text;

namespace Membership.Testing.Lists;

/// <summary>How names, dates, numbers and sex are written in cells.</summary>
internal static class ValueLists
{
    private const string ZeroFormat = "0#########";

    public static IEnumerable<RealList> All() => [.. Names(), .. Dates(), .. Numbers(), .. Sexes(), .. Texts()];

    private static IEnumerable<RealList> Names() =>
    [
        new ListDraft("name-in-two-columns")
        {
            Heading = [["STT", "Họ đệm", "Tên ", "Ngày sinh", "Giới tính", "Số CCCD"]],
            Row = (person, number) => [number, person.Family, person.Given, .. Rest(person)],
        }.ToWorkbook(),
        new ListDraft("name-heading-over-two-columns")
        {
            Heading = [["STT", "Họ và tên", null, "Ngày sinh", "Giới tính", "Số CCCD"]],
            Row = (person, number) => [number, person.Family, person.Given, .. Rest(person)],
        }.ToWorkbook(),
        new ListDraft("name-in-two-columns-or-one")
        {
            Heading = [["STT", "HỌ ĐỆM", "TÊN", "Ngày sinh", "Giới tính", "Số CCCD"]],
            Row = (person, number) => number % 2 == 0 ? [number, person.Name, null, .. Rest(person)] : [number, person.Family, person.Given, .. Rest(person)],
        }.ToWorkbook(),
        new ListDraft("name-with-spaces-of-all-kinds")
        {
            Row = (person, number) => [number, $"\u00A0 {person.Family}  {person.Given}\u00A0", .. Rest(person)],
        }.ToWorkbook(),
        new ListDraft("name-decomposed") { Row = (person, number) => [number, person.Name.Normalize(NormalizationForm.FormD), .. Rest(person)] }.ToWorkbook(),
        new ListDraft("name-with-zero-width-space") { Row = (person, number) => [number, "\u200B" + person.Name + "\uFEFF", .. Rest(person)] }.ToWorkbook(),
        new ListDraft("name-over-two-lines") { Row = (person, number) => [number, $"{person.Family}\n{person.Given}", .. Rest(person)] }.ToWorkbook(),
        new ListDraft("name-of-one-word-or-with-apostrophe")
        {
            Row = (person, number) => [number, number % 2 == 0 ? "Nhi" : "K' Brếu", .. Rest(person)],
            Expected = (expected, person) => expected with { Name = person.Number % 2 == 0 ? "Nhi" : "K' Brếu" },
        }.ToWorkbook(),
        new ListDraft("name-with-look-alike-letter")
        {
            Row = (person, number) => [number, person.Name.Replace('Đ', '\u00D0'), .. Rest(person)],
            Repairs = [("LookAlikeLetters", 2)],
        }.ToWorkbook(),
        new ListDraft("name-in-capitals")
        {
            Row = (person, number) => [number, person.Name.ToUpperInvariant(), .. Rest(person)],
            Repairs = [("NameInCapitals", 6)],
        }.ToWorkbook(),
    ];

    private static IEnumerable<RealList> Dates() =>
    [
        Date("date-cells", person => person.Born),
        Date("date-text-with-tab-among-date-cells", person => person.Number % 2 == 0 ? "\t" + person.Day : person.Born),
        Date("date-with-hyphens", person => person.Born.ToString("d-M-yyyy", CultureInfo.InvariantCulture)),
        Date("date-with-dots", person => person.Born.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
        Date("date-of-other-systems", person => person.Born.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture)),
        Date("date-with-midnight", person => person.Day + " 00:00:00"),
        Date("date-in-words", person => string.Create(CultureInfo.InvariantCulture, $"ngày {person.Born.Day} tháng {person.Born.Month} năm {person.Born.Year}")),
        Date("date-cells-that-show-the-year", person => new Formatted(new DateOnly(person.Born.Year, 1, 1).ToDateTime(TimeOnly.MinValue).ToOADate(), "yyyy"), year: true),
        Date("date-cells-that-show-the-year-of-a-day", person => new Formatted(person.Born.ToDateTime(TimeOnly.MinValue).ToOADate(), "yyyy")),
        Date("date-year-as-number", person => person.Born.Year, year: true),
        Date("date-year-as-text", person => " " + person.Born.Year.ToString(CultureInfo.InvariantCulture), year: true),
        Date("date-day-and-month-zero", person => $"00/00/{person.Born.Year}", year: true),
        Date("date-day-and-month-blank", person => $"/ /{person.Born.Year}", year: true),
        Date("date-month-and-year", person => person.Born.ToString("MM/yyyy", CultureInfo.InvariantCulture)) is var list
            ? list with { People = [.. list.People.Select(person => person with { Birth = person.Birth![..7] })] } : list,
        Date("date-day-unknown", person => person.Born.ToString("'/'MM'/'yyyy", CultureInfo.InvariantCulture)) is var unknown
            ? unknown with { People = [.. unknown.People.Select(person => person with { Birth = person.Birth![..7] })] } : unknown,
        Date("date-year-in-date-cell", person => new Formatted(person.Born.Year, "dd/mm/yyyy"), year: true) with { Repairs = [("YearInDateCell", 6)] },
        Date("date-of-two-digit-years", person => person.Born.ToString("dd/MM/yy", CultureInfo.InvariantCulture)) with { Repairs = [("TwoDigitYear", 6)] },
        new ListDraft("date-beside-year")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Năm sinh", "Giới tính", "Số CCCD"]],
            Row = (person, number) => [number, person.Name, number % 2 == 0 ? person.Day : null, person.Born.Year, person.SexWord, person.CitizenId],
            Expected = (expected, person) => person.Number % 2 == 0 ? expected : expected with { Birth = expected.Birth![..4] },
        }.ToWorkbook(),
        DateLists.Exchanged(),
        DateLists.In1904(),
    ];

    private static IEnumerable<RealList> Numbers() =>
    [
        Number("citizen-number-as-number", person => double.Parse(person.CitizenId, CultureInfo.InvariantCulture)) with { Repairs = [("LeadingZerosRestored", 6)] },
        Number("citizen-number-as-number-with-format", person => new Formatted(double.Parse(person.CitizenId, CultureInfo.InvariantCulture), "000000000000")),
        Number("citizen-number-with-spaces", person => $"{person.CitizenId[..3]} {person.CitizenId[3..6]} {person.CitizenId[6..]}"),
        Number("citizen-number-between-no-break-spaces", person => $"\u00A0{person.CitizenId}\u00A0"),
        Number("citizen-number-text-without-zero", person => person.CitizenId[1..]) with { Repairs = [("LeadingZerosRestored", 6)] },
        new ListDraft("citizen-and-former-numbers-in-one-column")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CMND / CCCD"]],
            Row = (person, number) => [number, person.Name, person.Day, person.SexWord, number % 2 == 0 ? person.CitizenId : person.FormerId],
            Expected = (expected, person) => person.Number % 2 == 0 ? expected : expected with { CitizenId = null, FormerId = person.FormerId },
        }.ToWorkbook(),
        new ListDraft("citizen-and-former-numbers-in-two-columns")
        {
            Heading = [[.. ListDraft.PlainHeading, "CMND cũ"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), person.FormerId],
            Expected = (expected, person) => expected with { FormerId = person.FormerId },
        }.ToWorkbook(),
        Phone("telephone-as-number", person => double.Parse(person.Phone, CultureInfo.InvariantCulture)) with { Repairs = [("PhoneZeroRestored", 6)] },
        Phone("telephone-as-number-with-format", person => new Formatted(double.Parse(person.Phone, CultureInfo.InvariantCulture), ZeroFormat)),
        Phone("telephone-with-dots", person => $"{person.Phone[..4]}.{person.Phone[4..7]}.{person.Phone[7..]}"),
        Phone("telephone-wrapped-by-contacts-app", person => $"\u202D{person.Phone}\u202C"),
        Phone("two-telephones", person => $"{person.Phone} / 02923000001", person => $"{person.Phone} / 02923000001"),
    ];

    private static IEnumerable<RealList> Sexes() =>
    [
        Sex("sex-in-lower-case", ["Phái"], person => [person.SexWord.ToLowerInvariant()]),
        Sex("sex-as-english-letter", ["Giới tính"], person => [person.Sex == Domain.Members.Sex.Female ? "F" : "M"]),
        Sex("sex-as-cross-under-nu", ["Nữ"], person => [person.Sex == Domain.Members.Sex.Female ? "x" : null]),
        Sex("sex-as-letter-under-nu", ["Nữ"], person => [person.Sex == Domain.Members.Sex.Female ? "N" : null]),
        Sex("sex-as-crosses-under-both", ["Nam", "Nữ"], person => person.Sex == Domain.Members.Sex.Male ? ["X", null] : [null, "X"]),
        Sex("sex-as-ones-under-both", ["Nam", "Nữ"], person => person.Sex == Domain.Members.Sex.Male ? [1, null] : [null, 1]),
        new ListDraft("no-sex-at-all")
        {
            Heading = [["STT", "Họ và tên", "Ngày sinh", "Số CCCD"]],
            Row = (person, number) => [number, person.Name, person.Day, person.CitizenId],
            Expected = (expected, _) => expected with { Sex = null },
        }.ToWorkbook(),
    ];

    private static IEnumerable<RealList> Texts() =>
    [
        Text("address-said-to-be-nothing", ["-", "–", "0", "…", "không có", "Chưa rõ"], null, null, null, null, null, null),
        Text("address-as-above", ["Ấp 3", "nt", "như trên", "-", "Ấp 6", "\""], "Ấp 3", "Ấp 3", "Ấp 3", null, "Ấp 6", "Ấp 6") with { Repairs = [("DittoMark", 3)] },
        Text("address-with-errors", ["#N/A", new RawCell("t=\"e\"", "<v>#REF!</v>"), new RawCell("", "<f>A1</f>"), "Ấp 3", "Ấp 3", "Ấp 3"], null, null, null, "Ấp 3", "Ấp 3", "Ấp 3"),
    ];

    private static RealList Text(string name, object?[] written, params string?[] kept) => new ListDraft(name)
    {
        Heading = [[.. ListDraft.PlainHeading, "Địa chỉ"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), written[number - 1]],
        Expected = (expected, person) => expected with { Address = kept[person.Number - Invented.All[0].Number] },
    }.ToWorkbook();

    private static object?[] Rest(Invented person) => [person.Day, person.SexWord, person.CitizenId];

    private static RealList Date(string name, Func<Invented, object?> date, bool year = false) => new ListDraft(name)
    {
        Row = (person, number) => [number, person.Name, date(person), person.SexWord, person.CitizenId],
        Expected = (expected, _) => year ? expected with { Birth = expected.Birth![..4] } : expected,
    }.ToWorkbook();

    private static RealList Number(string name, Func<Invented, object?> value) => new ListDraft(name)
    {
        Row = (person, number) => [number, person.Name, person.Day, person.SexWord, value(person)],
    }.ToWorkbook();

    private static RealList Phone(string name, Func<Invented, object?> value, Func<Invented, string>? kept = null) => new ListDraft(name)
    {
        Heading = [[.. ListDraft.PlainHeading, "SĐT"]],
        Row = (person, number) => [.. ListDraft.Plain(person, number), value(person)],
        Expected = (expected, person) => expected with { Phone = kept?.Invoke(person) ?? person.Phone },
    }.ToWorkbook();

    private static RealList Sex(string name, object?[] headings, Func<Invented, object?[]> cells) => new ListDraft(name)
    {
        Heading = [["STT", "Họ và tên", "Ngày sinh", .. headings, "Số CCCD"]],
        Row = (person, number) => [number, person.Name, person.Day, .. cells(person), person.CitizenId],
    }.ToWorkbook();
}
