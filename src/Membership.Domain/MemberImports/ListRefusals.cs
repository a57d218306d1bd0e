namespace Membership.Domain.MemberImports;

/// <summary>None of the first rows names a person's columns.</summary>
/// <param name="RowsLookedAt">How many rows were looked at, from the top.</param>
public sealed record NoHeaderRow(int RowsLookedAt) : ListQuestion;

/// <summary>There is a heading row, but not with these needed fields.</summary>
public sealed record ColumnsMissing(IReadOnlyList<MemberField> Fields) : ListQuestion;

/// <summary>Two columns claim one needed field, for example the birth dates of child and parent.</summary>
/// <param name="Headers">Their headings as written, from left to right.</param>
public sealed record ColumnTwice(MemberField Field, IReadOnlyList<string> Headers) : ListQuestion;

/// <summary>Most values below a heading cannot be what it says.</summary>
/// <param name="Header">The heading as written.</param>
/// <param name="Example">One of those values, masked.</param>
public sealed record ColumnsDoNotFit(MemberField Field, string Header, string Example) : ListQuestion;

/// <summary>A column stands behind one about somebody else, and may be about either.</summary>
/// <param name="Header">Of the column.</param>
/// <param name="Other">The heading about somebody else.</param>
public sealed record ColumnOfWhom(MemberField Field, string Header, string Other) : ListQuestion;

/// <summary>A column without a known heading holds what the register would keep.</summary>
/// <param name="Header">As written, or the letters of the column.</param>
/// <param name="Example">One of its values, masked.</param>
public sealed record ColumnNotUnderstood(string Header, ColumnContent Content, string Example) : ListQuestion;

public enum ColumnContent
{
    CitizenNumbers = 1,
    Telephones = 2,
    Dates = 3,
}

/// <summary>Several sheets hold lists that may be of different years, repeat each other, or name former members.</summary>
public sealed record WhichSheets(IReadOnlyList<string> Names) : ListQuestion;

/// <summary>Why a list cannot be read yet: the officer can answer by showing where its heading stands and what its columns hold.</summary>
public abstract record ListQuestion : Refusal;

/// <summary>A column is in letters of before Unicode, and both TCVN3 and VNI can be read from it.</summary>
/// <param name="Header">As written.</param>
public sealed record EncodingUnclear(string Header) : ListQuestion;

/// <summary>By the columns chosen nobody could be told: these fields are needed too.</summary>
public sealed record FieldsNotChosen(IReadOnlyList<MemberField> Fields) : Refusal;

/// <summary>The heading was said to stand in a row that is empty, or too far down to be one.</summary>
/// <param name="Row">As Excel numbers it.</param>
public sealed record NoHeadingThere(string Sheet, int Row) : Refusal;

/// <summary>Two columns were chosen to hold a field that only one can.</summary>
public sealed record FieldChosenTwice(MemberField Field) : Refusal;

/// <summary>One column was chosen to hold two fields.</summary>
/// <param name="Index">From 0, A first.</param>
public sealed record ColumnChosenTwice(int Index) : Refusal;
