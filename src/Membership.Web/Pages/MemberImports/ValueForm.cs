using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.Web.Pages.MemberImports;

/// <summary>What one written value of a list means, as the officer says.</summary>
public sealed class ValueForm
{
    /// <summary>Chosen for a value that says nothing: what a form sends as "" would be no answer.</summary>
    public const string Nothing = "-";

    /// <summary><see cref="ListChoices.ValueKey"/>.</summary>
    public string Key { get; set; } = "";

    /// <summary>As written; as it is compared where that was not kept with the answer.</summary>
    public string Text { get; set; } = "";

    public MemberField Field { get; set; }

    /// <summary>0 when not counted.</summary>
    public int Rows { get; set; }

    /// <summary>Null while not answered.</summary>
    public string? Meaning { get; set; }

    public string Label => $"{MemberFieldText.Of(Field)} “{Text}”";

    /// <summary>What was answered before.</summary>
    public static IEnumerable<ValueForm> Answered(ListChoices choices) =>
        choices.Values.Select(value => Answered(value.Key, value.Value, choices.WrittenValues?.GetValueOrDefault(value.Key)));

    private static ValueForm Answered(string key, string meaning, string? written)
    {
        var parts = key.Split('|', 2);
        return new ValueForm
        {
            Key = key,
            Text = written ?? parts[^1],
            Field = Enum.TryParse<MemberField>(parts[0], out var field) ? field : MemberField.Note,
            Meaning = meaning.Length == 0 ? Nothing : meaning,
        };
    }
}
