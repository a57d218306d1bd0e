using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A table of a list whose rows can be marked.</summary>
/// <param name="Sheet">As in <see cref="ListRow.Sheet"/>.</param>
internal sealed record MarkedTable(int Sheet, string SheetName, int HeaderRow, IReadOnlyList<ListColumn> Columns)
{
    private static readonly MemberField[] Names =
        [MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName];

    private static readonly MemberField[] Births =
        [MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale];

    private static readonly MemberField[] Sexes = [MemberField.Sex, MemberField.MaleTick, MemberField.FemaleTick];

    /// <summary>Where a field stands, or one that says the same, else the name.</summary>
    public int ColumnOf(MemberField field)
    {
        MemberField[] alike = Array.Find([Names, Births, Sexes], group => group.Contains(field)) ?? [];
        return alike.Prepend(field).Concat(Names).Select(Column).First(column => column is not null)!.Value;
    }

    private int? Column(MemberField field) => Columns.FirstOrDefault(column => column.Field == field)?.Index;
}
