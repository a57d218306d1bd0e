using Membership.App.Indicators;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>What the preview says of the figures is what the dashboard says after the commit.</summary>
public class ImportEffectsTests
{
    private static readonly string[] First =
    [
        "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,,Khu vực 2,01/06/2019",
        "2,Trần Văn Súng,1975,Nam,,,Khu vực 2,",
    ];

    [Fact]
    public async Task Effects_AreWhatTheCommitDoes()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(First, "LHPN");
        // One known person joins another organization, one comes new, one is too young to count.
        var import = await desk.CheckAsync([First[0], "2,Phạm Thị Lành,01/01/1990,Nữ,,,Khu vực 3,", "3,Võ Văn Út,01/01/2020,Nam,,,Khu vực 3,"]);

        var told = (await desk.Database.Send(new GetImportEffects(import.Id))).Value;
        await desk.CommitAsync(import.Id);

        var effect = Assert.Single(told.Effects);
        var after = (await desk.Database.Send(new GetIndicatorProgress("participation", "31120", told.AsOf, null, 0))).Value;
        Assert.Equal((2, 3), (effect.Before.Numerator, effect.After.Numerator));
        Assert.Equal(after.Whole.Measure, effect.After);
    }

    [Fact]
    public async Task Effects_OfAFullList_CountAllPeopleOfTheCommunesWhereLeaversLive()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([.. First, "3,Phạm Thị Lành,01/01/1990,Nữ,,,Khu vực 2,"], "LHPN", "31135");
        await desk.ImportAsync([First[0], "2,Võ Văn Út,01/01/1985,Nam,,,Khu vực 2,"]);
        var import = await desk.CheckAsync(["1,Võ Văn Út,01/01/1985,Nam,,,Khu vực 2,"], choices: new ListChoices { Mode = ListMode.Full });
        await desk.Database.Send(new DecideMissingMembers(import.Id, null, MembershipReason.Withdrawal, new DateOnly(2025, 6, 30)));

        var told = (await desk.Database.Send(new GetImportEffects(import.Id))).Value;
        await desk.CommitAsync(import.Id);

        Assert.Equal(2, told.Effects.Count);
        foreach (var (code, effect) in new[] { "31120", "31135" }.Zip(told.Effects))
        {
            var after = (await desk.Database.Send(new GetIndicatorProgress("participation", code, told.AsOf, null, 0))).Value;
            Assert.Equal((after.Whole.Locality.Name, after.Whole.Measure), (effect.LocalityName, effect.After));
        }

        Assert.Equal(3, told.Effects[1].After.Numerator);
    }

    [Fact]
    public async Task Effects_ForAnOfficerOfOneOrganizationAndCommune_StayWithinHerScope()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync(First, "LHPN", "31135");
        await desk.ImportAsync(["1,Phạm Thị Lành,01/01/1990,Nữ,,,Khu vực 2,"], "LHPN");
        var import = await desk.CheckAsync([First[0], "2,Võ Văn Út,01/01/1985,Nam,,,Khu vực 3,"]);
        var officer = await desk.Database.ActorAsync(Role.DataEntry, "31120", "HND");

        var told = (await desk.Database.SendAs(officer, new GetImportEffects(import.Id))).Value;
        await desk.CommitAsync(import.Id);

        var effect = Assert.Single(told.Effects);
        var after = (await desk.Database.SendAs(officer, new GetIndicatorProgress("participation", "31120", told.AsOf, "HND", 0))).Value;
        Assert.Equal((after.Whole.Locality.Name, after.Organization!.ShortName, after.Whole.Measure), (effect.LocalityName, effect.OrganizationName, effect.After));
        Assert.Equal((0, true), (effect.Before.Numerator, told.OthersMayChange));
    }

    [Fact]
    public async Task Effects_LeaveTheRegisterAsItWas()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var version = await desk.Database.With(db => db.RegisterVersionAsync(CancellationToken.None));
        var import = await desk.CheckAsync(First);

        _ = (await desk.Database.Send(new GetImportEffects(import.Id))).Value;

        var counts = await desk.Database.With(async db => (
            await db.People.CountAsync(), await db.Memberships.CountAsync(), await db.OrganizationUnits.CountAsync(unit => unit.OrganizationId != 0),
            await db.SeriesPoints.CountAsync(), await db.RegisterVersionAsync(CancellationToken.None)));
        Assert.Equal((0, 0, 0, 0, version), counts);
    }
}
