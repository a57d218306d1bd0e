using MediatR;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Members;

/// <summary>Sets a restriction, or lifts the one there is.</summary>
public sealed class RestrictModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    /// <summary>Says which of both the form was for: the state may have changed since it was shown.</summary>
    [FromForm(Name = "go")]
    public bool IsToBeLifted { get; set; }

    protected override Permission Needed => Permission.AnswerPeople;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var done = IsToBeLifted
            ? await TrySendAsync(new LiftRestriction(PersonId, Reason ?? ""), cancellationToken)
            : await TrySendAsync(new RestrictPerson(PersonId, Reason ?? ""), cancellationToken);
        if (done is null)
            return await ShowAsync(cancellationToken);

        return BackToPerson(IsToBeLifted ? "Đã gỡ hạn chế xử lý." : "Đã hạn chế xử lý dữ liệu của người này.");
    }
}
