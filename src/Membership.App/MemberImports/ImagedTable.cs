using Membership.App.Keys;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A table of the register whose rows imports change, with the columns that they may change.</summary>
/// <param name="Columns">Without the blind indexes, which follow from their columns.</param>
/// <param name="Sealed">Those among them that hold sealed values.</param>
internal sealed record ImagedTable(string Name, string[] Columns, IReadOnlyList<SealedColumn> Sealed)
{
    private static readonly ImagedTable People = new(
        "People",
        ["FullName", "FoldedName", "NameOrderKey", "Sex", "BirthDate", "CitizenId", "FormerIdNumber", "Phone", "Ethnicity", "Religion", "Education", "Qualification", "PoliticalTheory"],
        SealedTable.People.Columns);

    private static readonly ImagedTable Residences = new("Residences", ["PersonId", "LocalityId", "Address", "From", "To"], []);

    private static readonly ImagedTable Memberships = new(
        "Memberships", ["PersonId", "OrganizationId", "UnitId", "From", "To", "AdmittedOn", "BeganBy", "EndedBy", "Office"], []);

    /// <summary>Parameter: @row.</summary>
    public string Select => $"SELECT \"{string.Join("\", \"", Columns)}\" FROM main.{Name} WHERE Id = @row";

    /// <summary>Parameter: @row.</summary>
    public string Delete => $"DELETE FROM main.{Name} WHERE Id = @row";

    public static ImagedTable Of(ImageTable table) => table switch
    {
        ImageTable.People => People,
        ImageTable.Residences => Residences,
        ImageTable.Memberships => Memberships,
        _ => throw new InvalidOperationException($"No columns for {table}"),
    };

    /// <summary>Parameters: @row and one of each column's name.</summary>
    public string Update(IEnumerable<string> columns) =>
        $"UPDATE main.{Name} SET {string.Join(", ", columns.Select(column => $"\"{column}\" = @{column}"))} WHERE Id = @row";
}
