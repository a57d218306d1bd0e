using System.Globalization;
using Membership.Domain.Members;

namespace Membership.Testing.Lists;

/// <summary>Somebody who does not exist: number within an invented range, telephone of no operator.</summary>
public sealed record Invented(string Family, string Given, DateOnly Born, Sex Sex, int Number)
{
    private const int FirstYearOfNextDigits = 2000;

    /// <summary>The people of every list, in this order.</summary>
    public static readonly IReadOnlyList<Invented> All =
    [
        new("Nguyễn Thị", "Ánh", new DateOnly(1981, 3, 22), Sex.Female, 11),
        new("Trần Văn", "Bình", new DateOnly(1975, 11, 14), Sex.Male, 12),
        new("Lê Hoàng", "Dũng", new DateOnly(1968, 7, 30), Sex.Male, 13),
        new("Phạm Thùy", "Đoan", new DateOnly(1990, 1, 25), Sex.Female, 14),
        new("Huỳnh Thị Ngọc", "Quyền", new DateOnly(2001, 9, 17), Sex.Female, 15),
        new("Đặng Hữu", "Ước", new DateOnly(1959, 12, 28), Sex.Male, 16),
    ];

    public string Name => $"{Family} {Given}";

    public string Day => Born.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public string SexWord => Sex == Sex.Male ? "Nam" : "Nữ";

    /// <summary>Twelve digits, of province 092.</summary>
    public string CitizenId => string.Create(
        CultureInfo.InvariantCulture, $"092{(Sex == Sex.Male ? 0 : 1) + (Born.Year >= FirstYearOfNextDigits ? 2 : 0)}{Born.Year % 100:00}{Number:000000}");

    public string Phone => string.Create(CultureInfo.InvariantCulture, $"0900{Number:000000}");

    /// <summary>A number of the old card, nine digits.</summary>
    public string FormerId => string.Create(CultureInfo.InvariantCulture, $"361{Number:000000}");
}
