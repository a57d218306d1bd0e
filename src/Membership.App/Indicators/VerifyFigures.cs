using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.Indicators;
using Membership.Domain.Users;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Indicators;

/// <summary>Recounts every precomputed figure from the register, by another way than they were computed, and compares them all.</summary>
[Requires(Permission.Administer)]
[ConcernsNothing("compares counts of the whole register and names nobody")]
public sealed record VerifyFigures : IRequest<FigureVerification>;

/// <param name="PointsChecked">How many stored points were compared.</param>
/// <param name="Differences">Empty when all is well; each point that is wrong, missing or too many.</param>
public sealed record FigureVerification(long PointsChecked, IReadOnlyList<FigureDifference> Differences);

/// <summary>A series point that is not what the register says.</summary>
/// <param name="OrganizationId"><see cref="SeriesPoint.AllOrganizations"/>, or the one organization whose members are counted.</param>
/// <param name="Stored">Null when there is no such point and should be.</param>
/// <param name="Counted">Null when the register gives no such point: nothing changes on that day.</param>
public sealed record FigureDifference(
    string IndicatorCode,
    int DefinitionVersion,
    long LocalityId,
    long OrganizationId,
    CountingReason Reason,
    DateOnly Day,
    PointTotals? Stored,
    PointTotals? Counted);

public sealed record PointTotals(long People, long Memberships);

internal sealed class VerifyFiguresHandler(MembershipDb db) : IRequestHandler<VerifyFigures, FigureVerification>
{
    public async Task<FigureVerification> Handle(VerifyFigures request, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();

        // Deferred: one state of the register for all statements, without keeping anybody from writing.
        await using var transaction = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        var definitions = CountedDefinition.ReadAll(connection);
        var organizations = await db.Organizations.Select(organization => organization.Id).ToListAsync(cancellationToken);
        var differences = new List<FigureDifference>();
        foreach (var definition in definitions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            PointReplay.FindChangeDays(connection, definition);
            differences.AddRange(organizations.Prepend(SeriesPoint.AllOrganizations).SelectMany(id => DifferencesOf(connection, definition, id)));
        }

        var definitionIds = definitions.Select(definition => definition.Definition.Id).ToList();
        return new(await db.SeriesPoints.LongCountAsync(point => definitionIds.Contains(point.DefinitionId), cancellationToken), differences);
    }

    private static List<FigureDifference> DifferencesOf(SqliteConnection connection, CountedDefinition definition, long organizationId)
    {
        PointReplay.Count(connection, definition, organizationId);
        return PointReplay.Compare(connection, definition, organizationId, row => DifferenceOf(row, definition.Definition, organizationId));
    }

    private static FigureDifference DifferenceOf(SqliteDataReader row, IndicatorDefinition definition, long organizationId) => new(
        definition.Code,
        definition.Version,
        row.GetInt64(0),
        organizationId,
        (CountingReason)row.GetInt32(1),
        row.Day(2),
        row.IsDBNull(3) ? null : new(row.GetInt64(3), row.GetInt64(4)),
        row.IsDBNull(5) ? null : new(row.GetInt64(5), row.GetInt64(6)));
}
