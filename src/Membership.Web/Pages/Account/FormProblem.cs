namespace Membership.Web.Pages.Account;

/// <summary>Why a form was not taken, shown above it by _Problem.</summary>
/// <param name="Field">The id of the field to go to; null when no field is wrong.</param>
public sealed record FormProblem(string Heading, string? Field, string Text);
