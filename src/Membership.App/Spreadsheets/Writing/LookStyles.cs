using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Membership.App.Spreadsheets.Writing;

/// <summary>The style sheet behind <see cref="CellLook"/>: Times New Roman, as in official files.</summary>
internal static class LookStyles
{
    private const string FontName = "Times New Roman";
    private const uint FirstFormatId = 164;
    private const HorizontalAlignmentValues Left = HorizontalAlignmentValues.Left;
    private const HorizontalAlignmentValues Right = HorizontalAlignmentValues.Right;
    private const HorizontalAlignmentValues Centre = HorizontalAlignmentValues.Center;

    private static readonly Dictionary<CellLook, Look> Looks = new()
    {
        [CellLook.Plain] = new(Face.Regular, Left),
        [CellLook.Title] = new(Face.Title, Centre),
        [CellLook.Subtitle] = new(Face.Italic, Centre),
        [CellLook.Note] = new(Face.Regular, Left) { Wraps = true },
        [CellLook.IssuerLine] = new(Face.Bold, Centre),
        [CellLook.PlaceAndDate] = new(Face.Italic, Centre),
        [CellLook.Signature] = new(Face.Bold, Centre),
        [CellLook.SignatureHint] = new(Face.Italic, Centre),
        [CellLook.Header] = new(Face.Bold, Centre) { Wraps = true, Bordered = true, Filled = true },
        [CellLook.ColumnNumber] = new(Face.Small, Centre) { Bordered = true },
        [CellLook.Text] = new(Face.Regular, Left) { Wraps = true, Bordered = true },
        [CellLook.TextCentred] = new(Face.Regular, Centre) { Wraps = true, Bordered = true },
        [CellLook.Count] = new(Face.Regular, Right, "#,##0") { Bordered = true },
        [CellLook.Percent] = new(Face.Regular, Right, "0.00%") { Bordered = true },
        [CellLook.Points] = new(Face.Regular, Right, "+0.00;-0.00;0.00") { Bordered = true },
        [CellLook.Date] = new(Face.Regular, Centre, "dd/mm/yyyy") { Bordered = true },
        [CellLook.Month] = new(Face.Regular, Centre, "mm/yyyy") { Bordered = true },
        [CellLook.TargetMoreThan] = new(Face.Regular, Centre, "\"trên \"0%") { Bordered = true },
        [CellLook.TargetMoreThanFine] = new(Face.Regular, Centre, "\"trên \"0.00%") { Bordered = true },
        [CellLook.TargetAtLeast] = new(Face.Regular, Centre, "\"từ \"0%\" trở lên\"") { Bordered = true },
        [CellLook.TargetAtLeastFine] = new(Face.Regular, Centre, "\"từ \"0.00%\" trở lên\"") { Bordered = true },
        [CellLook.StrongText] = new(Face.Bold, Left) { Wraps = true, Bordered = true },
        [CellLook.StrongTextCentred] = new(Face.Bold, Centre) { Wraps = true, Bordered = true },
        [CellLook.StrongCount] = new(Face.Bold, Right, "#,##0") { Bordered = true },
        [CellLook.StrongPercent] = new(Face.Bold, Right, "0.00%") { Bordered = true },
        [CellLook.StrongPoints] = new(Face.Bold, Right, "+0.00;-0.00;0.00") { Bordered = true },
    };

    private static readonly string[] Formats = [.. Looks.Values.Select(look => look.Format).OfType<string>().Distinct()];

    private enum Face
    {
        Regular,
        Bold,
        Title,
        Italic,
        Small,
    }

    /// <summary>Index of a look among the cell formats: each is there twice, the second with the quote that keeps text text.</summary>
    public static uint Index(CellLook look, bool quoted) => ((uint)look * 2) + (quoted ? 1u : 0u);

    public static string? Format(CellLook look) => Looks[look].Format;

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(Formats.Select((format, at) => new NumberingFormat { NumberFormatId = FirstFormatId + (uint)at, FormatCode = format })),
        new Fonts(Font(12), Font(12, new Bold()), Font(14, new Bold()), Font(12, new Italic()), Font(10, new Italic())),
        Fills(),
        Borders(),
        new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }),
        new CellFormats(Looks.OrderBy(look => look.Key).SelectMany(look => new[] { CellFormat(look.Value, false), CellFormat(look.Value, true) })),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(double size, params OpenXmlElement[] emphasis) => new(
        [.. emphasis, new FontSize { Val = size }, new FontName { Val = FontName }, new FontFamilyNumbering { Val = 1 }]);

    /// <summary>The first two are prescribed by the format.</summary>
    private static Fills Fills() => new(
        new Fill(new PatternFill { PatternType = PatternValues.None }),
        new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
        new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = PatternValues.Solid }));

    private static Borders Borders() => new(
        new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
        new Border(
            new LeftBorder { Style = BorderStyleValues.Thin },
            new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin },
            new DiagonalBorder()));

    private static CellFormat CellFormat(Look look, bool quoted) => new(Alignment(look))
    {
        NumberFormatId = look.Format is null ? 0 : FirstFormatId + (uint)Array.IndexOf(Formats, look.Format),
        FontId = (uint)look.Face,
        FillId = look.Filled ? 2u : 0u,
        BorderId = look.Bordered ? 1u : 0u,
        FormatId = 0,
        QuotePrefix = quoted ? true : null,
        ApplyNumberFormat = look.Format is null ? null : true,
        ApplyFont = true,
        ApplyFill = look.Filled ? true : null,
        ApplyBorder = look.Bordered ? true : null,
        ApplyAlignment = true,
    };

    private static Alignment Alignment(Look look) => new()
    {
        Horizontal = look.Horizontal,
        Vertical = VerticalAlignmentValues.Center,
        WrapText = look.Wraps ? true : null,
        Indent = look.Bordered && look.Horizontal != Centre ? 1u : null,
    };

    private sealed record Look(Face Face, HorizontalAlignmentValues Horizontal, string? Format = null)
    {
        public bool Wraps { get; init; }

        public bool Bordered { get; init; }

        public bool Filled { get; init; }
    }
}
