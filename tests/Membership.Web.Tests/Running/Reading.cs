using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Membership.Web.Tests.Running;

/// <summary>Finds things on a page by the words a user sees.</summary>
internal static class Reading
{
    public static string Words(this INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The value beside a term: &lt;dt&gt; and &lt;dd&gt;, without the hint below it.</summary>
    public static string Fact(this IParentNode page, string term)
    {
        var value = (IElement)page.QuerySelectorAll("dt").Single(dt => dt.Words() == term).NextElementSibling!.Clone();
        foreach (var hint in value.QuerySelectorAll(".hint").ToList())
            hint.Remove();
        return value.Words();
    }

    /// <summary>The cell of a table where a row and a column meet, both by their heading.</summary>
    public static IElement Cell(this IParentNode page, string row, string column)
    {
        var line = page.QuerySelectorAll("tbody tr").Single(tr => tr.Children[0].Words() == row);
        var headings = line.Closest("table")!.QuerySelectorAll("thead th").Select(th => th.Words()).ToList();
        Assert.Contains(column, headings);
        return line.Children[headings.IndexOf(column)];
    }

    public static IElement Control(this IParentNode page, string label)
    {
        var caption = page.QuerySelectorAll("label").Single(element => element.Words() == label);
        return caption.Owner!.GetElementById(caption.GetAttribute("for")!)!;
    }

    /// <summary>The form that the button with these words sends.</summary>
    public static IHtmlFormElement Button(this IParentNode page, string words) =>
        (IHtmlFormElement)page.QuerySelectorAll("form button").Single(button => button.Words() == words).Closest("form")!;

    public static void Fill(this IHtmlFormElement form, string label, string value)
    {
        switch (form.Control(label))
        {
            case IHtmlSelectElement select:
                select.Value = select.Options.Single(option => option.Text.Trim() == value || option.Value == value).Value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case var other:
                throw new InvalidOperationException($"Cannot fill {other.LocalName}");
        }
    }

    public static IEnumerable<KeyValuePair<string, string>> Entries(this IHtmlFormElement form) =>
        form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } && element is not IHtmlInputElement { Type: "checkbox", IsChecked: false }).Select(element => KeyValuePair.Create(
            element.GetAttribute("name")!,
            element switch { IHtmlInputElement input => input.Value, IHtmlSelectElement select => select.Value ?? "", IHtmlTextAreaElement area => area.Value, _ => "" }));
}
