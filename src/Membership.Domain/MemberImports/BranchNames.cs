using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Which branch the rows of one list mean, however it is written there. Not for several threads.</summary>
/// <param name="known">Branches of the unit.</param>
/// <param name="choices">What the officer answered about names that are nearly those of branches.</param>
public sealed class BranchNames(IEnumerable<KnownBranch> known, ListChoices choices)
{
    /// <summary>More new branches than any list has: a column of something else was taken for them.</summary>
    private const int ComparedAtMost = 500;

    private readonly KnownBranch[] _known = [.. known];
    private readonly Dictionary<string, BranchReading> _readings = [];
    private readonly Dictionary<string, List<(BranchKey Key, BranchReading Reading)>> _byCore = [];
    private Dictionary<string, KnownBranch>? _byName;
    private (KnownBranch Branch, BranchKey Key)[] _keys = [];
    private int _new;

    /// <summary>Names must be asked for in the order of the list: the first spelling of a new branch is its name.</summary>
    public BranchReading Read(string written) => _readings.TryGetValue(written, out var reading) ? reading : _readings[written] = Find(written);

    /// <summary>It has this key from here on, in all its spellings.</summary>
    public void Found(BranchReading reading, long id)
    {
        var founded = reading with { Id = id };
        foreach (var same in _byCore.Values)
        {
            for (var at = 0; at < same.Count; at++)
                same[at] = ReferenceEquals(same[at].Reading, reading) ? (same[at].Key, founded) : same[at];
        }

        foreach (var (written, _) in _readings.Where(one => ReferenceEquals(one.Value, reading)).ToList())
            _readings[written] = founded;
    }

    private BranchReading Find(string written)
    {
        Prepare();
        if (_byName!.TryGetValue(NameSpelling.Key(written), out var same))
            return Of(same);

        var answer = choices.ValueOf(MemberField.Branch, written);
        if (answer is not null && _byName.TryGetValue(NameSpelling.Key(answer), out var answered))
            return Of(answered);

        var key = BranchKey.Of(written);
        return Certain(key) ?? New(written, key, answer);
    }

    private BranchReading New(string written, BranchKey key, string? answer)
    {
        var nearest = _new++ < ComparedAtMost ? Nearest(key) : null;
        if (nearest is not null && answer is null && choices.NewBranches == NewBranches.Same)
            return Of(nearest);

        return Added(key, new BranchReading(written) { Nearest = nearest?.Name, IsAnswered = answer is not null || choices.NewBranches == NewBranches.New });
    }

    private static BranchReading Of(KnownBranch branch) => new(branch.Name) { Id = branch.Id };

    private void Prepare()
    {
        if (_byName is not null)
            return;

        _byName = [];
        foreach (var branch in _known)
            _byName[NameSpelling.Key(branch.Name)] = branch;
        _keys = [.. _known.Select(branch => (branch, BranchKey.Of(branch.Name)))];
        foreach (var (branch, key) in _keys)
            Added(key, Of(branch));
    }

    private BranchReading Added(BranchKey key, BranchReading reading)
    {
        if (!_byCore.TryGetValue(key.Core, out var same))
            _byCore.Add(key.Core, same = []);
        same.Add((key, reading));
        return reading;
    }

    /// <summary>Of several who fit, none is.</summary>
    private BranchReading? Certain(BranchKey key)
    {
        if (key.Core.Length == 0 || !_byCore.TryGetValue(key.Core, out var same))
            return null;

        var fitting = same.FindAll(one => one.Key.IsSameAs(key));
        return fitting.Count == 1 ? fitting[0].Reading : null;
    }

    private KnownBranch? Nearest(BranchKey key) => _keys
        .Select(one => (one.Branch, Distance: one.Key.DistanceTo(key))).Where(one => one.Distance is not null)
        .OrderBy(one => one.Distance).ThenBy(one => one.Branch.Id).Select(one => one.Branch).FirstOrDefault();
}

public sealed record KnownBranch(long Id, string Name);

/// <summary>What a written name of a branch means.</summary>
/// <param name="Name">Of the branch: as the register has it or, of a new one, as it was written first.</param>
public sealed record BranchReading(string Name)
{
    /// <summary>Null while it is to be founded.</summary>
    public long? Id { get; init; }

    /// <summary>Of a new one: the branch of the register whose name is nearly the same; null when there is none.</summary>
    public string? Nearest { get; init; }

    /// <summary>The officer said that it is a new one.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>Nothing is founded before the officer has said which it is.</summary>
    public bool IsAsked => Id is null && Nearest is not null && !IsAnswered;
}
