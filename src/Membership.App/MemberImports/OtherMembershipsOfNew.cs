using Membership.App.Database;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>Writes of which other organizations the people who come new with a list are members too.</summary>
internal static class OtherMembershipsOfNew
{
    private const string Named = """
        SELECT DISTINCT o.key FROM TakenAsNew t JOIN json_each(t.AlsoIn) o ORDER BY 1
        """;

    /// <summary>In the base unit: a list says nothing of another organization's branches. Of the day of joining only the year may be known.</summary>
    private const string Add = """
        INSERT INTO main.Memberships (PersonId, OrganizationId, UnitId, "From", "To", AdmittedOn, BeganBy, EndedBy, Office, ImportId, RecordedAt)
        SELECT t.PersonId, @organization, @unit, MIN(@asOf, COALESCE(o.value || SUBSTR('-01-01', LENGTH(o.value) - 3), @asOf)), NULL, o.value,
            CASE WHEN o.value IS NULL THEN 1 ELSE 2 END, NULL, NULL, @import, @now
        FROM TakenAsNew t JOIN json_each(t.AlsoIn) o ON o.key = @code ORDER BY t.PersonId
        """;

    public static void Write(RegisterWrite write, ListContext list)
    {
        // Most lists have no such column, and need not be gone through.
        if (write.Count("SELECT EXISTS (SELECT 1 FROM staging.Headings WHERE Field = @field)", ("@field", (int)MemberField.Organization)) == 0)
            return;

        foreach (var code in write.Texts(Named))
        {
            var other = list.Others[code];
            write.Execute(
                Add, ("@organization", other.Organization.Id), ("@unit", new ListUnits(write, other).BaseUnit()), ("@asOf", list.AsOf.ToIso()), ("@code", code));
        }
    }
}
