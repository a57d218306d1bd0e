using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.Members;
using Membership.Domain.Indicators;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Indicators;

/// <summary>Writes people into a test's database in few words, and counts them.</summary>
internal sealed class TestRegister(TestDatabase database)
{
    public const string City = "92";
    public const string CaiKhe = "31120";
    public const string NinhKieu = "31135";
    public const string TanAn = "31147";
    public static readonly DateOnly Start = new(2025, 7, 1);
    public static readonly DateOnly Day = new(2026, 10, 31);

    private readonly Dictionary<(string, string?), long> _units = [];

    public long LocalityOf(string code) => database.Services.GetRequiredService<LocalityDirectory>().Find(code, Day)!.LocalityId;

    /// <summary>So many people who live in the commune and are members of the organizations there, born in 1990.</summary>
    public async Task AddMembersAsync(string commune, int count, params string[] organizations)
    {
        for (var i = 0; i < count; i++)
            await AddPersonAsync(new(commune, organizations.Select(code => new NewMembership(code, commune)).ToArray()));
    }

    public Task<long> AddPersonAsync(NewPerson person) => database.With(async db =>
    {
        var added = db.Add(person.ToEntity(database.Cipher)).Entity;
        await db.SaveChangesAsync();
        if (person.Commune is not null)
            db.Add(new Residence { PersonId = added.Id, LocalityId = LocalityOf(person.Commune), From = person.From ?? Start, To = person.To });
        foreach (var membership in person.Memberships)
            db.Add(await MembershipOfAsync(db, added.Id, membership));
        await db.SaveChangesAsync();
        return added.Id;
    });

    public Task AddPopulationAsync(string commune, long people, DateOnly? asOf = null) => database.With(db =>
    {
        db.Add(new PopulationFigure { LocalityId = LocalityOf(commune), AgeFrom = 16, AsOf = asOf ?? Start, Value = people, Source = "Công an phường" });
        return db.SaveChangesAsync();
    });

    public async Task RecountAsync()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = connection.BeginTransaction();
        await SeriesRecount.RecountAllAsync(connection, CancellationToken.None);
        await transaction.CommitAsync();
    }

    private async Task<MembershipInterval> MembershipOfAsync(MembershipDb db, long personId, NewMembership membership)
    {
        var organizationId = db.Organizations.Single(organization => organization.Code == membership.Organization).Id;
        return new()
        {
            PersonId = personId,
            OrganizationId = organizationId,
            UnitId = await UnitAsync(db, organizationId, membership),
            From = membership.From ?? Start,
            To = membership.To,
            BeganBy = MembershipReason.Admission,
        };
    }

    private async Task<long> UnitAsync(MembershipDb db, long organizationId, NewMembership membership)
    {
        if (_units.TryGetValue((membership.Organization, membership.Commune), out var known))
            return known;

        var unit = db.Add(new OrganizationUnit
        {
            OrganizationId = organizationId,
            LocalityId = membership.Commune is null ? null : LocalityOf(membership.Commune),
            Kind = OrganizationUnitKind.BaseUnit,
            Name = "Đơn vị",
            FoldedName = "don vi",
            ValidFrom = Start,
        }).Entity;
        await db.SaveChangesAsync();
        return _units[(membership.Organization, membership.Commune)] = unit.Id;
    }
}

/// <param name="Commune">Where she lives; null when not known.</param>
internal sealed record NewPerson(string? Commune, params NewMembership[] Memberships)
{
    public string Name { get; init; } = "Nguyễn Thị Lan";

    public PartialDate? Born { get; init; } = PartialDate.TryCreate(1990, 5, 20);

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? CitizenId { get; init; }

    public Person ToEntity(FieldCipher cipher)
    {
        var person = new Person
        {
            FullName = Name,
            FoldedName = PersonName.Fold(Name),
            NameOrderKey = NameOrder.Key(Name),
            BirthDate = Born,
            Sex = Domain.Members.Sex.Female,
            IsSample = true,
        };
        person.SetCitizenId(CitizenId, cipher);
        return person;
    }
}

/// <param name="Commune">Of the unit; null when it covers several.</param>
internal sealed record NewMembership(string Organization, string? Commune, DateOnly? From = null, DateOnly? To = null);
