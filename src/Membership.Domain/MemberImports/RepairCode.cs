namespace Membership.Domain.MemberImports;

/// <summary>What is put right in a row: proposed, named and counted, and written to the register only when the officer agrees.</summary>
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

    /// <summary>Letters of TCVN3 or VNI fonts read as Unicode.</summary>
    LegacyTextConverted,

    /// <summary>Date cells of a column in which Excel exchanged day and month, turned back.</summary>
    DayAndMonthExchanged,

    /// <summary>NGUYỄN VĂN AN written as Nguyễn Văn An.</summary>
    NameInCapitals,

    /// <summary>12/12 in a column of education that Excel took for a day of the year: read as the class.</summary>
    ClassInDateCell,

    /// <summary>"nt", "như trên" read as the value of the row above.</summary>
    DittoMark,

    /// <summary>1981-03-21T17:00:00Z is midnight in Vietnam, when the 22nd begins.</summary>
    DayInUniversalTime,

    /// <summary>21/03/1981 17:00 in a column of such: midnight somewhere else, when the 22nd begins.</summary>
    EveningBefore,

    /// <summary>25569 in a column of dates: the day that a spreadsheet counts so, pasted without its format.</summary>
    SerialNumber,

    /// <summary>03/04/1980 in a column in which 03/25/1980 proves that the month stands first.</summary>
    MonthFirst,

    /// <summary>A row that says that somebody died, moved away or left makes nobody a member.</summary>
    LeaverLeftOut,

    /// <summary>A row whose name is struck through makes nobody a member.</summary>
    StruckLeftOut,

    /// <summary>A citizen number and a telephone that stand in one cell, told from each other.</summary>
    NumberAndPhoneParted,
}

/// <summary>A repair made in a row.</summary>
/// <param name="Field">The field that reads otherwise than it is written.</param>
public readonly record struct RowRepair(RepairCode Code, MemberField Field);
