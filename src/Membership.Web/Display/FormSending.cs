using FluentValidation;
using MediatR;
using Membership.App.Approvals;
using Membership.App.Forms;
using Membership.App.Texts;
using Membership.Domain;

namespace Membership.Web.Display;

/// <summary>Sends what a form asks for, and keeps what is wrong with it for the page.</summary>
public static class FormSending
{
    /// <summary>Stands for the form as a whole where a problem is of no single field.</summary>
    public const string WholeForm = "bieu-mau";

    /// <summary>Stands for a proposal that was sent to a second person: nothing is wrong, and the page says so in its own words.</summary>
    public const string Sent = "da-gui";

    /// <summary>Answers with nothing when there are <paramref name="problems"/>, by the id of the field.</summary>
    /// <param name="idOf">The id of the field that gives a property of the request.</param>
    /// <param name="ask">Takes what the sender has to choose between; null: a form that cannot ask says it in a sentence.</param>
    public static async Task<T?> TrySendAsync<T>(
        this IMediator mediator, IRequest<Outcome<T>> request, Dictionary<string, string> problems, Func<string, string> idOf, CancellationToken cancellationToken,
        Action<ChangedMeanwhile>? ask = null)
        where T : class
    {
        try
        {
            var outcome = await mediator.Send(request, cancellationToken);
            if (!outcome.IsRefused)
                return outcome.Value;

            if (ask is not null && outcome.Refusal is ChangedMeanwhile changed)
                Ask(changed, problems, ask);
            else
                problems[outcome.Refusal is NeedsSecondPerson ? Sent : WholeForm] = RefusalText.Of(outcome.Refusal!);
        }
        catch (ValidationException refused)
        {
            foreach (var failure in refused.Errors)
                problems[idOf(failure.PropertyName)] = failure.ErrorMessage;
        }

        return null;
    }

    private static void Ask(ChangedMeanwhile changed, Dictionary<string, string> problems, Action<ChangedMeanwhile> ask)
    {
        ask(changed);
        foreach (var field in changed.Both)
            problems[FormVersion.ChoiceId(field.Field)] = $"{MeanwhileText.Of(field)}, bạn ghi khác. Chưa ghi gì. Hãy chọn giá trị đúng.";
    }
}
