using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>
/// Ends the memberships of those whom a full list does not name and of whom the officer has confirmed that they left. Of one who has died it ends
/// all, in every organization, and where she lives.
/// </summary>
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

    /// <summary>What of a person goes on after a day; one that began later never was.</summary>
    private const string OtherMemberships = """
        SELECT Id, OrganizationId, "From", MAX("From", @left) FROM main.Memberships WHERE PersonId = @person AND Id <> @membership AND ("To" IS NULL OR "To" > @left) ORDER BY Id
        """;

    private const string Residences = """
        SELECT Id, LocalityId, "From", MAX("From", @left) FROM main.Residences WHERE PersonId = @person AND ("To" IS NULL OR "To" > @left) ORDER BY Id
        """;

    private const string EndResidence = """UPDATE main.Residences SET "To" = @left WHERE Id = @residence""";

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
            write.Remember(one.Person, "Membership", one.From, $"{one.From} {one.LeftOn}", list.Organization.Id);
            if (one.Reason == (int)MembershipReason.Death)
                EndAllElse(one);
            images.Keep(one.Person);
            write.Execute(RememberRow, ("@row", -one.Number), ("@person", one.Person));
            write.Execute("INSERT INTO TouchedPeople (PersonId) VALUES (@person)", ("@person", one.Person));
        }
    }

    private void EndAllElse(Leaving dead)
    {
        foreach (var (id, organization, from, to) in Going(OtherMemberships, dead))
        {
            images.Changes(ImageTable.Memberships, id);
            write.Execute(End, ("@left", to), ("@endedBy", dead.Reason), ("@membership", id));
            write.Remember(dead.Person, "Membership", from, $"{from} {to}", organization);
        }

        foreach (var (id, locality, from, to) in Going(Residences, dead))
        {
            images.Changes(ImageTable.Residences, id);
            write.Execute(EndResidence, ("@left", to), ("@residence", id));
            write.Remember(dead.Person, "Residence", FormattableString.Invariant($"{locality} {from}"), FormattableString.Invariant($"{locality} {from} {to}"));
        }
    }

    private List<(long Id, long Where, string From, string To)> Going(string sql, Leaving dead) => write.Rows(
        sql, reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3)),
        ("@person", dead.Person), ("@left", dead.LeftOn), ("@membership", dead.Membership));

    private sealed record Leaving(int Number, long Person, long Membership, string From, int Reason, string LeftOn);
}
