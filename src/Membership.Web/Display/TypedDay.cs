using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Membership.Web.Display;

/// <summary>A day as it was typed, also where it is none, so that a page can give it back.</summary>
public static class TypedDay
{
    /// <param name="key">Name of the field.</param>
    /// <returns>Null when nothing was typed.</returns>
    public static string? Of(HttpRequest request, string key)
    {
        var typed = request.HasFormContentType && request.Form.TryGetValue(key, out var sent) ? sent : request.Query[key];
        return string.IsNullOrWhiteSpace(typed) ? null : typed.ToString();
    }

    /// <summary>What is wrong with what was typed; null when it is a day, or nothing.</summary>
    public static string? ProblemOf(ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) && entry.Errors is [var error, ..] ? error.ErrorMessage : null;
}
