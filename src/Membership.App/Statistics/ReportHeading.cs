namespace Membership.App.Statistics;

/// <summary>
/// Who issues a form. Each organization and level has its own heading, and the national motto is wrong on a Party or Youth Union
/// document, so nothing of it is written unless it is given.
/// </summary>
/// <param name="IssuerLines">Left, from the top: superior body, issuing body, number.</param>
/// <param name="RightLines">Right, above the place and date: the Party's name, or the national name and motto.</param>
public sealed record ReportHeading(IReadOnlyList<string> IssuerLines, IReadOnlyList<string> RightLines)
{
    /// <summary>To be filled in by hand.</summary>
    public static ReportHeading Neutral { get; } = new(["ĐƠN VỊ LẬP BIỂU: ……………………", "Số: ……………………"], []);
}
