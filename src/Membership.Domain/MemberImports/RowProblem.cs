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

    /// <summary>Before 1900 or after the day the list speaks of.</summary>
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
}

/// <param name="Text">What stands in the cell.</param>
public sealed record RowProblem(RowProblemCode Code, MemberField Field, string Text);

/// <summary>What was put right in a row without asking; named and counted, so that the officer knows.</summary>
public enum RepairCode
{
    /// <summary>A citizen or identity number typed as a number had lost its zeros.</summary>
    LeadingZerosRestored = 1,

    /// <summary>A telephone of nine digits got its 0 back.</summary>
    PhoneZeroRestored,

    /// <summary>1965 in a cell formatted as a date, which shows 18/05/1905: read as the year.</summary>
    YearInDateCell,

    /// <summary>05/03/80 read as 1980.</summary>
    TwoDigitYear,

    /// <summary>Ð or Ƣ that only look like Đ and Ư.</summary>
    LookAlikeLetters,
}
