using System.Globalization;
using System.Text.RegularExpressions;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>A sum that a list declares ("Tổng cộng: 45 người") and that its rows do not come to.</summary>
/// <param name="Row">As Excel numbers it.</param>
/// <param name="Read">Rows of people above it.</param>
public sealed record DeclaredTotal(int Row, int Declared, int Read);

/// <summary>Compares declared sums with the rows read above them: of the group, or of the whole sheet.</summary>
internal sealed partial class TotalCheck
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;
    private readonly List<DeclaredTotal> _wrong = [];
    private int _all;
    private int _inGroup;
    private int _sinceTotal;

    public IReadOnlyList<DeclaredTotal> Wrong => _wrong;

    public void AddPerson() => (_all, _inGroup, _sinceTotal) = (_all + 1, _inGroup + 1, _sinceTotal + 1);

    public void BeginGroup() => _inGroup = 0;

    public void Add(SheetRow row)
    {
        var declared = Numbers(row);
        var isRight = declared.Count == 0 || declared.Exists(IsCount) || IsCount(declared.Sum());
        if (!isRight && Declared(row, declared) is { } number)
            _wrong.Add(new DeclaredTotal(row.Number, number, _all));

        _sinceTotal = 0;
    }

    private bool IsCount(int number) => number == _all || number == _inGroup || number == _sinceTotal;

    /// <summary>The number that counts people; null when it is not clear which does.</summary>
    private static int? Declared(SheetRow row, List<int> numbers)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Text && OfPeople().Match(VietnameseText.Clean(cell.Text)) is { Success: true } people)
                return int.Parse(people.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        }

        return numbers is [var only] ? only : null;
    }

    private static List<int> Numbers(SheetRow row)
    {
        var numbers = new List<int>();
        foreach (var cell in row.Cells)
        {
            if (cell.Kind == CellKind.Number && double.IsInteger(cell.Number) && cell.Number is > 0 and < int.MaxValue)
                numbers.Add((int)cell.Number);
            else if (cell.Kind == CellKind.Text && !PageMark().IsMatch(cell.Text))
                numbers.AddRange(Count().Matches(VietnameseText.Clean(cell.Text)).Select(match => int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)).Where(IsNoYear));
        }

        return numbers;
    }

    private static bool IsNoYear(int number) => number is > 0 and (< FirstYear or > LastYear);

    [GeneratedRegex("(?<![0-9/.,])[0-9]{1,6}(?![0-9/.,]*[0-9/%])", RegexOptions.CultureInvariant)]
    private static partial Regex Count();

    [GeneratedRegex("(?<![0-9/.,])([0-9]{1,6})\\s*(?:\\([^)]*\\))?\\s*(?:người|hội viên|đoàn viên|đảng viên|thành viên|công đoàn viên|đồng chí|đ/c|hv|đv)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfPeople();

    [GeneratedRegex("trang|mang sang|tờ số", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PageMark();
}
