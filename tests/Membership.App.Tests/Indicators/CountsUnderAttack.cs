using Membership.Domain.Indicators;

namespace Membership.App.Tests.Indicators;

/// <summary>
/// All counts of some communes on a day, unknown to who attacks them: what she knows is how they hang together and what was published. Keeps
/// the truth beside them, to say which small ones she finds.
/// </summary>
internal sealed class CountsUnderAttack
{
    private const int Smallest = 5;
    private static readonly CountingReason[] Reasons = [.. Enum.GetValues<CountingReason>().Where(reason => reason != CountingReason.Counted)];

    private readonly LinearAttack _attack = new();
    private readonly Dictionary<(long Commune, string Count), int> _variables = [];
    private readonly Dictionary<int, long> _truth = [];
    private readonly IReadOnlyList<long> _counted;
    private readonly IReadOnlyList<long> _others;

    /// <param name="counted">Organizations that the figure of all together counts.</param>
    /// <param name="others">Organizations with a figure of their own only.</param>
    public CountsUnderAttack(IReadOnlyDictionary<long, CommuneCounts> truth, IReadOnlyList<long> counted, IReadOnlyList<long> others)
    {
        (_counted, _others) = (counted, others);
        foreach (var (commune, counts) in truth)
            Add(commune, counts);
    }

    public static Func<long, string> PeopleOf { get; } = organization => $"people of {organization}";

    public IReadOnlyDictionary<int, long> People(IEnumerable<long> communes, long organization) => Sum(communes, PeopleOf(organization));

    public IReadOnlyDictionary<int, long> Memberships(IEnumerable<long> communes, long organization) => Sum(communes,
        [.. (organization == SeriesPoint.AllOrganizations ? _counted : [organization]).SelectMany(one => new[] { PeopleOf(one), SecondOf(one) })]);

    public IReadOnlyDictionary<int, long> LeftOut(IEnumerable<long> communes, params CountingReason[] reasons) =>
        Sum(communes, [.. reasons.Select(reason => reason.ToString())]);

    public IReadOnlyDictionary<int, long> Everyone(IEnumerable<long> communes, params CountingReason[] without) =>
        Sum(communes, [PeopleOf(SeriesPoint.AllOrganizations), .. Reasons.Except(without).Select(reason => reason.ToString())]);

    /// <summary>Members who live in a commune, of any age.</summary>
    public IReadOnlyDictionary<int, long> Residents(long commune, long organization, long truth)
    {
        var variable = Variable(commune, $"left out of {organization}");
        _truth[variable] = truth - Truth(People([commune], organization));
        return new Dictionary<int, long>(People([commune], organization)) { [variable] = 1 };
    }

    public long Truth(IReadOnlyDictionary<int, long> sum) => sum.Sum(term => term.Value * _truth[term.Key]);

    /// <summary>What was read from a page; it must be true, else the attack proves nothing.</summary>
    public void Publish(IReadOnlyDictionary<int, long> sum, long value)
    {
        Assert.Equal(Truth(sum), value);
        _attack.Publish(sum, value);
    }

    /// <summary>The small counts of these places that can be told to lie between 1 and 4.</summary>
    /// <param name="places">Each as the communes it is made of.</param>
    public List<string> Revealed(IEnumerable<IReadOnlyList<long>> places)
    {
        Assert.True(_attack.Solve());
        return
        [
            .. places.SelectMany(Cells)
                .Where(cell => Truth(cell.Sum) is > 0 and < Smallest)
                .Where(cell => _attack.Greatest(cell.Sum, Smallest) < Smallest && _attack.Least(cell.Sum) > 0)
                .Select(cell => $"{cell.Name} = {Truth(cell.Sum)}"),
        ];
    }

    private IEnumerable<(string Name, IReadOnlyDictionary<int, long> Sum)> Cells(IReadOnlyList<long> communes)
    {
        var names = _variables.Keys.Select(key => key.Count).Distinct()
            .Where(name => communes.All(commune => _variables.ContainsKey((commune, name))));
        return names.Select(name => ($"{string.Join('+', communes)}: {name}", (IReadOnlyDictionary<int, long>)Sum(communes, name)))
            .Append(($"{string.Join('+', communes)}: second memberships", Sum(communes, [Further, .. _counted.Select(SecondOf)])))
            .Append(($"{string.Join('+', communes)}: left out", LeftOut(communes, [.. Reasons])))
            .Append(($"{string.Join('+', communes)}: left out at home", LeftOut(communes, [.. Reasons.Where(reason => reason > CountingReason.ResidenceUnknown)])));
    }

    private const string Further = "in further organizations";

    private static string SecondOf(long organization) => $"second membership in {organization}";

    private static string OnlyOthers(long organization) => $"not of {organization}";

    private void Add(long commune, CommuneCounts counts)
    {
        var people = counts.Of(SeriesPoint.AllOrganizations).People;
        Set(PeopleOf(SeriesPoint.AllOrganizations), people);
        Set(Further, _counted.Sum(one => counts.Of(one).People) - people);
        foreach (var organization in _counted.Concat(_others))
        {
            Set(PeopleOf(organization), counts.Of(organization).People);
            Set(SecondOf(organization), counts.Of(organization).Memberships - counts.Of(organization).People);
        }

        foreach (var organization in _counted)
        {
            Set(OnlyOthers(organization), people - counts.Of(organization).People);
            Publish(Less(Sum([commune], PeopleOf(organization), OnlyOthers(organization))), 0);
        }

        foreach (var reason in Reasons)
            Set(reason.ToString(), counts.LeftOut.GetValueOrDefault(reason));
        Publish(Less(Sum([commune], [.. _counted.Select(PeopleOf)]), Further), 0);

        void Set(string count, long value) => _truth[Variable(commune, count)] = value;

        IReadOnlyDictionary<int, long> Less(IReadOnlyDictionary<int, long> sum, params string[] more) =>
            new Dictionary<int, long>(sum.Concat(more.Append(PeopleOf(SeriesPoint.AllOrganizations)).Select(count => KeyValuePair.Create(Variable(commune, count), -1L))));
    }

    private int Variable(long commune, string count)
    {
        if (!_variables.TryGetValue((commune, count), out var variable))
            _variables[(commune, count)] = variable = _attack.AddVariable();
        return variable;
    }

    private Dictionary<int, long> Sum(IEnumerable<long> communes, params string[] counts) =>
        communes.SelectMany(commune => counts.Select(count => Variable(commune, count))).ToDictionary(variable => variable, _ => 1L);
}
