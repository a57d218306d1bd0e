using System.Globalization;
using System.Security;
using System.Text;

namespace Membership.Testing.Lists;

/// <summary>Lists in letters of fonts of before Unicode, as they stand in a workbook: bytes read as Latin-1.</summary>
internal static class LegacyLists
{
    private const int LegacyStyle = 2;

    private const string Tcvn3Letters = "áàảãạÂâấầẩẫậĂăắằẳẵặĐđéèẻẽẹÊêếềểễệíìỉĩịóòỏõọÔôốồổỗộƠơớờởỡợúùủũụƯưứừửữựýỳỷỹỵ";
    private const string Tcvn3 = "¸µ¶·¹¢©ÊÇÈÉË¡¨¾»¼½Æ§®ÐÌÎÏÑ£ªÕÒÓÔÖÝ×ØÜÞãßáâä¤«èåæçé¥¬íêëìîóïñòô¦\u00ADøõö÷ùýúûüþ";

    // Tones in the order huyền, hỏi, ngã, sắc, nặng, as marks behind a letter.
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";
    private const string VniPlain = "øûõùï";
    private const string VniBreve = "èúüéë";
    private const string VniCircumflex = "àåãáä";
    private const string High1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
    private const string VniI = "ìæóíò";

    private static readonly Dictionary<string, string> GivenWithoutCapitalTone = new() { ["Ánh"] = "Hồng", ["Ước"] = "Lượng" };

    public static IEnumerable<RealList> All() =>
    [
        List("letters-of-tcvn3-with-font", ".VnTime", ToTcvn3),
        List("letters-of-tcvn3-without-font", null, ToTcvn3),
        List("letters-of-vni-with-font", "VNI-Times", ToVni),
        List("letters-of-vni-without-font", null, ToVni),
        List("capitals-of-tcvn3-by-font", ".VnTimeH", text => ToTcvn3(text.ToLower(CultureInfo.GetCultureInfo("vi-VN")))) is var capitals
            ? capitals with { Repairs = [("LegacyTextConverted", 6), ("NameInCapitals", 6)] } : capitals,
        List("letters-of-tcvn3-corrected-in-unicode", ".VnTime", ToTcvn3, isCorrected: true),
        new ListDraft("heading-of-tcvn3-over-unicode") { Heading = [[.. ListDraft.PlainHeading.Select(text => (object?)ToTcvn3((string)text!))]] }.ToWorkbook(),
        new ListDraft("heading-of-vni-over-unicode")
        {
            Heading = [["STT", "HOÏ VAØ TEÂN", "NAÊM SINH", "GIÔÙI TÍNH", "SOÁ CCCD"]],
        }.ToWorkbook(),
        new ListDraft("utf8-read-as-windows-1252")
        {
            Heading = [[.. ListDraft.PlainHeading, "Chi hội"]],
            Row = (person, number) => [number, Doubled(person.Name), person.Day, person.SexWord, person.CitizenId, Doubled("Khu vực Bình Hòa")],
            Expected = (expected, _) => expected with { Branch = "Khu vực Bình Hòa" },
            Repairs = [("LegacyTextConverted", 6)],
        }.ToWorkbook(),
    ];

    /// <param name="isCorrected">Given names of every other person were typed anew, in Unicode and its font.</param>
    private static RealList List(string name, string? font, Func<string, string> written, bool isCorrected = false) => new ListDraft(name)
    {
        Heading = [[.. ListDraft.PlainHeading.Select(text => Cell(written((string)text!), font))]],
        Row = (person, number) => [number, isCorrected && number % 2 == 0 ? Corrected(person, written) : Cell(written(NameOf(person)), font), person.Day, Cell(written(person.SexWord), font), person.CitizenId],
        Expected = (expected, person) => expected with { Name = NameOf(person) },
        Repairs = [("LegacyTextConverted", 6)],
    }.ToWorkbook(builder => font is null ? builder : builder.Change(WorkbookBuilder.StylesPart, styles => styles
        .Replace("<fonts count=\"1\"><font/></fonts>", $"<fonts count=\"2\"><font/><font><name val=\"{font}\"/></font></fonts>", StringComparison.Ordinal)
        .Replace("</cellXfs>", "<xf numFmtId=\"0\" fontId=\"1\" applyFont=\"1\"/></cellXfs>", StringComparison.Ordinal)));

    // TCVN3 has no capital with a tone but by the font.
    private static string NameOf(Invented person) => $"{person.Family} {GivenWithoutCapitalTone.GetValueOrDefault(person.Given, person.Given)}";

    private static object Cell(string text, string? font) => font is null
        ? text
        : new RawCell($"s=\"{LegacyStyle}\" t=\"inlineStr\"", $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is>");

    // The first run has the font of the cell, as Excel writes it.
    private static RawCell Corrected(Invented person, Func<string, string> written) => new(
        $"s=\"{LegacyStyle}\" t=\"inlineStr\"",
        $"<is><r><t xml:space=\"preserve\">{written(person.Family)} </t></r><r><rPr><rFont val=\"Times New Roman\"/></rPr><t>{NameOf(person).Split(' ')[^1]}</t></r></is>");

    private static string Doubled(string text) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(value => value is >= 0x80 and < 0xA0 ? High1252[value - 0x80] : (char)value));

    private static string ToTcvn3(string text) =>
        string.Concat(text.Select(letter => Tcvn3Letters.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Tcvn3[at] : letter));

    private static string ToVni(string text) => string.Concat(text.Select(letter =>
        char.IsUpper(letter) ? Vni(char.ToLowerInvariant(letter)).ToUpperInvariant() : Vni(letter)));

    private static string Vni(char letter)
    {
        if (letter == 'đ')
            return "ñ";

        var marks = letter.ToString().Normalize(NormalizationForm.FormD);
        var tone = marks.Skip(1).Select(mark => Tones.IndexOf(mark, StringComparison.Ordinal)).DefaultIfEmpty(-1).Max();
        var shape = marks.Skip(1).FirstOrDefault(mark => !Tones.Contains(mark, StringComparison.Ordinal));
        return (marks[0], shape) switch
        {
            ('i', _) when tone >= 0 => VniI[tone].ToString(),
            ('y', _) when tone == Tones.Length - 1 => "î",
            ('o', '\u031B') => "ô" + Mark(tone, VniPlain, ""),
            ('u', '\u031B') => "ö" + Mark(tone, VniPlain, ""),
            (_, '\u0306') => marks[0] + Mark(tone, VniBreve, "ê"),
            (_, '\u0302') => marks[0] + Mark(tone, VniCircumflex, "â"),
            _ => marks[0] + Mark(tone, VniPlain, ""),
        };
    }

    private static string Mark(int tone, string marks, string none) => tone < 0 ? none : marks[tone].ToString();
}
