using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Running;

/// <summary>Puts invented members straight into the register of a commune, and counts them.</summary>
internal static class SomeRegister
{
    private static readonly DateOnly Since = new(2025, 7, 1);

    /// <summary>Adults who live in the commune and belong to its farmers' association.</summary>
    public static Task<int> AddFarmersAsync(this TestDatabase database, LocalityOption commune, params string[] names) => database.With(async db =>
    {
        var organization = await db.Organizations.SingleAsync(one => one.Code == "HND");
        var unit = new OrganizationUnit
        {
            OrganizationId = organization.Id,
            Kind = OrganizationUnitKind.BaseUnit,
            Name = $"Hội Nông dân {commune.Name}",
            FoldedName = PersonName.Fold($"Hội Nông dân {commune.Name}"),
            LocalityId = commune.Id,
            ValidFrom = Since,
        };
        var people = names.Select(name => new Person
        {
            FullName = name,
            FoldedName = PersonName.Fold(name),
            NameOrderKey = NameOrder.Key(name),
            BirthDate = PartialDate.TryCreate(1980, 5),
        }).ToList();
        db.Add(unit);
        db.AddRange(people);
        await db.SaveChangesAsync();
        db.AddRange(people.Select(person => new Residence { PersonId = person.Id, LocalityId = commune.Id, From = Since }));
        db.AddRange(people.Select(person => new MembershipInterval
        {
            PersonId = person.Id,
            OrganizationId = organization.Id,
            UnitId = unit.Id,
            From = Since,
            BeganBy = MembershipReason.Listed,
        }));
        await db.SaveChangesAsync();
        await db.Database.OpenConnectionAsync();
        await SeriesRecount.RecountAsync((SqliteConnection)db.Database.GetDbConnection(), [commune.Id], CancellationToken.None);
        return people.Count;
    });
}
