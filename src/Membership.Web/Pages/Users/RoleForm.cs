using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Users;
using Membership.Domain;
using Membership.Web.Display;
using Membership.Web.Pages.Account;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Membership.Web.Pages.Users;

/// <summary>The fields of a role to be given, as typed.</summary>
public sealed class RoleForm
{
    [FromForm(Name = "vai-tro")]
    public string? Role { get; set; }

    [FromForm(Name = "dia-phuong")]
    public string? LocalityCode { get; set; }

    [FromForm(Name = "to-chuc")]
    public string? OrganizationCode { get; set; }

    [FromForm(Name = "tu-ngay")]
    public DateOnly? From { get; set; }

    [FromForm(Name = "den-het-ngay")]
    public DateOnly? LastDay { get; set; }

    /// <summary>Null when no role was chosen.</summary>
    public GivenRole? Read() => RoleSlug.Find(Role) is { } role ? new GivenRole(role, LocalityCode, OrganizationCode, From, LastDay) : null;

    /// <summary>The field that a refusal is about; null when it is about none of these.</summary>
    public static string? FieldOf(Refusal refusal) => refusal switch
    {
        GrantEndsBeforeItBegins => "den-het-ngay",
        LocalityNotFound or BeyondYourScope => "dia-phuong",
        OrganizationNotFound => "to-chuc",
        GrantedAlready => "vai-tro",
        _ => null,
    };

    /// <summary>What can be told without asking: a day that is none, or no role.</summary>
    public static FormProblem? ProblemOf(ModelStateDictionary state, RoleForm form, string heading)
    {
        var wrong = state.FirstOrDefault(entry => entry.Value!.Errors.Count > 0);
        if (wrong.Value is not null)
            return new FormProblem(heading, wrong.Key, wrong.Value.Errors[0].ErrorMessage);

        return form.Read() is null ? new FormProblem(heading, "vai-tro", "Hãy chọn vai trò.") : null;
    }
}

/// <summary>The fields with what there is to choose from.</summary>
public sealed record RoleChoices(RoleForm Form, IReadOnlyList<LocalityOption> Localities, IReadOnlyList<OrganizationOption> Organizations, FormProblem? Problem)
{
    public string? Invalid(string field) => ProblemOf(field) is null ? null : "true";

    public string? ProblemOf(string field) => Problem?.Field == field ? Problem.Text : null;

    /// <summary>What was typed, also where it is no day; nothing on a form that was taken.</summary>
    /// <param name="day">What was read of it.</param>
    public string? ShownDay(HttpRequest request, string field, DateOnly? day) => day is { } read ? Vietnamese.Date(read) : Problem is null ? null : TypedDay.Of(request, field);
}
