namespace Membership.Domain.MemberImports;

/// <summary>A column of days of joining an organization, and which one its heading names.</summary>
/// <param name="Organization">Code; null when the heading only says that it is the list's own: "Ngày vào Hội", "Ngày kết nạp".</param>
internal readonly record struct AdmissionHeading(ListColumn Column, string? Organization)
{
    private static readonly string[] Joining = ["gianhap", "ketnap", "thamgia", "vao"];

    public static AdmissionHeading[] In(IReadOnlyList<ListColumn> columns) =>
        [.. columns.Where(IsAdmission).Select(column => new AdmissionHeading(column, OrganizationIn(ListHeadings.Key(column.Header))))];

    private static bool IsAdmission(ListColumn column)
    {
        if (column.Value is not null || column.Field is not (null or MemberField.AdmittedOn))
            return false;

        var lines = column.Header.Split(" / ");
        return (ListHeadings.FieldOf(lines) ?? ListHeadings.FieldOf(string.Join(' ', lines))) == MemberField.AdmittedOn;
    }

    private static string? OrganizationIn(string key)
    {
        var word = Array.Find(Joining, joining => key.Contains(joining, StringComparison.Ordinal));
        return word is null ? null : OrganizationNames.CodeOfKey(key[(key.LastIndexOf(word, StringComparison.Ordinal) + word.Length)..]);
    }
}
