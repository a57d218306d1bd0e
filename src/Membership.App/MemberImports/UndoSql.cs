namespace Membership.App.MemberImports;

/// <summary>
/// The statements of an undo. People who came new with the import need no image: they are held against the staging rows that they
/// were copied from, all at once. Only imports write residences and memberships.
/// </summary>
internal static class UndoSql
{
    /// <summary>One row per taken row that is not restored yet, with the outcomes of people who cannot be touched.</summary>
    public static readonly string[] Prepare =
    [
        """
        CREATE TEMP TABLE Undoing (RowNumber INTEGER PRIMARY KEY, PersonId INTEGER NOT NULL, TakenAs INTEGER NOT NULL, Outcome INTEGER)
        """,
        """
        INSERT INTO temp.Undoing
        SELECT i.RowNumber, i.PersonId, i.TakenAs,
            CASE WHEN p.Id IS NULL THEN 6 WHEN p.AnonymisedAt IS NOT NULL THEN 5 WHEN p.RestrictedAt IS NOT NULL THEN 4 END
        FROM main.ImportedRows i LEFT JOIN main.People p ON p.Id = i.PersonId
        WHERE i.ImportId = @import AND i.UndoneAs IS NOT 1
        """,
        "CREATE INDEX temp.UndoingByPerson ON Undoing (PersonId)",
        "CREATE TEMP TABLE InOtherLists (PersonId INTEGER PRIMARY KEY)",
        """
        INSERT OR IGNORE INTO temp.InOtherLists
        SELECT o.PersonId FROM main.ImportedRows o JOIN main.MemberImports other ON other.Id = o.ImportId
        WHERE o.ImportId <> @import AND o.UndoneAs IS NOT 1 AND o.PersonId IN (SELECT PersonId FROM temp.Undoing)
            AND other.CommittedAt >= (SELECT CommittedAt FROM main.MemberImports WHERE Id = @import)
        """,
    ];

    /// <summary>Rows emptied since, because they perhaps meant somebody who was made anonymous.</summary>
    public const string DecideErased = """
        UPDATE temp.Undoing SET Outcome = 6 WHERE Outcome IS NULL AND TakenAs = 1
            AND NOT EXISTS (SELECT 1 FROM staging.Rows r WHERE r.RowNumber = Undoing.RowNumber AND r.FullName IS NOT NULL)
        """;

    public const string DecideInLaterList = """
        UPDATE temp.Undoing SET Outcome = 3 WHERE Outcome IS NULL AND TakenAs = 1 AND PersonId IN (SELECT PersonId FROM temp.InOtherLists)
        """;

    /// <summary>
    /// OpensToSame: the two may be sealed with different keys. A person who has asked something about her data is kept, and so is
    /// who was corrected: her history must not be without her.
    /// </summary>
    public const string DecideNew = """
        UPDATE temp.Undoing SET Outcome = CASE WHEN EXISTS (
                SELECT 1 FROM staging.Rows r JOIN main.People p ON p.Id = Undoing.PersonId
                WHERE r.RowNumber = Undoing.RowNumber AND p.ImportId = @import
                    AND p.FullName = r.FullName AND p.Sex IS r.Sex AND p.BirthDate IS r.BirthDate
                    AND OpensToSame(p.CitizenId, r.CitizenId) AND OpensToSame(p.FormerIdNumber, r.FormerIdNumber) AND OpensToSame(p.Phone, r.Phone)
                    AND OpensToSame(p.Ethnicity, r.Ethnicity) AND OpensToSame(p.Religion, r.Religion)
                    AND p.Education IS r.Education AND p.Qualification IS r.Qualification AND p.PoliticalTheory IS r.PoliticalTheory
                    AND NOT EXISTS (SELECT 1 FROM main.Residences h WHERE h.PersonId = p.Id AND (h.ImportId IS NOT @import OR h.Address IS NOT r.Address)))
            AND NOT EXISTS (SELECT 1 FROM main.Memberships m WHERE m.PersonId = Undoing.PersonId AND (m.ImportId IS NOT @import OR m."To" IS NOT NULL))
            AND NOT EXISTS (SELECT 1 FROM main.PersonChanges c WHERE c.PersonId = Undoing.PersonId AND c.ImportId IS NULL)
            AND NOT EXISTS (SELECT 1 FROM main.PersonRequests q WHERE q.PersonId = Undoing.PersonId)
            THEN 1 ELSE 2 END
        WHERE Outcome IS NULL AND TakenAs = 1
        """;

    /// <summary>What somebody agreed to is hers as well.</summary>
    public const string DecideAgreed = """
        UPDATE temp.Undoing SET Outcome = 7 WHERE Outcome IS NULL
            AND PersonId IN (SELECT PersonId FROM main.Proposals WHERE ImportId = @import AND State = 2)
        """;

    public const string CountOutcomes = "SELECT Outcome, COUNT(*) FROM temp.Undoing GROUP BY Outcome";

    /// <summary>The people whose rows will be written.</summary>
    public const string Touch = "CREATE TEMP TABLE TouchedPeople AS SELECT DISTINCT PersonId FROM temp.Undoing WHERE Outcome = 1";

    public static readonly string[] RemoveNewPeople =
    [
        $"DELETE FROM main.Memberships WHERE PersonId IN ({NewPeople})",
        $"DELETE FROM main.Residences WHERE PersonId IN ({NewPeople})",
        $"DELETE FROM main.People WHERE Id IN ({NewPeople})",
    ];

    /// <summary>
    /// Units that undone imports have founded, once nobody is in them and no image that may still be played back leads there. To be
    /// repeated until nothing is left: branches stand before their base unit.
    /// </summary>
    public const string RemoveEmptyUnits = """
        DELETE FROM main.OrganizationUnits WHERE ImportId IN (SELECT Id FROM main.MemberImports WHERE State = 7)
            AND NOT EXISTS (SELECT 1 FROM main.Memberships m WHERE m.UnitId = OrganizationUnits.Id)
            AND NOT EXISTS (SELECT 1 FROM main.OrganizationUnits child WHERE child.ParentId = OrganizationUnits.Id)
            AND Id NOT IN (
                SELECT CAST(c.Before AS INTEGER) FROM main.PersonChanges c
                WHERE c.Field = 'Unit' AND c.Before IS NOT NULL
                    AND EXISTS (SELECT 1 FROM main.ImportImages g WHERE g.ImportId = c.ImportId AND g.PersonId = c.PersonId))
        """;

    public static readonly string[] Finish =
    [
        "UPDATE main.Proposals SET State = 4, Value = NULL, DecidedBy = @by, DecidedAt = @now WHERE ImportId = @import AND State = 1",
        "DELETE FROM main.ImportImages WHERE ImportId = @import AND PersonId IN (SELECT PersonId FROM temp.TouchedPeople)",
        """
        UPDATE main.ImportedRows SET UndoneAs = (SELECT Outcome FROM temp.Undoing u WHERE u.RowNumber = ImportedRows.RowNumber)
        WHERE ImportId = @import AND RowNumber IN (SELECT RowNumber FROM temp.Undoing)
        """,
        "UPDATE main.MemberImports SET State = 7, UndoneAt = @now, UndoneBy = @by, UndoneBecause = @because WHERE Id = @import",
    ];

    private const string NewPeople = "SELECT PersonId FROM temp.Undoing WHERE Outcome = 1 AND TakenAs = 1";
}
