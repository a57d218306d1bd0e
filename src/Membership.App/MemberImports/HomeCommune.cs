using Membership.App.Localities;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>A commune where people of a list live.</summary>
/// <param name="Name">On the day of the list or, of one that was no more or not yet, its last.</param>
/// <param name="Began">The day since which it exists as such: nobody lived in it before.</param>
/// <param name="Communes">It and the communes its territory went to, each with the day it ceased.</param>
internal sealed record HomeCommune(string Name, DateOnly Began, IReadOnlyList<(long LocalityId, DateOnly? End)> Communes)
{
    public static HomeCommune Of(long localityId, DateOnly asOf, LocalityDirectory localities)
    {
        var communes = localities.SuccessorsOf(localityId).Select(next => next.LocalityId).Prepend(localityId);
        return new HomeCommune(
            NameOf(localityId, asOf, localities), localities.BeginningOf(localityId), [.. communes.Select(commune => (commune, localities.EndOf(commune)))]);
    }

    /// <summary>Which of them there was on a day.</summary>
    public long On(DateOnly day) => Communes.First(commune => commune.End is null || commune.End > day).LocalityId;

    /// <summary>Where somebody lived since a day, as far as the commune existed.</summary>
    public IReadOnlyList<ResidenceStretch> Stretches(DateOnly from) => ResidencePlan.Stretches(Communes, from < Began ? Began : from);

    private static string NameOf(long localityId, DateOnly asOf, LocalityDirectory localities)
    {
        var names = localities.CommuneNames;
        var ofCommune = names.All.Where(name => name.LocalityId == localityId).ToArray();
        return names.Whole(Array.Find(ofCommune, name => name.HoldsOn(asOf)) ?? ofCommune.MaxBy(name => name.From)!);
    }
}
