using Membership.Domain.Indicators;

namespace Membership.App.Tests.Indicators;

/// <summary>Somebody writes down all that may be shown of a day, of every place and organization, and reckons.</summary>
public sealed class WithholdingAttackTests
{
    private const int Smallest = 5;
    private const long City = 1_000;
    private static readonly long[] Counted = [1, 2, 3];
    private static readonly long[] Others = [4];
    private static readonly CountingReason[] AtHome = [.. Enum.GetValues<CountingReason>().Where(reason => reason > CountingReason.ResidenceUnknown)];

    [Fact]
    public void Attack_OnAThousandRegisters_FindsNoSmallCount()
    {
        var shown = 0;
        for (var seed = 0; seed < 1_000; seed++)
        {
            var register = new SomeCounts(new Random(seed));
            var table = new WithheldTable(register.Roots, Counted, Smallest);
            var counts = register.UnderAttack();
            foreach (var place in register.Places)
                shown += Publish(counts, table, place);

            var revealed = counts.Revealed(register.Places.Select(SomeCounts.CommunesOf));
            Assert.True(revealed.Count == 0, $"Register {seed}: {string.Join("; ", revealed)}");
        }

        // Withholding everything would be safe, too.
        Assert.True(shown > 4_000, $"{shown} numerators were shown");
    }

    /// <summary>The attack itself is held against a rule that is known to leak: each sum by itself, with the next smallest part.</summary>
    [Fact]
    public void Attack_OnEachSumByItself_FindsSmallCounts()
    {
        var found = Enumerable.Range(0, 100).Count(seed =>
        {
            var register = new SomeCounts(new Random(seed));
            var counts = register.UnderAttack();
            foreach (var place in register.Places)
                PublishEachSumByItself(counts, place);
            return counts.Revealed(register.Places.Select(SomeCounts.CommunesOf)).Count > 0;
        });

        Assert.InRange(found, 50, 100);
    }

    /// <summary>What is said of all who live there, members or not.</summary>
    private static IEnumerable<IReadOnlyDictionary<int, long>> OfEverybody(
        CountsUnderAttack counts, WithheldTable table, CountedPlace place, IReadOnlyList<long> communes)
    {
        var isCommune = place.Counts is not null;
        if (table.ShowsEveryone(place.LocalityId))
            yield return isCommune ? counts.Everyone(communes) : counts.Everyone(communes, CountingReason.LivesElsewhere);
        if (table.ShowsEveryone(place.LocalityId) && isCommune)
            yield return counts.Everyone(communes, CountingReason.LivesElsewhere, CountingReason.ResidenceUnknown);
        if (!table.ShowsReasons(place.LocalityId))
            yield break;

        foreach (var reason in Enum.GetValues<CountingReason>().Where(reason => reason != CountingReason.Counted && (isCommune || reason != CountingReason.LivesElsewhere)))
            yield return counts.LeftOut(communes, reason);
    }

    private static int Publish(CountsUnderAttack counts, WithheldTable table, CountedPlace place)
    {
        var (id, communes, shown) = (place.LocalityId, SomeCounts.CommunesOf(place), 0);
        foreach (var organization in (long[])[SeriesPoint.AllOrganizations, .. Counted, .. Others])
        {
            if (table.ShowsPeople(id, organization))
                Publish(counts.People(communes, organization));
            if (table.ShowsMemberships(id, organization))
                Publish(counts.Memberships(communes, organization));
        }

        foreach (var sum in OfEverybody(counts, table, place, communes))
            Publish(sum);
        return shown;

        void Publish(IReadOnlyDictionary<int, long> sum)
        {
            counts.Publish(sum, counts.Truth(sum));
            shown++;
        }
    }

    private static void PublishEachSumByItself(CountsUnderAttack counts, CountedPlace place)
    {
        var communes = SomeCounts.CommunesOf(place);
        foreach (var organization in (long[])[SeriesPoint.AllOrganizations, .. Counted])
        {
            var parts = place.Parts.Select(part => counts.People(SomeCounts.CommunesOf(part), organization)).ToList();
            foreach (var sum in Shown(parts).Append(counts.People(communes, organization)))
                PublishUnlessSmall(sum);
        }

        foreach (var sum in Shown([.. AtHome.Select(reason => counts.LeftOut(communes, reason))]))
            PublishUnlessSmall(sum);
        PublishUnlessSmall(counts.Everyone(communes));

        IEnumerable<IReadOnlyDictionary<int, long>> Shown(List<IReadOnlyDictionary<int, long>> parts)
        {
            var small = parts.Where(IsSmall).ToList();
            var next = small.Count == 1 ? parts.Where(part => !IsSmall(part) && counts.Truth(part) > 0).MinBy(counts.Truth) : null;
            return parts.Where(part => part != next);
        }

        bool IsSmall(IReadOnlyDictionary<int, long> sum) => counts.Truth(sum) is > 0 and < Smallest;

        void PublishUnlessSmall(IReadOnlyDictionary<int, long> sum)
        {
            if (!IsSmall(sum))
                counts.Publish(sum, counts.Truth(sum));
        }
    }

    /// <summary>A city of a few communes, with or without districts, one of them perhaps outside its sum; people with few or many organizations.</summary>
    private sealed class SomeCounts
    {
        private readonly Dictionary<long, CommuneCounts> _communes = [];

        public SomeCounts(Random random)
        {
            var communes = Enumerable.Range(1, random.Next(2, 7)).Select(id => Commune(id, random)).ToList();
            var apart = random.Next(4) == 0 ? communes.Take(1).ToList() : [];
            var inside = communes.Except(apart).ToList();
            var parts = random.Next(3) == 0
                ? inside.Chunk(2).Select((some, at) => new CountedPlace(City + 1 + at, null, some)).ToList()
                : inside;
            Roots = [new CountedPlace(City, null, parts), .. apart];
            Places = [.. Roots.SelectMany(AllOf)];
        }

        public IReadOnlyList<CountedPlace> Roots { get; }

        public IReadOnlyList<CountedPlace> Places { get; }

        public CountsUnderAttack UnderAttack() => new(_communes, Counted, Others);

        public static IReadOnlyList<long> CommunesOf(CountedPlace place) =>
            place.Counts is null ? [.. place.Parts.SelectMany(CommunesOf)] : [place.LocalityId];

        private static IEnumerable<CountedPlace> AllOf(CountedPlace place) => place.Parts.SelectMany(AllOf).Prepend(place);

        private CountedPlace Commune(long id, Random random)
        {
            var size = random.Next(4) switch { 0 => random.Next(0, 5), 1 => random.Next(4, 20), _ => random.Next(20, 80) };
            var likely = Counted.Select(_ => random.Next(4) switch { 0 => 0, 1 => 4, 2 => 50, _ => 95 }).ToList();
            var people = Enumerable.Range(0, size).Select(_ => Counted.Where((_, at) => random.Next(100) < likely[at]).ToList()).Where(own => own.Count > 0).ToList();
            var seconds = random.Next(3) == 0 ? random.Next(0, 8) : 0;
            var numerators = Counted.ToDictionary(one => one, one => people.LongCount(own => own.Contains(one)));
            var withSeconds = numerators.ToDictionary(one => one.Key, one => new Numerator(one.Value, one.Value + (one.Value > 0 && one.Key == Counted[0] ? seconds : 0)));
            withSeconds[SeriesPoint.AllOrganizations] = new(people.Count, withSeconds.Values.Sum(one => one.Memberships));
            withSeconds[Others[0]] = random.Next(20) is var others ? new(others, others) : default;
            var leftOut = Enum.GetValues<CountingReason>().Where(reason => reason != CountingReason.Counted)
                .ToDictionary(reason => reason, _ => (long)(random.Next(3) switch { 0 => 0, 1 => random.Next(1, 9), _ => random.Next(5, 40) }));
            var place = new CountedPlace(id, new CommuneCounts(withSeconds, leftOut), []);
            _communes.Add(id, place.Counts!);
            return place;
        }
    }
}
