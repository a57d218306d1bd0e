namespace Membership.Web.Display;

/// <summary>A field whose value can only be one: it is said, not asked.</summary>
/// <param name="Id">Of the hidden field.</param>
/// <param name="Name">As the form sends it.</param>
public sealed record OnlyChoice(string Id, string Name, string Label, string Value, string Text);
