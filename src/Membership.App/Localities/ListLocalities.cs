using System.Globalization;
using MediatR;
using Membership.App.Pipeline;
using Membership.Domain.Localities;
using Membership.Domain.Users;

namespace Membership.App.Localities;

/// <summary>Every locality there was on a day within the actor's scope, to choose from: provinces first, then districts, then communes, each by name.</summary>
/// <param name="For">What the choice is for: its scope may be narrower.</param>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("gives the localities of the scope only")]
public sealed record ListLocalities(DateOnly AsOf, Permission For = Permission.SeeFigures) : IRequest<IReadOnlyList<LocalityOption>>;

/// <param name="Code">The official code on that day.</param>
/// <param name="ParentName">Null at the top.</param>
public sealed record LocalityOption(long Id, string Code, string Name, LocalityKind Kind, string? ParentName);

internal sealed class ListLocalitiesHandler(ScopedPlaces places, Actor actor) : IRequestHandler<ListLocalities, IReadOnlyList<LocalityOption>>
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), ignoreCase: true);

    public Task<IReadOnlyList<LocalityOption>> Handle(ListLocalities request, CancellationToken cancellationToken)
    {
        var facts = places.Within(actor.ScopeOf(request.For), request.AsOf);
        var names = facts.ToDictionary(fact => fact.LocalityId, fact => fact.Name);
        return Task.FromResult<IReadOnlyList<LocalityOption>>(facts
            .Select(fact => new LocalityOption(fact.LocalityId, fact.Code, fact.Name, fact.Kind,
                fact.ParentId is { } parent ? names.GetValueOrDefault(parent) : null))
            .OrderBy(option => LevelOf(option.Kind))
            .ThenBy(option => option.Name, ByName)
            .ToList());
    }

    internal static int LevelOf(LocalityKind kind) => kind switch
    {
        LocalityKind.CentralCity => 0,
        LocalityKind.Province => 1,
        LocalityKind.FormerDistrict => 2,
        _ => 3,
    };
}
