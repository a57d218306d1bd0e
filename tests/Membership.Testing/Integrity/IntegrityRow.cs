using System.Globalization;

namespace Membership.Testing.Integrity;

/// <summary>One invented member as the cells of a row say him or her.</summary>
/// <param name="Cells">The text of each cell by column; null where the row has none.</param>
/// <param name="CitizenId">The twelve digits meant.</param>
internal sealed record IntegrityRow(int Number, string?[] Cells, string CitizenId, string Phone)
{
    public const int OrdinalColumn = 0;
    public const int NameColumn = 1;
    public const int BirthColumn = 2;
    public const int CitizenIdColumn = 4;
    public const int PhoneColumn = 5;
    public const int AddressColumn = 6;
    public const int BranchColumn = 7;
    public const int OfficeColumn = 8;
    public const int EthnicityColumn = 9;

    public static readonly string[] Headings =
    [
        "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Địa chỉ", "Chi hội", "Chức vụ", "Dân tộc", "Nghề nghiệp", "Ghi chú",
    ];

    /// <summary>Columns whose cells are stored as numbers.</summary>
    public static bool IsNumber(int column, string text) => column == OrdinalColumn || (column is CitizenIdColumn or PhoneColumn && text[0] is >= '1' and <= '9' && text.All(char.IsAsciiDigit));

    /// <summary>The members of one list, the same from the same seed; numbered from 1, all of different citizen numbers.</summary>
    public static IEnumerable<IntegrityRow> Invent(int seed, int rows)
    {
        var random = new Random(seed);
        var texts = new InventedText(random);
        for (var number = 1; number <= rows; number++)
            yield return InventOne(random, texts, number);
    }

    private static IntegrityRow InventOne(Random random, InventedText texts, int number)
    {
        var born = new DateOnly(1945, 1, 1).AddDays(random.Next(22_000));
        var isWoman = random.Next(2) == 0;
        var serial = string.Create(CultureInfo.InvariantCulture, $"{number:000000}");
        var citizenId = string.Create(CultureInfo.InvariantCulture, $"092{(isWoman ? 1 : 0) + (born.Year >= 2000 ? 2 : 0)}{born.Year % 100:00}{serial}");
        var (phoneCell, phone) = InventPhone(random, number);
        string?[] cells =
        [
            number.ToString(CultureInfo.InvariantCulture),
            texts.Name(),
            AroundDigits(random, born.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
            isWoman ? "Nữ" : "Nam",
            CitizenIdCell(random, citizenId),
            phoneCell,
            texts.Words(),
            texts.Decorated(string.Create(CultureInfo.InvariantCulture, $"Chi hội khu vực {random.Next(1, 60)}")),
            random.Next(30) == 0 ? texts.Decorated("Chi hội phó") : null,
            texts.Decorated(random.Next(4) switch { 0 => "Khơ-me", 1 => "Nhóm Người Mới", _ => "Kinh" }),
            random.Next(3) == 0 ? texts.Words() : null,
            random.Next(3) == 0 ? texts.Words() : null,
        ];
        return new IntegrityRow(number, cells, citizenId, phone);
    }

    private static string CitizenIdCell(Random random, string digits) => random.Next(5) switch
    {
        0 => digits[1..], // as a number: its zero is gone
        1 => AroundDigits(random, string.Create(CultureInfo.InvariantCulture, $"{digits[..3]} {digits[3..6]}\u00A0{digits[6..]}")),
        _ => AroundDigits(random, digits),
    };

    private static (string Cell, string Phone) InventPhone(Random random, int number)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"0900{number % 1_000_000:000000}");
        return random.Next(4) switch
        {
            0 => (digits[1..], digits),
            1 => (AroundDigits(random, $"{digits[..4]}.{digits[4..7]}.{digits[7..]}"), digits),
            2 => ($" {digits} / {digits}", $"{digits} / {digits}"), // two numbers: kept as written
            _ => (AroundDigits(random, digits), digits),
        };
    }

    private static string AroundDigits(Random random, string digits) => random.Next(20) switch
    {
        0 => $"\u202D{digits}\u202C",
        1 => $"\t{digits}",
        2 => $"{digits}\u00A0",
        _ => digits,
    };
}
