using Membership.App.Indicators;
using Membership.Domain.Indicators;
using Membership.Domain.Targets;

namespace Membership.App.Tests.Statistics;

/// <summary>A city of five communes with figures (one of them whole only in register or population) and what a test changes of it.</summary>
internal static class SomeProgress
{
    public static readonly DateOnly AsOf = new(2026, 6, 30);

    public static readonly IndicatorDefinition Definition = new()
    {
        Code = IndicatorDefinition.Participation,
        Version = 1,
        ValidFrom = new(2021, 1, 1),
        Name = "Tỷ lệ quần chúng tham gia các tổ chức",
        CountingUnit = CountingUnit.People,
        AgeFrom = 18,
        AgeReference = AgeReference.AsOfDate,
        ResidenceRule = ResidenceRule.LivesThere,
        Comparator = Comparator.MoreThan,
        CountedOrganizations = ["CD", "HND", "DTN", "LHPN", "CCB"],
        Note = "Nghị quyết không nêu độ tuổi và đơn vị đếm; cần Ban Dân vận xác nhận.",
        IsCounted = true,
    };

    public static readonly TargetRow Target = new(
        7400, Comparator.MoreThan, new(2025, 12, 31), "08-NQ/TU", "II.2.2, gạch đầu dòng 9", "Tỷ lệ quần chúng tham gia các tổ chức đạt trên 74% dân số trong độ tuổi");

    public static readonly PopulationSource Sample = new(0, new(2026, 1, 1), "Số liệu mẫu của phần mềm", true);

    public const string Sentence = "Đếm số người từ 18 tuổi trở lên, đang sống tại đơn vị, có ít nhất một tổ chức đang tham gia trong các tổ chức được tính.";

    /// <summary>740 of 1.000 is behind "trên 74%"; Cái Khế has no population, Thới Lai no register.</summary>
    public static IndicatorProgress City() => Of(
        Unit("31117", "Phường Ninh Kiều", 5_120, 6_480, 8_000),
        Unit("31120", "Phường Tân An", 740, 981, 1_000),
        Unit("31135", "Phường Bình Thủy", 741, 990, 1_000),
        Unit("31213", "Xã Phong Điền", 593, 702, 800),
        Unit("31150", "Phường Cái Răng", 4_060, 5_105, 4_000),
        Unit("31123", "Phường Cái Khế", 212, 260, null),
        Unit("31258", "Xã Thới Lai", 0, 0, 12_000, hasRegister: false));

    public static IndicatorProgress Of(params UnitFigure[] units)
    {
        var measured = units.Where(unit => unit.Measure.HasShare).ToList();
        var counted = measured.Count > 0 ? measured : [.. units];
        var measure = new Measure(counted.Sum(unit => unit.Measure.Numerator), measured.Count == 0 ? null : measured.Sum(unit => unit.Measure.Denominator));
        var whole = Figure(new(1, "92", "Thành phố Cần Thơ"), counted.Sum(unit => unit.People), counted.Sum(unit => unit.Memberships), measure, null, true);
        return new(Definition, Target, AsOf, null, whole, measured.Count, units.Length, units, Trend(measure));
    }

    public static UnitFigure Unit(string code, string name, long people, long memberships, long? population, bool hasRegister = true) => Figure(
        new(long.Parse(code, null), code, name),
        people,
        memberships,
        new(people, hasRegister ? population : null),
        population is null ? null : Sample with { Value = population.Value },
        hasRegister);

    /// <summary>Two years of months' ends, the first without a population figure, the last equal to the whole.</summary>
    private static TrendPoint[] Trend(Measure last) =>
    [
        .. Enumerable.Range(0, 25).Select(month => (Day: new DateOnly(2024, 7, 1).AddMonths(month).AddDays(-1), Back: 24 - month)).Select(month => new TrendPoint(
            month.Day,
            last.Numerator - (month.Back * 31),
            last.Numerator + 2_500 - (month.Back * 40),
            new(last.Numerator - (month.Back * 31), month.Back == 24 ? null : last.Denominator))),
    ];

    private static UnitFigure Figure(LocalityName locality, long people, long memberships, Measure measure, PopulationSource? population, bool hasRegister) => new(
        locality,
        hasRegister,
        people,
        memberships,
        measure,
        population,
        measure.Against(Target.Value, Target.Comparator),
        measure.DistanceFrom(Target.Value));
}
