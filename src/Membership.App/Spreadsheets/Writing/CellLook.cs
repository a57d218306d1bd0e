namespace Membership.App.Spreadsheets.Writing;

/// <summary>How a written cell looks. Few and named, so that every workbook of the product looks the same.</summary>
internal enum CellLook
{
    /// <summary>Without borders, outside tables.</summary>
    Plain = 0,
    Title,

    /// <summary>Under the title, centred, in italics.</summary>
    Subtitle,

    /// <summary>Wrapped, left: definition, sources, footnotes.</summary>
    Note,
    IssuerLine,
    PlaceAndDate,
    Signature,
    SignatureHint,

    Header,

    /// <summary>The row 1 2 3 … under a header.</summary>
    ColumnNumber,
    Text,
    TextCentred,
    Count,
    Percent,

    /// <summary>Percentage points with their sign.</summary>
    Points,
    Date,
    Month,
    TargetMoreThan,
    TargetMoreThanFine,
    TargetAtLeast,
    TargetAtLeastFine,

    StrongText,
    StrongTextCentred,
    StrongCount,
    StrongPercent,
    StrongPoints,
}
