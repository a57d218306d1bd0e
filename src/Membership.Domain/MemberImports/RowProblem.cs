namespace Membership.Domain.MemberImports;

/// <summary>Why a row of a list cannot be taken as it is. Every problem rejects its row.</summary>
public enum RowProblemCode
{
    NameMissing = 1,

    /// <summary>Digits, formula signs, control characters, private use, or letters of TCVN3 and VNI fonts inside a name.</summary>
    NameHasForeignCharacters,

    /// <summary>"1. A ⏎ 2. B", or more letters than any name has.</summary>
    SeveralPeopleInCell,

    /// <summary>Neither a birth date nor a citizen number: nobody could be told from a namesake.</summary>
    BirthDateMissing,

    /// <summary>31/02/1990, 29/02/1995.</summary>
    DateDoesNotExist,
    DateUnreadable,

    /// <summary>Before 1900, the 01/01/1900 of an empty cell, or after the day the list speaks of.</summary>
    DateOutOfRange,

    /// <summary>Neither Nam nor Nữ; 1 and 0 are not guessed.</summary>
    SexUnreadable,

    /// <summary>Both Nam and Nữ.</summary>
    SexAmbiguous,
    CitizenIdUnreadable,
    AdmittedOnUnreadable,

    /// <summary>#N/A, #REF! … where a needed value should stand.</summary>
    CellHasError,

    /// <summary>The same person stands in a row above; the problem's text is that row's number.</summary>
    SamePersonAsRow,

    /// <summary>On the day of the list the register has the person in another base unit of the same organization.</summary>
    InAnotherUnitThatDay,

    /// <summary>The register may only keep this person's data, not use them (hạn chế xử lý).</summary>
    PersonRestricted,

    /// <summary>05/03/1980 in a column where other dates have the month first.</summary>
    DateOrderUnclear,

    /// <summary>Born in the year of the list: what a date picker gives when nobody chose.</summary>
    BornInYearOfList,

    /// <summary>The row ticks other organizations than the list's own, and none whose memberships whoever reads the list may write.</summary>
    OnlyInOtherOrganizations,

    /// <summary>Half a character in a text that would be kept: the file lost the other half, and nobody can say what it was.</summary>
    TextBroken,

    /// <summary>Letters of TCVN3 or VNI fonts, UTF-8 read as Windows-1252, or "?" for letters, in a text that would be kept.</summary>
    TextGarbled,

    /// <summary>The list says that the person died, moved away or left: nobody becomes a member by that.</summary>
    HasLeft,

    /// <summary>The name is struck through.</summary>
    StruckThrough,
}

/// <param name="Text">What stands in the cell.</param>
public sealed record RowProblem(RowProblemCode Code, MemberField Field, string Text);

/// <summary>What seems wrong in a row that can be taken all the same.</summary>
public enum RowWarningCode
{
    /// <summary>The fourth digit of the citizen number says the other sex.</summary>
    CitizenIdAgainstSex = 1,

    /// <summary>The fourth to sixth digits say another birth year.</summary>
    CitizenIdAgainstBirthYear,

    /// <summary>Not one of the 63 provinces: registered abroad, or mistyped.</summary>
    ProvinceCodeUnknown,

    /// <summary>Younger or older than the organization's rule admits on the day of the list.</summary>
    AgeOutsideRule,

    /// <summary>Before birth, or before the age of six.</summary>
    JoinedTooYoung,

    /// <summary>A name with "Thị", and Nam as sex.</summary>
    NameAgainstSex,

    /// <summary>"A - B", "A / B" as one name.</summary>
    PerhapsTwoPeople,

    /// <summary>Kept as written, because it is not one telephone number.</summary>
    PhoneUnreadable,

    /// <summary>A people that no official list names; kept as written.</summary>
    EthnicGroupUnknown,

    /// <summary>A bare number as people or religion: official lists of codes contradict each other, so it is not taken.</summary>
    CodeNotTaken,

    /// <summary>A religion that no official list names; kept as written.</summary>
    ReligionUnknown,

    /// <summary>Two or more columns are ticked of which one person can have one; none of them is taken.</summary>
    SeveralTicked,

    /// <summary>No organization that has members is called so.</summary>
    OrganizationUnknown,

    /// <summary>Whoever reads the list may not write memberships of that organization.</summary>
    OrganizationOutOfScope,

    /// <summary>Below the name of an organization neither a tick nor a day of joining.</summary>
    OrganizationCellUnclear,

    /// <summary>Other organizations are ticked, and the list's own is not: the person is taken as a member of those only.</summary>
    NotInOwnOrganization,

    /// <summary>A level of education, of a profession or of political theory that no list of levels has; kept as written.</summary>
    LearningUnknown,

    /// <summary>"nt", "như trên" where no row above says anything, or of telephones; not taken.</summary>
    DittoUnclear,

    /// <summary>#N/A, or a formula without a stored value, where a value may be missing; not taken.</summary>
    CellHasError,

    /// <summary>Words of the row, or a title above it, say that the person died, moved away or left.</summary>
    PerhapsLeft,

    /// <summary>The column of birth years says another year than that of birth dates, which is taken.</summary>
    BirthYearAgainstBirthDate,

    /// <summary>"Bà Phạm Thị B", "Trần An (chết)", "Ánh, Nguyễn Thị".</summary>
    NameHasAdditions,

    /// <summary>The house number 2/5 that Excel took for a day; kept as the day is shown.</summary>
    DayInTextCell,

    /// <summary>The address names another commune than the list's, or one of several others.</summary>
    AnotherCommune,

    /// <summary>The address names a commune, or a district of it, that no locality of any time was.</summary>
    CommuneUnknown,

    /// <summary>"?" stands for letters of an address; not taken.</summary>
    LettersLost,

    /// <summary>A cell of the row is struck through, or a part of one.</summary>
    CellStruckThrough,
}

/// <param name="Text">What stands in the cell.</param>
public sealed record RowWarning(RowWarningCode Code, MemberField Field, string Text);
