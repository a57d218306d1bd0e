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

    private static readonly JsonSerializerOptions Typed = new(Json) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true };

    public static string Write(ListChoices choices) => JsonSerializer.Serialize(choices, Json);

    /// <summary>Throws <see cref="JsonException"/> for what is no JSON of choices.</summary>
    public static ListChoices Read(string json) => JsonSerializer.Deserialize<ListChoices>(json, Json) ?? ListChoices.None;

    /// <summary>The same of what somebody typed: a property that choices do not have, or one that is null, is no JSON of choices either.</summary>
    public static ListChoices ReadTyped(string json) => JsonSerializer.Deserialize<ListChoices>(json, Typed) ?? throw new JsonException("No choices");
}
