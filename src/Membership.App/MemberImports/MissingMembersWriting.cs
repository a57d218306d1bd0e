using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Ends the memberships of those whom a full list does not name and of whom the officer has confirmed that they left.</summary>
internal sealed class MissingMembersWriting(RegisterWrite write, RegisterImages images, ListContext list)
{
    /// <summary>Still as at the check, and not ended by an earlier commit.</summary>
    private const string Confirmed = """
        SELECT x.Number, x.PersonId, x.MembershipId, x."From", x.Reason, x.LeftOn FROM staging.Missing x
        JOIN main.Memberships m ON m.Id = x.MembershipId JOIN main.People p ON p.Id = x.PersonId
        WHERE x.Reason IS NOT NULL AND m."To" IS NULL AND m."From" < x.LeftOn AND p.RestrictedAt IS NULL AND p.AnonymisedAt IS NULL
            AND -x.Number NOT IN (SELECT RowNumber FROM main.ImportedRows WHERE ImportId = @import) ORDER BY x.Number
        """;

    private const string End = """UPDATE main.Memberships SET "To" = @left, EndedBy = @endedBy WHERE Id = @membership""";

    private const string RememberRow = "INSERT INTO main.ImportedRows (ImportId, RowNumber, PersonId, TakenAs) VALUES (@import, @row, @person, 2)";

    private readonly List<Leaving> _leaving = write.Rows(Confirmed, reader => new Leaving(
        reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3), reader.GetInt32(4), reader.GetString(5)));

    public int Count => _leaving.Count;

    public void Apply()
    {
        foreach (var one in _leaving)
        {
            images.Changes(ImageTable.Memberships, one.Membership);
            write.Execute(End, ("@left", one.LeftOn), ("@endedBy", one.Reason), ("@membership", one.Membership));
            images.Keep(one.Person);
            write.Remember(one.Person, "Membership", one.From, $"{one.From} {one.LeftOn}", list.Organization.Id);
            write.Execute(RememberRow, ("@row", -one.Number), ("@person", one.Person));
            write.Execute("INSERT INTO TouchedPeople (PersonId) VALUES (@person)", ("@person", one.Person));
        }
    }

    private sealed record Leaving(int Number, long Person, long Membership, string From, int Reason, string LeftOn);
}
