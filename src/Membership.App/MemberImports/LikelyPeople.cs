using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>
/// Who may be meant by a name and a birth date, in memory: a hundred thousand people in some 10 MB, and no question to the database per
/// row. Whom it finds is still to be compared.
/// </summary>
internal sealed class LikelyPeople<T>
{
    private const int Nobody = -1;

    private readonly List<Entry> _people = [];
    private readonly Dictionary<int, (int First, int Count)> _byName = [];
    private readonly Dictionary<int, int> _byNameAndYear = [];
    private readonly Dictionary<int, int> _byBirth = [];

    public void Add(string foldedName, PartialDate birth, T person)
    {
        var (number, name) = (_people.Count, NameComparison.KeyOf(foldedName));
        var ofName = _byName.GetValueOrDefault(name, (Nobody, 0));
        _byName[name] = (number, ofName.Item2 + 1);
        var nextOfYear = Push(_byNameAndYear, HashCode.Combine(name, birth.Year), number);
        _people.Add(new Entry(foldedName, birth, person, ofName.Item1, nextOfYear, birth.IsWholeDate ? Push(_byBirth, DayOf(birth), number) : Nobody));
    }

    /// <summary>How many have a name, marks apart.</summary>
    public int Namesakes(string foldedName) => _byName.GetValueOrDefault(NameComparison.KeyOf(foldedName)).Count;

    /// <summary>Each once: of the name, whose birth date may be the same but for a mistake; of the birth date, whose name may be.</summary>
    public IEnumerable<T> Find(string foldedName, PartialDate birth)
    {
        if (_people.Count == 0)
            yield break;

        var name = NameComparison.KeyOf(foldedName);
        var (first, count) = _byName.GetValueOrDefault(name, (Nobody, 0));
        var isRare = count <= PersonMatcher.MostNamesakes;
        for (var at = isRare ? first : _byNameAndYear.GetValueOrDefault(HashCode.Combine(name, birth.Year), Nobody); at != Nobody;)
        {
            var person = _people[at];
            if (BirthComparison.Of(birth, person.Birth) != BirthLikeness.Different)
                yield return person.Person;
            at = isRare ? person.NextOfName : person.NextOfNameAndYear;
        }

        if (!birth.IsWholeDate)
            yield break;

        for (var at = _byBirth.GetValueOrDefault(DayOf(birth), Nobody); at != Nobody; at = _people[at].NextOfBirth)
        {
            var person = _people[at];
            if (NameComparison.MayBeAlike(foldedName, person.FoldedName) && NameComparison.KeyOf(person.FoldedName) != name)
                yield return person.Person;
        }
    }

    private static int Push(Dictionary<int, int> firsts, int key, int number)
    {
        var next = firsts.GetValueOrDefault(key, Nobody);
        firsts[key] = number;
        return next;
    }

    private static int DayOf(PartialDate birth) => birth.Earliest.DayNumber;

    private readonly record struct Entry(string FoldedName, PartialDate Birth, T Person, int NextOfName, int NextOfNameAndYear, int NextOfBirth);
}
