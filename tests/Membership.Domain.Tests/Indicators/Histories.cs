using FsCheck;
using FsCheck.Fluent;
using Membership.Domain.Indicators;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.Indicators;

/// <summary>Random registers: few communes, organizations and days, so that everything meets everything.</summary>
internal static class Histories
{
    public static readonly DateOnly FirstDay = new(2021, 1, 1);
    public static readonly IReadOnlySet<long> Counted = new HashSet<long> { 1, 2 };
    public static readonly long[] Communes = [101, 102, 103];
    public static readonly long[] Scopes = [SeriesPoint.AllOrganizations, 1, 2, 3];

    public static readonly Gen<DateOnly> Day = Gen.Choose(0, 1200).Select(FirstDay.AddDays);

    public static readonly Gen<IndicatorDefinition> Definition =
        from limits in Gen.Elements<(int? From, int? To)>((16, null), (18, 60), (null, 30), (null, null))
        from reference in Gen.Elements(AgeReference.AsOfDate, AgeReference.EndOfYear)
        from rule in Gen.Elements(ResidenceRule.LivesThere, ResidenceRule.BelongsToUnitThere)
        select new IndicatorDefinition
        {
            Id = 7,
            Code = "participation",
            Name = "",
            Note = "",
            AgeFrom = limits.From,
            AgeTo = limits.To,
            AgeReference = reference,
            ResidenceRule = rule,
        };

    public static readonly Gen<PersonHistory> Person =
        from birth in Birth()
        from residences in Spans(Gen.Elements(Communes))
        from memberships in Gen.CollectToArray(new long[] { 1, 2, 3 }, organization => Spans(Gen.Elements<long?>(101, 102, 103, null)))
        select new PersonHistory(
            birth,
            residences.Select(span => new ResidenceSpan(span.Value, span.From, span.To)).ToList(),
            memberships.SelectMany((spans, i) => spans.Select((span, j) => new MembershipSpan((10 * j) + 3 - i, i + 1, span.Value, span.From, span.To))).ToList());

    private static Gen<PartialDate?> Birth() =>
        from kind in Gen.Choose(0, 5)
        from day in Gen.Choose(0, 1500).Select(new DateOnly(2002, 6, 1).AddDays)
        from old in Gen.Elements(0, 42)
        select kind switch
        {
            0 => null,
            1 => PartialDate.TryCreate(day.Year - old),
            2 => PartialDate.TryCreate(day.Year - old, day.Month),
            3 => PartialDate.TryCreate(2004, 2, 29),
            _ => (PartialDate?)PartialDate.Of(day.AddYears(-old)),
        };

    /// <summary>Intervals one after another, some with a gap between, the last often open.</summary>
    private static Gen<List<Span<T>>> Spans<T>(Gen<T> values) =>
        from count in Gen.Choose(0, 3)
        from parts in Gen.ListOf(Part(values), count)
        from isOpen in Gen.Elements(true, false)
        select Chain(parts.ToList(), isOpen);

    private static Gen<(int Gap, int Length, T Value)> Part<T>(Gen<T> values) =>
        from gap in Gen.Choose(0, 300)
        from length in Gen.Choose(1, 400)
        from value in values
        select (gap, length, value);

    private static List<Span<T>> Chain<T>(List<(int Gap, int Length, T Value)> parts, bool isOpen)
    {
        var spans = new List<Span<T>>();
        var day = FirstDay;
        for (var i = 0; i < parts.Count; i++)
        {
            var from = day.AddDays(parts[i].Gap > 150 ? parts[i].Gap - 150 : 0);
            day = from.AddDays(parts[i].Length);
            spans.Add(new(parts[i].Value, from, isOpen && i == parts.Count - 1 ? null : day));
        }

        return spans;
    }

    private sealed record Span<T>(T Value, DateOnly From, DateOnly? To);
}
