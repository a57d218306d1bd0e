namespace Membership.Domain.Members;

/// <summary>
/// Số định danh cá nhân: 12 digits. Since Nghị định 70/2024/NĐ-CP the structure is no longer described by law, so only the
/// length is a rule here; province, sex and birth year inside the number are grounds for warnings.
/// </summary>
public readonly record struct CitizenId
{
    public const int Length = 12;

    private CitizenId(string digits) => Digits = digits;

    public string Digits { get; }

    public static CitizenId? TryParse(string? text) =>
        text is { Length: Length } && text.All(char.IsAsciiDigit) ? new CitizenId(text) : null;

    /// <summary>All but the last four digits hidden, for pages.</summary>
    public string Masked => "••••••••" + Digits[^4..];

    public override string ToString() => Masked;
}
