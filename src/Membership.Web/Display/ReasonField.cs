namespace Membership.Web.Display;

/// <summary>A text area of a form in which somebody says why, to whom or what: what _ReasonField shows.</summary>
public sealed record ReasonField(string Label, string Hint, string? Value, IReadOnlyDictionary<string, string> Problems, string Id = ReasonField.ReasonId)
{
    public const string ReasonId = "ly-do";

    public string? Problem => Problems.GetValueOrDefault(Id);
}
