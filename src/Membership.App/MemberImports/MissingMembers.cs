using Membership.App.Database;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>Members of the unit of a full list whom no row of it names: perhaps they have left.</summary>
internal sealed class MissingMembers(SqliteConnection register, ListContext list)
{
    /// <summary>Whose data may only be kept is not asked about.</summary>
    private const string OfUnit = """
        SELECT m.Id, m.PersonId, m."From" FROM Memberships m
        JOIN OrganizationUnits u ON u.Id = m.UnitId JOIN People p ON p.Id = m.PersonId
        WHERE m.OrganizationId = @organization AND (u.Id = @unit OR u.ParentId = @unit) AND m."From" <= @day AND m."To" IS NULL
            AND p.AnonymisedAt IS NULL AND p.RestrictedAt IS NULL
        ORDER BY p.NameOrderKey, p.Id
        """;

    private readonly HashSet<long> _named = [];
    private readonly HashSet<BranchReading> _branches = [];
    private bool _somebodyHasNoBranch;

    /// <summary>A row: whom it names, or perhaps names, even if it cannot be taken. One that says she is only in other organizations names no member.</summary>
    public void Saw(ReadRow row, IEnumerable<KnownPerson> people)
    {
        if (row.Listed is not { IsInOthersOnly: true })
            _named.UnionWith(people.Select(person => person.Id));
        if (row.Listed?.Branch is { } branch)
            _branches.Add(list.Branches.Read(branch));
        else if (row.Listed is not null)
            _somebodyHasNoBranch = true;
    }

    /// <summary>To be asked after all rows. A list of one branch says nothing about the others, if the officer says that it is that branch's.</summary>
    public IReadOnlyList<MissingMember> Find()
    {
        var isOfBranch = !_somebodyHasNoBranch && _branches.Count == 1 && list.Choices.Coverage == ListCoverage.Branch;
        return (isOfBranch ? _branches.Single().Id : list.BaseUnitId) is { } unit ? Read(unit) : [];
    }

    private List<MissingMember> Read(long unit)
    {
        using var command = register.CreateCommand();
        command.CommandText = OfUnit;
        command.Parameters.AddWithValue("@organization", list.Organization.Id);
        command.Parameters.AddWithValue("@unit", unit);
        command.Parameters.AddWithValue("@day", list.AsOf.ToIso());
        using var reader = command.ExecuteReader();
        var missing = new List<MissingMember>();
        while (reader.Read())
        {
            if (!_named.Contains(reader.GetInt64(1)))
                missing.Add(new MissingMember(missing.Count + 1, reader.GetInt64(1), reader.GetInt64(0), reader.Day(2)));
        }

        return missing;
    }
}

/// <param name="Number">From 1, within the import.</param>
/// <param name="From">The first day of the membership.</param>
public sealed record MissingMember(int Number, long PersonId, long MembershipId, DateOnly From)
{
    /// <summary>Why she left, as the officer confirmed; null: she stays.</summary>
    public MembershipReason? Reason { get; init; }

    /// <summary>The first day on which she was no longer a member; null while she stays.</summary>
    public DateOnly? LeftOn { get; init; }
}
