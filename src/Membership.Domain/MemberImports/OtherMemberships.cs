using System.Text.Json;
using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>The organizations, beside the one whose list it is, of which a row says that the person is a member.</summary>
public sealed record OtherMemberships
{
    private OtherMemberships(string text) => Text = text;

    /// <summary>A JSON object in the order of codes: code of the organization, and the day of joining or null.</summary>
    public string Text { get; }

    public IEnumerable<OtherMembership> All => JsonSerializer.Deserialize<SortedDictionary<string, string?>>(Text)!
        .Select(entry => new OtherMembership(entry.Key, entry.Value is null ? null : PartialDate.Parse(entry.Value)));

    /// <summary>Null for none.</summary>
    public static OtherMemberships? Of(SortedDictionary<string, PartialDate?> sinceByCode) => sinceByCode.Count == 0
        ? null
        : new OtherMemberships(JsonSerializer.Serialize(sinceByCode.ToDictionary(entry => entry.Key, entry => entry.Value?.ToString())));

    /// <summary>Reads <see cref="Text"/>.</summary>
    public static OtherMemberships Parse(string text) => new(text);
}

/// <param name="Code">Of the organization.</param>
/// <param name="Since">When the person joined it; null where the list only ticks.</param>
public sealed record OtherMembership(string Code, PartialDate? Since);
