using System.Globalization;
using System.Text;
using Membership.Domain.MemberImports;

namespace Membership.Testing.Lists;

/// <summary>A list as rows: what stands above the heading, the heading, a row for each person, and what stands below.</summary>
internal sealed record ListDraft(string Name)
{
    /// <summary>Number, name, birth date, sex, citizen number: all as text but the first.</summary>
    public static readonly object?[] PlainHeading = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD"];

    public IReadOnlyList<object?[]> Above { get; init; } = [];

    public IReadOnlyList<object?[]> Heading { get; init; } = [PlainHeading];

    public Func<Invented, int, object?[]> Row { get; init; } = Plain;

    /// <summary>What the row of a person says when it is no plain one.</summary>
    public Func<ExpectedPerson, Invented, ExpectedPerson> Expected { get; init; } = (expected, _) => expected;

    public IReadOnlyList<object?[]> Below { get; init; } = [];

    public IReadOnlyList<(string Repair, int Rows)> Repairs { get; init; } = [];

    public IEnumerable<object?[]> Rows => [.. Above, .. Heading, .. Invented.All.Select((person, at) => Row(person, at + 1)), .. Below];

    private int FirstRow => Above.Count + Heading.Count + 1;

    public static object?[] Plain(Invented person, int number) => [number, person.Name, person.Day, person.SexWord, person.CitizenId];

    public RealList ToWorkbook(Func<WorkbookBuilder, WorkbookBuilder>? change = null)
    {
        var builder = WorkbookBuilder.Of([.. Rows]);
        return List((change?.Invoke(builder) ?? builder).ToBytes());
    }

    public RealList ToText(char separator, Encoding encoding, string fileName)
    {
        var text = string.Concat(Rows.Select(row => string.Join(separator, row.Select(cell => Quoted(cell, separator))) + "\r\n"));
        return List([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]) with { FileName = fileName };
    }

    public RealList List(byte[] content) => new(Name, content) { People = Expect(FirstRow), Repairs = Repairs };

    /// <summary>The people as expected when the first stands in a row, of a sheet counted from 0.</summary>
    public IReadOnlyList<ExpectedPerson> Expect(int firstRow, int sheet = 0) =>
        [.. Invented.All.Select((person, at) => Expected(PlainlyExpected(person, new ListRow(sheet, firstRow + at).Key), person))];

    public static ExpectedPerson PlainlyExpected(Invented person, int row) =>
        new(row, person.Name, person.Born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), person.Sex, person.CitizenId);

    private static string Quoted(object? cell, char separator)
    {
        var text = Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
        return text.AsSpan().ContainsAny(separator, '"', '\n') ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
