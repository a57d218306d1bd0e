using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Members;
using Membership.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Membership.App.Samples;

/// <summary>What was filled in.</summary>
/// <param name="MembershipIntervals">Rows, not people: a transfer or a merger makes two of one.</param>
public sealed record DemoSummary(int People, int MembershipIntervals, int Units, int Communes, int PopulationFigures);

public sealed record DemoProgress(int PeopleDone, int PeopleInAll);

/// <summary>Fills an empty register with the sample. The reference data must be there.</summary>
public sealed class DemoFill(MembershipDb db, FieldCipher cipher, DemoPlan plan)
{
    private const int ReportEvery = 1000;

    public DemoFill(MembershipDb db, FieldCipher cipher)
        : this(db, cipher, DemoPlan.Standard)
    {
    }

    public async Task<Outcome<DemoSummary>> FillAsync(IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        var people = await db.People.LongCountAsync(cancellationToken);
        if (people > 0)
            return new RegisterNotEmpty(people);

        var places = await SamplePlace.LoadAsync(db, plan.Communes, cancellationToken);
        var organizations = await db.Organizations.ToDictionaryAsync(organization => organization.Code, organization => organization.Id, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var sqlite = (SqliteTransaction)transaction.GetDbTransaction();
        using var writer = new DemoWriter(sqlite, cipher, places, organizations);
        var figures = WriteAll(writer, new SamplePopulation(places), progress, cancellationToken);
        await db.Database.ExecuteSqlRawAsync(RegisterVersion.BumpSql, cancellationToken);
        await SeriesRecount.RecountAllAsync(sqlite.Connection!, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new DemoSummary(writer.People, writer.MembershipIntervals, writer.Units, plan.Communes.Count, figures);
    }

    private int WriteAll(DemoWriter writer, SamplePopulation population, IProgress<DemoProgress>? progress, CancellationToken cancellationToken)
    {
        foreach (var commune in plan.Communes)
        {
            foreach (var story in plan.TellerOf(commune).Tell(plan.PeopleOf(commune)))
            {
                writer.Write(story);
                population.Count(story);
                if (writer.People % ReportEvery == 0)
                    progress?.Report(new DemoProgress(writer.People, plan.People));
            }

            cancellationToken.ThrowIfCancellationRequested();
        }

        var figures = population.Figures().ToList();
        figures.ForEach(writer.Write);
        return figures.Count;
    }
}
