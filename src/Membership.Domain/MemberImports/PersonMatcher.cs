namespace Membership.Domain.MemberImports;

/// <summary>Whether a row speaks of a person the register knows.</summary>
/// <param name="Person">The certain match; null when there is none.</param>
/// <param name="Candidates">Those who may be meant, when it is not certain; the officer decides.</param>
public sealed record PersonMatch(KnownPerson? Person, IReadOnlyList<KnownPerson> Candidates, DoubtReason? Doubt)
{
    public static readonly PersonMatch Nobody = new(null, [], null);

    public static PersonMatch Certain(KnownPerson person) => new(person, [], null);

    public static PersonMatch Doubtful(DoubtReason doubt, params IReadOnlyList<KnownPerson> candidates) => new(null, candidates, doubt);
}

/// <summary>Why a row waits for a decision.</summary>
public enum DoubtReason
{
    /// <summary>The citizen number is known, with another name, sex or birth date.</summary>
    CitizenIdOfAnother = 1,

    /// <summary>Name, birth date and commune agree; the citizen numbers differ.</summary>
    CitizenIdsDiffer = 2,

    /// <summary>Name, birth year and commune agree; the whole birth date or the sex is missing or differs.</summary>
    SameNameAndYear = 3,

    /// <summary>More than one known person fits.</summary>
    SeveralFit = 4,

    /// <summary>Another row of the same file may say the same person.</summary>
    SameAsEarlierRow = 5,

    /// <summary>The citizen number is known; name or birth date is written a little otherwise.</summary>
    NumberAgreesNearly = 6,

    /// <summary>Name or birth date agrees but for what is easily mistyped.</summary>
    NearlyEqual = 7,

    /// <summary>The citizen number stands in several rows of the file that speak of different people.</summary>
    NumberOfSeveralRows = 8,

    /// <summary>The row means somebody of whom the register says that she died, left or was expelled.</summary>
    RecordedAsGone = 9,

    /// <summary>As <see cref="SameAsEarlierRow"/>, but for what is easily mistyped.</summary>
    NearlyEarlierRow = 10,
}

/// <summary>What two descriptions come to.</summary>
public enum PairVerdict
{
    /// <summary>Two people, or nothing that is worth asking.</summary>
    Others = 0,
    Perhaps,

    /// <summary>As <see cref="Perhaps"/>, by an equal citizen number.</summary>
    PerhapsByNumber,

    /// <summary>The citizen number of somebody who is described otherwise.</summary>
    NumberOfAnother,
    Same,
}

/// <summary>
/// One person is: an equal number with an agreeing name and birth; else the same name with its marks, the same whole birth date,
/// the same sex and commune, fitting exactly one person. Less is asked, unless so many people of the commune have the name
/// that somebody else is as likely.
/// </summary>
public static class PersonMatcher
{
    // Of 100 people listed again so many are written with that mistake, by the lists of offices.
    private const double WithVagueBirth = 0.3;
    private const double WithNearBirth = 0.015;

    // How often somebody else of the name is born so that it looks like that mistake: of some sixty years that members are born in
    // one; of some 22,000 days the forty that differ in a digit.
    private const double BornInTheYear = 1.0 / 60;
    private const double BornNearly = 1.0 / 550;

    // A commune's organization has some ten branches.
    private const double InTheBranch = 0.1;
    private const double InAnotherBranch = 3;

    // Somebody else may be a little likelier than the mistake: a question costs less than a person twice.
    private const double MostLikelyOthers = 1.3;

    /// <summary>More namesakes than that, and 1 January is no birth date to know somebody by.</summary>
    private const int NamesakesWithFirstOfYear = 6;

    /// <summary>Of a name with more bearers no mistake in its year is looked for: it would not be asked.</summary>
    public const int MostNamesakes = 40;

    /// <param name="candidates">Who has the number, or may be meant by name.</param>
    /// <param name="namesakes">How many people of the commune have the row's name, marks apart.</param>
    /// <param name="branch">Whether a person is of the row's branch; null when that is not known.</param>
    public static PersonMatch Match(ListedPerson row, IReadOnlyList<KnownPerson> candidates, int namesakes, Func<KnownPerson, bool?> branch)
    {
        if (candidates.Count == 0)
            return PersonMatch.Nobody;

        var judged = candidates
            .Select(person => (Person: person, Likeness: PersonLikeness.Between(row, person, branch(person))))
            .Select(one => (one.Person, one.Likeness, Verdict: Judge(one.Likeness, namesakes)))
            .Where(one => one.Verdict != PairVerdict.Others)
            .ToList();
        if (judged.Find(one => one.Likeness.Number == NumberLikeness.Equal) is { Person: { } byNumber } found)
            return found.Verdict == PairVerdict.Same ? PersonMatch.Certain(byNumber) : PersonMatch.Doubtful(ReasonOf(found.Verdict, found.Likeness), byNumber);

        var same = judged.FindAll(one => one.Verdict == PairVerdict.Same);
        var equal = judged.FindAll(one => IsOneName(one.Likeness) && one.Likeness is { Birth: >= BirthLikeness.SameFirstOfYear, Sex: not false });
        return (same.Count, equal.Count, judged.Count) switch
        {
            (1, <= 1, _) => PersonMatch.Certain(same[0].Person),
            (_, _, 0) => PersonMatch.Nobody,
            (_, > 1, _) => PersonMatch.Doubtful(DoubtReason.SeveralFit, [.. equal.Select(one => one.Person)]),
            _ => PersonMatch.Doubtful(judged.Min(one => ReasonOf(one.Verdict, one.Likeness)), [.. judged.Select(one => one.Person)]),
        };
    }

    /// <param name="namesakes">How many people of the commune, or of the file, have that name, marks apart.</param>
    public static PairVerdict Judge(PersonLikeness likeness, int namesakes) => likeness.Number == NumberLikeness.Equal ? ByNumber(likeness)
        : IsSame(likeness, namesakes) ? PairVerdict.Same
        : IsPlausible(likeness, namesakes) ? PairVerdict.Perhaps
        : PairVerdict.Others;

    /// <summary>Why two rows of one file may be one person.</summary>
    public static DoubtReason BetweenRows(PersonLikeness likeness) =>
        IsOneName(likeness) && likeness.Birth >= BirthLikeness.Within && likeness.Sex != false ? DoubtReason.SameAsEarlierRow : DoubtReason.NearlyEarlierRow;

    private static bool IsOneName(PersonLikeness likeness) => likeness.Name is NameLikeness.Equal;

    private static DoubtReason ReasonOf(PairVerdict verdict, PersonLikeness likeness) => verdict switch
    {
        PairVerdict.NumberOfAnother => DoubtReason.CitizenIdOfAnother,
        PairVerdict.PerhapsByNumber => DoubtReason.NumberAgreesNearly,
        _ when IsOneName(likeness) && likeness is { Birth: BirthLikeness.Equal, Number: NumberLikeness.Different or NumberLikeness.OneDigitOff } => DoubtReason.CitizenIdsDiffer,
        _ when IsOneName(likeness) && likeness.Birth >= BirthLikeness.Within => DoubtReason.SameNameAndYear,
        _ => DoubtReason.NearlyEqual,
    };

    /// <summary>
    /// A number is known by heart to nobody but copied from a card: with the same name it needs no whole birth date on both sides, only one that
    /// does not contradict; and the name may lack its marks, as on an old machine.
    /// </summary>
    private static PairVerdict ByNumber(PersonLikeness likeness)
    {
        if (likeness.Sex == false)
            return PairVerdict.NumberOfAnother;

        var (name, birth) = (likeness.Name >= NameLikeness.WithoutMarks, likeness.Birth >= BirthLikeness.Unknown);
        return name && birth ? PairVerdict.Same
            : (name && likeness.Birth >= BirthLikeness.Nearly) || (birth && likeness.Name >= NameLikeness.OneLetterOff) ? PairVerdict.PerhapsByNumber
            : PairVerdict.NumberOfAnother;
    }

    /// <summary>The former number is one too, where nothing contradicts.</summary>
    private static bool IsSame(PersonLikeness likeness, int namesakes) =>
        IsOneName(likeness) && likeness.Sex != false && likeness.Number == NumberLikeness.Unknown && likeness.FormerNumber != false
        && ((likeness.FormerNumber == true && likeness.Birth >= BirthLikeness.Within)
            || (likeness.Sex == true
                && (likeness.Birth == BirthLikeness.Equal || (likeness.Birth == BirthLikeness.SameFirstOfYear && namesakes <= NamesakesWithFirstOfYear))));

    private static bool IsPlausible(PersonLikeness likeness, int namesakes)
    {
        var isBorn = likeness.Birth is BirthLikeness.Equal or BirthLikeness.SameFirstOfYear;
        if (likeness.Number == NumberLikeness.Different)
            return IsOneButForTheNumber(likeness, isBorn);
        if (likeness.Name < NameLikeness.OneLetterOff || likeness.Birth == BirthLikeness.Different)
            return false;

        return likeness.Name >= NameLikeness.WordsJoined ? isBorn || (likeness.Sex != false && (Confirms(likeness) || IsLikely(likeness, namesakes)))
            : likeness.Sex != false && (isBorn || ConfirmsWithin(likeness));
    }

    private static bool ConfirmsWithin(PersonLikeness likeness) => Confirms(likeness) && likeness.Birth >= BirthLikeness.Within;

    /// <summary>Two numbers that have nothing in common are two people, unless all else agrees; in both, a clerk may have mistyped one.</summary>
    private static bool IsOneButForTheNumber(PersonLikeness likeness, bool isBorn) => IsOneName(likeness) && isBorn && likeness.Sex != false;

    private static bool Confirms(PersonLikeness likeness) =>
        likeness.FormerNumber == true || likeness.Phone == true || likeness.Number == NumberLikeness.OneDigitOff;

    private static bool IsLikely(PersonLikeness likeness, int namesakes)
    {
        var (byChance, byMistake) = likeness.Birth switch
        {
            BirthLikeness.Nearly => (BornNearly, WithNearBirth),
            BirthLikeness.Within or BirthLikeness.SameVague => (BornInTheYear, WithVagueBirth),
            BirthLikeness.Exchanged => (0, WithNearBirth),
            _ => (1, WithNearBirth),
        };
        var branch = likeness.Branch switch { true => InTheBranch, false => InAnotherBranch, null => 1 };
        return namesakes * byChance * branch <= MostLikelyOthers * byMistake;
    }
}
