using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Proposals;
using Membership.Domain.Users;

namespace Membership.App.Keys;

/// <summary>A table with columns that hold sealed values, in the register or in a staging file.</summary>
/// <param name="Key">Its column of integer keys.</param>
internal sealed record SealedTable(string Name, string Key, params SealedColumn[] Columns)
{
    /// <summary>Where the columns are sealed at all.</summary>
    public string Where { get; init; } = "1";

    /// <summary>Columns from which the place of a value follows, and how; see <see cref="SealedPlace"/>.</summary>
    public required string[] PlaceColumns { get; init; }

    /// <summary>By the column's name and the values of <see cref="PlaceColumns"/>.</summary>
    public required Func<string, object[], SealedPlace> PlaceOf { get; init; }

    public static readonly SealedTable People = new(
        "People", "Id",
        new(nameof(Person.CitizenId)) { Index = nameof(Person.CitizenIdIndex) }, new(nameof(Person.FormerIdNumber)),
        new(nameof(Person.Phone)) { Index = nameof(Person.PhoneIndex) }, new(nameof(Person.Ethnicity)), new(nameof(Person.Religion)))
    {
        PlaceColumns = [nameof(Person.Binding)],
        PlaceOf = OfColumn,
    };

    public static readonly SealedTable Changes = new("PersonChanges", "Id", new(nameof(PersonChange.Before)), new(nameof(PersonChange.After)))
    {
        Where = $"Field IN ({string.Join(", ", SealedFields.Names.Select(name => $"'{name}'"))})",
        PlaceColumns = [nameof(PersonChange.Field), nameof(PersonChange.PersonId)],
        PlaceOf = (_, row) => SealedPlace.OfChange((string)row[0], (long)row[1]),
    };

    public static readonly SealedTable Users = new("Users", "Id", new SealedColumn(nameof(User.AuthenticatorKey)))
    {
        PlaceColumns = ["Id"],
        PlaceOf = OfColumn,
    };

    public static readonly SealedTable Images = new("ImportImages", "Id", new SealedColumn(nameof(ImportImage.Before)) { IsBlob = true })
    {
        PlaceColumns = ["\"Table\"", nameof(ImportImage.ImportId), nameof(ImportImage.RowId)],
        PlaceOf = (_, row) => SealedPlace.OfImage((ImageTable)(long)row[0], (long)row[1], (long)row[2]),
    };

    public static readonly SealedTable Proposals = new("Proposals", "Id", new SealedColumn(nameof(Proposal.Value)))
    {
        PlaceColumns = [nameof(Proposal.PersonId)],
        PlaceOf = (_, row) => SealedPlace.OfProposal((long)row[0]),
    };

    /// <summary>Every sealed value of the database; a test compares them with the mapping.</summary>
    public static readonly IReadOnlyList<SealedTable> OfRegister = [People, Changes, Users, Images, Proposals];

    /// <summary>A place that is the column's of the one row's.</summary>
    public static SealedPlace OfColumn(string column, object[] row) => new(Enum.Parse<SealedKind>(column), (long)row[0]);

    /// <summary>Rows that have something sealed.</summary>
    public string AnyValue => $"({Where}) AND ({string.Join(" OR ", Columns.Select(column => $"{column.Name} IS NOT NULL"))})";
}

internal sealed record SealedColumn(string Name)
{
    /// <summary>The column of its blind index; null when it has none.</summary>
    public string? Index { get; init; }

    /// <summary>Sealed bytes instead of their Base64.</summary>
    public bool IsBlob { get; init; }
}
