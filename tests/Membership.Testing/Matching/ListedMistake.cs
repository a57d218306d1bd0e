namespace Membership.Testing.Matching;

/// <summary>How somebody whom the register knows, or does not, stands in a labelled list.</summary>
public enum ListedMistake
{
    /// <summary>As the register has her, with her number.</summary>
    None,

    /// <summary>As the register has her, without a number; her whole birth date is known.</summary>
    NoNumber,

    /// <summary>As the register has her, without a number; of her birth date both know the year, or month and year, only.</summary>
    VagueAgain,

    /// <summary>With her number, birth year only.</summary>
    NumberAndYear,

    /// <summary>With her number, in capitals without marks.</summary>
    NumberNoMarks,

    /// <summary>With her number, of which one digit is another.</summary>
    NumberMistyped,

    /// <summary>Without a number, as all below: the tone on another vowel, i for y.</summary>
    OtherSpelling,
    YearOnly,
    MonthAndYear,
    FirstOfYear,
    DayAndMonthExchanged,
    OneDigitOff,
    OneDayOff,
    OneLetterOff,
    MiddleNameMissing,
    WordsJoined,
    NoMarks,
    OtherMarks,
    NoSex,

    /// <summary>Nobody the register knows.</summary>
    Stranger,

    /// <summary>Nobody the register knows, with the number of somebody it does.</summary>
    NumberOfAnother,
}
