using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Localities;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Populations;

/// <summary>
/// Writes down how many people of the ages that the participation rate counts live in a commune. A figure for the same day
/// does not replace an earlier one: both stay, and the later recorded holds.
/// </summary>
/// <param name="LocalityCode">Official code, read as of <paramref name="AsOf"/>.</param>
/// <param name="AsOf">The day the figure speaks of; it holds from then until a later one.</param>
[Requires(Permission.EditPopulation)]
public sealed record RecordPopulationFigure(string LocalityCode, DateOnly AsOf, long Value, string Source) : IRequest<Outcome<RecordedPopulation>>, IConcernsPlace
{
    /// <summary>The form it comes from; null: it is recorded, whatever was recorded meanwhile.</summary>
    public SentForm? Form { get; init; }

    string? IConcernsPlace.OrganizationCode => null;
}

/// <param name="WasNew">False when exactly this figure was already there, so that nothing was written.</param>
public sealed record RecordedPopulation(LocalityName Locality, PopulationSource Figure, bool WasNew);

internal sealed class RecordPopulationFigureValidator : AbstractValidator<RecordPopulationFigure>
{
    /// <summary>No commune of Việt Nam comes near.</summary>
    private const long MostPeople = 1_000_000;

    public RecordPopulationFigureValidator(TimeProvider clock)
    {
        RuleFor(request => request.Value).InclusiveBetween(1, MostPeople)
            .WithMessage("Số dân phải là số nguyên từ 1 đến 1.000.000.");
        RuleFor(request => request.Source).Must(source => !string.IsNullOrWhiteSpace(source))
            .WithMessage("Hãy ghi nguồn: cơ quan nào cung cấp, văn bản nào.");
        RuleFor(request => request.Source).MaximumLength(300)
            .WithMessage("Nguồn dài quá 300 ký tự. Hãy ghi ngắn lại.");
        RuleFor(request => request.AsOf).Must(day => day.Year >= 1976 && day <= VietnamTime.Today(clock))
            .WithMessage("Ngày của số liệu phải từ năm 1976 đến hôm nay.");
    }
}

internal sealed class RecordPopulationFigureHandler(MembershipDb db, LocalityDirectory localities, OpenedForms forms, Actor actor, TimeProvider clock)
    : IRequestHandler<RecordPopulationFigure, Outcome<RecordedPopulation>>
{
    public async Task<Outcome<RecordedPopulation>> Handle(RecordPopulationFigure request, CancellationToken cancellationToken)
    {
        var locality = localities.Find(request.LocalityCode, request.AsOf);
        if (locality is null)
            return new LocalityNotFound(request.LocalityCode, request.AsOf);
        if (!locality.Kind.IsCommuneLevel())
            return new PopulationIsKeptPerCommune(locality.Name);

        var ages = await CountedAges.OnAsync(db, request.AsOf, cancellationToken);
        var source = request.Source.Trim();
        var name = new LocalityName(locality.LocalityId, locality.Code, locality.Name);
        var figure = new PopulationSource(request.Value, request.AsOf, source, IsSample: false);
        if (await HoldsAlreadyAsync(locality.LocalityId, ages, figure, cancellationToken))
            return new RecordedPopulation(name, figure, WasNew: false);
        if (request.Form is { } form && await new PopulationForm(db, forms).OvertakenAsync(locality, ages, form, cancellationToken) is { } overtaken)
            return overtaken;

        db.Add(new PopulationFigure
        {
            LocalityId = locality.LocalityId,
            AgeFrom = ages.From,
            AgeTo = ages.To,
            AsOf = request.AsOf,
            Value = request.Value,
            Source = source,
            RecordedAt = clock.GetUtcNow().UtcDateTime,
            RecordedBy = actor.Name,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new RecordedPopulation(name, figure, WasNew: true);
    }

    private async Task<bool> HoldsAlreadyAsync(long localityId, CountedAges ages, PopulationSource figure, CancellationToken cancellationToken)
    {
        var latest = await db.PopulationFigures.AsNoTracking()
            .Where(held => held.LocalityId == localityId && held.AgeFrom == ages.From && held.AgeTo == ages.To && held.AsOf == figure.AsOf)
            .OrderByDescending(held => held.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return latest is { IsSample: false } && latest.Value == figure.Value && latest.Source == figure.Source;
    }
}
