using System.Globalization;
using System.Xml.Linq;

namespace Membership.App.Spreadsheets.Marking;

/// <summary>
/// The style sheet of a workbook that is being marked: a marked cell gets a copy of its own style with another fill, so that font,
/// borders and number format stay.
/// </summary>
internal sealed class MarkedStyles
{
    // One step beside Excel's own colours for bad and neutral cells, so that ours are known again.
    private static readonly Dictionary<MarkTone, string> Colours =
        new() { [MarkTone.Problem] = "FFFFC7CD", [MarkTone.Doubt] = "FFFFEB9B", [MarkTone.Edited] = "FFDDEBF6" };

    private readonly XElement _fills;
    private readonly XElement _styles;
    private readonly XNamespace _main;
    private readonly List<XElement> _all;
    private readonly Dictionary<MarkTone, int> _fillByTone = [];
    private readonly Dictionary<(int Style, MarkTone? Tone), int> _made = [];

    private MarkedStyles(XElement root, XElement fills, XElement styles) =>
        (_main, _fills, _styles, _all) = (root.Name.Namespace, fills, styles, [.. styles.Elements()]);

    /// <summary>Null when the style sheet lacks what every program writes.</summary>
    public static MarkedStyles? Of(XDocument document)
    {
        var root = document.Root!;
        var fills = root.Element(root.Name.Namespace + "fills");
        var styles = root.Element(root.Name.Namespace + "cellXfs");
        return fills is null || styles?.HasElements != true ? null : new MarkedStyles(root, fills, styles);
    }

    /// <summary>The style of a marked cell that had this one.</summary>
    public int Marked(int style, MarkTone tone) => Made(style, tone, () => FillOf(tone));

    /// <summary>The style that a cell marked before goes back to: without a fill.</summary>
    public int Unmarked(int style) => IsMarked(style) ? Made(style, null, () => 0) : style;

    private bool IsMarked(int style)
    {
        var fill = style < _all.Count ? Number(_all[style].Attribute("fillId")) : 0;
        return _fills.Elements().ElementAtOrDefault(fill)?.Descendants(_main + "fgColor").FirstOrDefault()?.Attribute("rgb")?.Value is { } colour
            && Colours.ContainsValue(colour);
    }

    private int Made(int style, MarkTone? tone, Func<int> fill)
    {
        if (_made.TryGetValue((style, tone), out var made))
            return made;

        var copy = new XElement(_all[style < _all.Count ? style : 0]);
        copy.SetAttributeValue("fillId", fill());
        copy.SetAttributeValue("applyFill", 1);
        _styles.Add(copy);
        _all.Add(copy);
        _styles.SetAttributeValue("count", _all.Count);
        return _made[(style, tone)] = _all.Count - 1;
    }

    private int FillOf(MarkTone tone)
    {
        if (_fillByTone.TryGetValue(tone, out var fill))
            return fill;

        _fills.Add(new XElement(_main + "fill", new XElement(
            _main + "patternFill",
            new XAttribute("patternType", "solid"),
            new XElement(_main + "fgColor", new XAttribute("rgb", Colours[tone])),
            new XElement(_main + "bgColor", new XAttribute("indexed", 64)))));
        fill = _fills.Elements().Count() - 1;
        _fills.SetAttributeValue("count", fill + 1);
        return _fillByTone[tone] = fill;
    }

    private static int Number(XAttribute? attribute) =>
        int.TryParse(attribute?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
