using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// How the officer wants one list to be read: what she answered, chose by hand or accepted. Kept with the import; what is of use
/// for the next list of that shape is remembered for the unit (<see cref="RememberedList"/>).
/// </summary>
public sealed record ListChoices
{
    public static readonly ListChoices None = new();

    public ListMode Mode { get; init; } = ListMode.Update;

    public EmptyCells EmptyCells { get; init; }

    public LegacyEncoding Encoding { get; init; }

    /// <summary>Where the lists stand and what their columns hold, as chosen by hand; empty: they are found.</summary>
    public IReadOnlyList<ChosenTable> Tables { get; init; } = [];

    /// <summary>What a written value means, by <see cref="ValueKey"/>; "" means that it says nothing.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>How the values that were answered stand in the list, by the same keys; null where nobody kept it.</summary>
    public IReadOnlyDictionary<string, string>? WrittenValues { get; init; }

    /// <summary>Proposed repairs that were answered: true is accepted, false is refused.</summary>
    public IReadOnlyDictionary<RepairCode, bool> Repairs { get; init; } = new Dictionary<RepairCode, bool>();

    /// <summary>What becomes of values of the register that the list says otherwise; of what is not in it the officer is asked.</summary>
    public IReadOnlyDictionary<KnownFact, KnownAnswer> KnownPeople { get; init; } = new Dictionary<KnownFact, KnownAnswer>();

    /// <summary>What all names are that are nearly those of known branches, where <see cref="Values"/> does not say it of one.</summary>
    public NewBranches NewBranches { get; init; }

    /// <summary>Whose members a full list of one branch has all.</summary>
    public ListCoverage Coverage { get; init; }

    /// <summary>Something of it was answered for an earlier list of this shape, and used without asking again.</summary>
    public bool AreRemembered { get; init; }

    /// <summary>What a value, as written in the column of a field, was said to mean: "" that it says nothing; null when nobody was asked.</summary>
    public string? ValueOf(MemberField field, string written) =>
        Values.Count == 0 ? null : Values.GetValueOrDefault(ValueKey(field, PersonName.Fold(VietnameseText.Clean(written))));

    public bool Keeps(KnownFact fact) => KnownPeople.GetValueOrDefault(fact) == KnownAnswer.Keep;

    public bool Refuses(RepairCode repair) => Repairs.TryGetValue(repair, out var accepted) && !accepted;

    /// <summary>The value "TC" in the column of qualifications is not "TC" in that of political theory.</summary>
    /// <param name="folded">Without marks and capitals.</param>
    public static string ValueKey(MemberField field, string folded) => $"{field}|{folded}";
}

public enum ListMode
{
    /// <summary>Bổ sung, cập nhật: who is not on the list stays as she is.</summary>
    Update = 0,

    /// <summary>Danh sách đầy đủ: members of the unit who are not on it are proposed as leaving.</summary>
    Full = 1,
}

/// <summary>What branches are that the register does not know, but for one of nearly the same name.</summary>
public enum NewBranches
{
    /// <summary>To be asked, name by name.</summary>
    NotAnswered = 0,

    /// <summary>That branch, misspelled.</summary>
    Same = 1,
    New = 2,
}

/// <summary>Whose members a full list of one branch has all.</summary>
public enum ListCoverage
{
    /// <summary>To be asked, when it matters.</summary>
    NotAnswered = 0,

    /// <summary>Chi hội ấy: of the others it says nothing.</summary>
    Branch = 1,

    /// <summary>Cả đơn vị: who is in another branch is missing.</summary>
    Unit = 2,
}

/// <summary>What a blank cell says where the register holds a value.</summary>
public enum EmptyCells
{
    /// <summary>To be asked, when it matters.</summary>
    NotAnswered = 0,
    Keep = 1,
    Clear = 2,
}

/// <summary>How Vietnamese letters are stored in the cells of a list.</summary>
public enum LegacyEncoding
{
    /// <summary>Found out column by column.</summary>
    Auto = 0,
    Unicode = 1,

    /// <summary>TCVN 5712:1993 (ABC), fonts .Vn…</summary>
    Tcvn3 = 2,

    /// <summary>Fonts VNI-…</summary>
    Vni = 3,
}

/// <summary>A table of a list as chosen by hand.</summary>
/// <param name="HeaderRow">The last line of the heading, as Excel numbers it; 0 when the table has none.</param>
public sealed record ChosenTable(string Sheet, int HeaderRow, IReadOnlyList<ChosenColumn> Columns);

/// <param name="Index">From 0, A first.</param>
public sealed record ChosenColumn(int Index, MemberField Field);
