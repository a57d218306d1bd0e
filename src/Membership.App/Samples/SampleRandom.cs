namespace Membership.App.Samples;

/// <summary>
/// SplitMix64: the same numbers from the same seed on every machine. System.Random promises its sequence only within one
/// version of the runtime.
/// </summary>
public sealed class SampleRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A seed of its own for a part of the sample, so that one part can be made again without the others.</summary>
    public static ulong SeedOf(ulong seed, string part)
    {
        const ulong prime = 1_099_511_628_211;
        var hash = 14_695_981_039_346_656_037UL ^ seed;
        foreach (var letter in part)
            hash = (hash ^ letter) * prime;
        return hash;
    }

    /// <summary>0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)(((NextBits() >> 32) * (ulong)limit) >> 32);

    /// <summary>Both ends included.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool Chance(int perMille) => Below(1000) < perMille;

    public T Pick<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>A day in [from, to); <paramref name="from"/> when there is none between.</summary>
    public DateOnly Day(DateOnly from, DateOnly to) => from.AddDays(Below(Math.Max(1, to.DayNumber - from.DayNumber)));

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}

/// <summary>Values of which some are drawn more often than others.</summary>
internal sealed class WeightedList<T>
{
    private readonly T[] _values;
    private readonly int[] _upTo;

    public WeightedList(params (T Value, int Weight)[] entries)
    {
        _values = [.. entries.Select(entry => entry.Value)];
        _upTo = new int[entries.Length];
        var sum = 0;
        for (var i = 0; i < entries.Length; i++)
            _upTo[i] = sum += entries[i].Weight;
    }

    public T Pick(SampleRandom random)
    {
        var drawn = random.Below(_upTo[^1]);
        return _values[Array.FindIndex(_upTo, limit => drawn < limit)];
    }
}
