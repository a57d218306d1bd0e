using System.Text.Json;
using System.Text.Json.Serialization;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Membership.App.Database;

/// <summary>Choices as JSON. What is not in it is as if nobody had been asked.</summary>
public sealed class ListChoicesConverter() : ValueConverter<ListChoices, string>(choices => Write(choices), json => Read(json))
{
    public static readonly ListChoicesConverter Instance = new();

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        PropertyNameCaseInsensitive = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    public static string Write(ListChoices choices) => JsonSerializer.Serialize(choices, Json);

    /// <summary>Throws <see cref="JsonException"/> for what is no JSON of choices.</summary>
    public static ListChoices Read(string json) => JsonSerializer.Deserialize<ListChoices>(json, Json) ?? ListChoices.None;
}
