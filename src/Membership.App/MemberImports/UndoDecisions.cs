using System.Globalization;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>
/// Decides what undoing an import does with each row that it took, in the temporary table Undoing. Writes nothing else, so that a
/// preview can ask it too.
/// </summary>
internal sealed class UndoDecisions(RegisterWrite write, RegisterImages images, FieldCipher cipher)
{
    private const string KnownPeople = "SELECT DISTINCT PersonId FROM temp.Undoing WHERE Outcome IS NULL AND TakenAs <> 1 ORDER BY PersonId";

    private const string ImagesOfPerson = """
        SELECT Id, "Table", RowId, Before, AfterHash FROM main.ImportImages WHERE ImportId = @import AND PersonId = @person ORDER BY Id
        """;

    private const string WasChanged = "SELECT EXISTS (SELECT 1 FROM main.PersonChanges WHERE PersonId = @person AND ImportId = @import)";

    private const string IsInLaterList = "SELECT EXISTS (SELECT 1 FROM temp.InOtherLists WHERE PersonId = @person)";

    /// <summary>An interval that a later list has begun, where the one before it would be again.</summary>
    private const string IsInTheWay = """
        SELECT EXISTS (SELECT 1 FROM main.Memberships m WHERE m.PersonId = @person AND m.OrganizationId = @organization
            AND m."From" < COALESCE(@to, '9999-12-31') AND @from < COALESCE(m."To", '9999-12-31')
            AND NOT EXISTS (SELECT 1 FROM main.ImportImages i
                WHERE i.ImportId = @import AND i.PersonId = @person AND i."Table" = 3 AND i.RowId = m.Id))
        """;

    private const string SetOutcome = "UPDATE temp.Undoing SET Outcome = @outcome WHERE PersonId = @person AND Outcome IS NULL";

    public IReadOnlyDictionary<UndoOutcome, int> Decide()
    {
        write.Connection.CreateFunction<string?, string?, bool>("OpensToSame", OpensToSame, isDeterministic: true);
        foreach (var statement in (string[])[.. UndoSql.Prepare, UndoSql.DecideErased, UndoSql.DecideAgreed, UndoSql.DecideInLaterList, UndoSql.DecideNew])
            write.Execute(statement);
        foreach (var person in write.Rows(KnownPeople, reader => reader.GetInt64(0)))
            write.Execute(SetOutcome, ("@outcome", (int)OutcomeOf(person)), ("@person", person));
        return write.Rows(UndoSql.CountOutcomes, reader => KeyValuePair.Create((UndoOutcome)reader.GetInt32(0), reader.GetInt32(1)))
            .ToDictionary(outcome => outcome.Key, outcome => outcome.Value);
    }

    /// <summary>In the order in which the import wrote them.</summary>
    public List<ImportImage> ImagesOf(long person) => write.Rows(ImagesOfPerson, reader => Image(reader, person), ("@person", person));

    private UndoOutcome OutcomeOf(long person)
    {
        var ofPerson = ImagesOf(person);
        if (ofPerson.Count == 0)
            return write.Count(WasChanged, ("@person", person)) == 0 ? UndoOutcome.Restored : UndoOutcome.ImpossibleAsNotRecorded;
        if (ofPerson.GroupBy(image => (image.Table, image.RowId)).All(row => images.IsAsLeft(row.Last())) && !ofPerson.Exists(IsBlocked))
            return UndoOutcome.Restored;

        return write.Count(IsInLaterList, ("@person", person)) == 1 ? UndoOutcome.KeptAsInLaterList : UndoOutcome.KeptAsCorrectedSince;
    }

    private bool IsBlocked(ImportImage image) =>
        image is { Table: ImageTable.Memberships, Before: not null }
        && write.Count(
            IsInTheWay,
            ("@person", image.PersonId), ("@organization", long.Parse(images.Before(image, "OrganizationId")!, CultureInfo.InvariantCulture)),
            ("@from", images.Before(image, "From")), ("@to", images.Before(image, "To"))) == 1;

    private bool OpensToSame(string? one, string? other) =>
        one == other || (one is not null && other is not null && cipher.Open(new SealedText(one)) == cipher.Open(new SealedText(other)));

    private static ImportImage Image(SqliteDataReader reader, long person) => new()
    {
        Id = reader.GetInt64(0),
        PersonId = person,
        Table = (ImageTable)reader.GetInt32(1),
        RowId = reader.GetInt64(2),
        Before = reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3),
        AfterHash = reader.GetFieldValue<byte[]>(4),
    };
}
