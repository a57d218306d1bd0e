using MediatR;
using Membership.App.Indicators;
using Membership.Domain;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;

namespace Membership.Web.Tests.Indicators;

internal sealed class FakeIndicatorProgress : IRequestHandler<GetIndicatorProgress, Outcome<IndicatorProgress>>
{
    private static readonly TargetRow Target = new(7400, Comparator.MoreThan, new DateOnly(2025, 12, 31), "08-NQ/TU", "II.2.2", "Tỷ lệ …");
    private static readonly IndicatorDefinition Definition = new() { Id = 1, Code = "participation", Version = 1, Name = "Tỷ lệ", AgeFrom = 18, Note = "", IsCounted = true };

    public Task<Outcome<IndicatorProgress>> Handle(GetIndicatorProgress request, CancellationToken cancellationToken)
    {
        var units = new List<UnitFigure>
        {
            Unit(1, "Phường Ninh Kiều", 4120, 5630, 6830, true), Unit(2, "Phường Cái Khế", 7011, 9900, 9821, true), Unit(3, "Xã Phong Điền", 5120, 7002, 6920, true),
            Unit(4, "Phường Thốt Nốt", 6400, 8200, 8420, false), Unit(5, "Xã Vĩnh Thạnh", 1280, 1500, null, false),
        };
        units.AddRange(Enumerable.Range(6, 98).Select(i => Unit(i, $"Xã Số {i}", 0, 0, null, false)));
        var trend = Enumerable.Range(0, 24).Select(i => new DateOnly(2024, 1, 1).AddMonths(i)).Select((day, i) => new TrendPoint(day.AddMonths(1).AddDays(-1), 20000 + (i * 110), 27000 + (i * 190), new Measure(20000 + (i * 110), 31991))).ToList();
        var whole = Unit(100, "Thành phố Cần Thơ", 22651, 30732, 31991, true);
        return Task.FromResult<Outcome<IndicatorProgress>>(new IndicatorProgress(Definition, Target, request.AsOf, null, whole, 4, 103, units, trend));
    }

    private static UnitFigure Unit(long id, string name, long people, long memberships, long? population, bool sample)
    {
        var measure = new Measure(people, population);
        return new UnitFigure(new LocalityName(id, $"3{id:0000}", name), people > 0, people, memberships, measure,
            population is { } value ? new PopulationSource(value, new DateOnly(2025, 7, 1), "Công an", sample) : null,
            measure.Against(7400, Comparator.MoreThan), measure.DistanceFrom(7400));
    }
}
