using Membership.App.Database;
using Membership.Domain.Members;
using Membership.Domain.Organizations;

namespace Membership.App.MemberImports;

/// <summary>The units a list speaks of: another spelling founds no second branch.</summary>
internal sealed class ListUnits(RegisterWrite write, ListContext list)
{
    /// <summary>Leaves the temporary table NamedBranches, of what the list calls its branches; before <see cref="FoundMissing"/>.</summary>
    public const string FindNamed = """
        DROP TABLE IF EXISTS temp.NamedBranches;
        CREATE TEMP TABLE NamedBranches AS
        SELECT Branch, MIN(RowNumber) AS FirstRow FROM staging.Rows WHERE Branch IS NOT NULL AND Verdict <> 5 GROUP BY Branch
        """;

    private const string Found = """
        INSERT INTO main.OrganizationUnits (OrganizationId, ParentId, Kind, Name, FoldedName, LocalityId, ValidFrom, ValidTo, ImportId)
        VALUES (@organization, @parent, @kind, @name, @folded, @locality, @from, NULL, @import)
        """;

    /// <summary>Founds the base unit and the branches that do not exist, and leaves the temporary table BranchUnits.</summary>
    public void FoundMissing()
    {
        BaseUnit();
        write.Execute("CREATE TEMP TABLE BranchUnits (Branch TEXT PRIMARY KEY, UnitId INTEGER NOT NULL)");
        foreach (var branch in write.Texts("SELECT Branch FROM NamedBranches ORDER BY FirstRow"))
        {
            var reading = list.Branches.Read(branch);
            if (reading.Id is null)
                list.Branches.Found(reading, Insert(list.BaseUnitId, OrganizationUnitKind.Branch, reading.Name));
            write.Execute("INSERT INTO BranchUnits VALUES (@branch, @unitId)", ("@branch", branch), ("@unitId", list.Branches.Read(branch).Id));
        }
    }

    /// <summary>Founded if it does not exist.</summary>
    public long BaseUnit() => list.BaseUnitId ??= Insert(null, OrganizationUnitKind.BaseUnit, list.BaseUnitName);

    private long Insert(long? parent, OrganizationUnitKind kind, string name) => write.Insert(
        Found,
        ("@organization", list.Organization.Id),
        ("@parent", parent),
        ("@kind", (int)kind),
        ("@name", name),
        ("@folded", PersonName.Fold(name)),
        ("@locality", list.Locality.LocalityId),
        ("@from", list.Home.Began.ToIso()));
}
