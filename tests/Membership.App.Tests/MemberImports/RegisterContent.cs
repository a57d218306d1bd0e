using System.Globalization;
using Membership.Domain.Members;
using Membership.Testing;

namespace Membership.App.Tests.MemberImports;

/// <summary>All that imports write to the register, row by row, with sealed values opened: equal texts are equal registers.</summary>
internal static class RegisterContent
{
    private static readonly HashSet<string> SealedColumns = [.. SealedFields.Names];

    public static async Task<List<string>> ReadAsync(TestDatabase database)
    {
        await using var connection = await database.OpenConnectionAsync();
        var lines = new List<string>();
        foreach (var table in new[] { "People", "Residences", "Memberships", "OrganizationUnits", "SeriesPoints" })
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2, 3, 4, 5";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                var values = Enumerable.Range(0, rows.FieldCount).Select(at => $"{rows.GetName(at)}={Value(database, rows.GetName(at), rows.GetValue(at))}");
                lines.Add($"{table} {string.Join(' ', values)}");
            }
        }

        return lines;
    }

    private static string? Value(TestDatabase database, string column, object value) =>
        value is string text && SealedColumns.Contains(column) ? database.Cipher.Open(new SealedText(text)) : Convert.ToString(value, CultureInfo.InvariantCulture);
}
