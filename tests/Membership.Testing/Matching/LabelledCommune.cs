using System.Globalization;
using System.Text;
using Membership.App.Samples;
using Membership.Domain.Members;

namespace Membership.Testing.Matching;

/// <summary>
/// Invented members of one commune, and two lists of later: a clean one, and one with the mistakes of offices. Of each row it is known
/// whom it means. The same from the same seed.
/// </summary>
public sealed class LabelledCommune
{
    public const string Header = "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Chi hội,Địa chỉ";
    private const int SerialsOfACommune = 40_000;

    private readonly SampleCommune _home;
    private readonly PeopleGenerator _people;
    private readonly SampleRandom _random;

    /// <param name="members">How many the register knows.</param>
    /// <param name="ofEach">Rows of each mistake.</param>
    public LabelledCommune(SampleCommune home, int place, int members, int ofEach)
    {
        (_home, _random) = (home, new SampleRandom(SampleRandom.SeedOf(13, home.Code)));
        _people = new PeopleGenerator(SampleRandom.SeedOf(17, home.Code), new SerialRange(100_000 + (place * SerialsOfACommune), SerialsOfACommune));
        Members = [.. Enumerable.Range(0, members).Select(_ => Next())];
        var unlisted = new Queue<int>(Shuffled(members));
        Clean = [.. Take(unlisted, members * 4 / 10, ListedMistake.None), .. Take(unlisted, members / 10, ListedMistake.NoNumber), .. Strangers(members / 8)];
        Mistaken =
        [
            .. Enum.GetValues<ListedMistake>()
                .Where(mistake => mistake is > ListedMistake.NoNumber and < ListedMistake.Stranger)
                .SelectMany(mistake => Take(unlisted, ofEach, mistake)),
            .. Enumerable.Range(0, ofEach).Select(_ => Of(Next(), ListedMistake.NumberOfAnother, null, Members[NumberedFrom(unlisted)].CitizenId)),
        ];
    }

    public string Code => _home.Code;

    public IReadOnlyList<SamplePerson> Members { get; }

    public IReadOnlyList<LabelledRow> Clean { get; }

    public IReadOnlyList<LabelledRow> Mistaken { get; }

    /// <summary>What the register is filled from: row n is member n - 2.</summary>
    public string MembersList => ListOf(Members.Select(person => Line(person, person.FullName, ListDate.Of(person.BirthDate!.Value), person.CitizenId)));

    public static string ListOf(IEnumerable<string> lines) =>
        Header + "\n" + string.Join('\n', lines.Select((line, place) => string.Create(CultureInfo.InvariantCulture, $"{place + 1},{line}"))) + "\n";

    private SamplePerson Next()
    {
        SamplePerson person;
        do
            person = _people.Next(_home);
        while (person.BirthDate is null);
        return person;
    }

    private IEnumerable<LabelledRow> Strangers(int count) => Enumerable.Range(0, count).Select(_ => Next())
        .Select(person => Of(person, ListedMistake.Stranger, null, person.CitizenId));

    private int NumberedFrom(Queue<int> unlisted)
    {
        while (true)
        {
            if (unlisted.Dequeue() is var member && Members[member].CitizenId is not null)
                return member;
        }
    }

    /// <summary>Members with whom the mistake can be made; the others go on waiting.</summary>
    private IEnumerable<LabelledRow> Take(Queue<int> unlisted, int count, ListedMistake mistake)
    {
        for (var left = unlisted.Count; count > 0 && left > 0; left--)
        {
            var member = unlisted.Dequeue();
            if (Of(Members[member], mistake, member) is { } row)
            {
                count--;
                yield return row;
            }
            else
            {
                unlisted.Enqueue(member);
            }
        }
    }

    private int[] Shuffled(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        for (var left = count - 1; left > 0; left--)
        {
            var other = _random.Below(left + 1);
            (order[left], order[other]) = (order[other], order[left]);
        }

        return order;
    }

    private LabelledRow Of(SamplePerson person, ListedMistake mistake, int? member, string? number) =>
        new(Line(person, person.FullName, ListDate.Of(person.BirthDate!.Value), number), mistake, member);

    private LabelledRow? Of(SamplePerson person, ListedMistake mistake, int? member)
    {
        if (!CanBeMade(mistake, person))
            return null;

        var name = ListedName.With(person.FullName, mistake, _random);
        var birth = ListDate.With(person.BirthDate!.Value, mistake, _random);
        if (name is null || birth is null)
            return null;

        var number = mistake switch
        {
            ListedMistake.None or ListedMistake.NumberAndYear or ListedMistake.NumberNoMarks or ListedMistake.Stranger => person.CitizenId,
            ListedMistake.NumberMistyped => ListedName.OtherDigit(person.CitizenId!, _random),
            _ => null,
        };
        return new LabelledRow(Line(person, name, birth, number, mistake == ListedMistake.NoSex), mistake, member);
    }

    private static bool CanBeMade(ListedMistake mistake, SamplePerson person) => mistake switch
    {
        ListedMistake.NumberAndYear or ListedMistake.NumberNoMarks or ListedMistake.NumberMistyped => person.CitizenId is not null && BirthServes(mistake, person.BirthDate!.Value),
        ListedMistake.VagueAgain => !person.BirthDate!.Value.IsWholeDate && BirthServes(mistake, person.BirthDate.Value),
        _ => BirthServes(mistake, person.BirthDate!.Value),
    };

    /// <summary>Without her number, a mistake is told from a namesake by the whole birth date only.</summary>
    private static bool BirthServes(ListedMistake mistake, PartialDate birth) =>
        mistake is not (ListedMistake.NoNumber or (> ListedMistake.NumberMistyped and < ListedMistake.Stranger))
        || birth is { IsWholeDate: true } and not { Month: 1, Day: 1 };

    private string Line(SamplePerson person, string name, string birth, string? number, bool hidesSex = false)
    {
        var line = new StringBuilder().Append(name).Append(',').Append(birth).Append(',');
        line.Append(hidesSex ? "" : person.Sex == Sex.Female ? "Nữ" : "Nam").Append(',').Append(number).Append(',').Append(person.Phone);
        return line.Append(CultureInfo.InvariantCulture, $",Chi hội {_home.Neighbourhood(person.Neighbourhood)},\"{person.Address}\"").ToString();
    }
}

/// <param name="Line">Without its number in the list.</param>
/// <param name="Member">Whom it means, by her place among the members; null: nobody the register knows.</param>
public sealed record LabelledRow(string Line, ListedMistake Mistake, int? Member);
