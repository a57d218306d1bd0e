using MediatR;
using Membership.App.Pipeline;
using Membership.App.Retention;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Members;

/// <summary>Removes for good what identifies a person, after saying what goes and what stays.</summary>
public sealed class AnonymiseModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    protected override Permission Needed => Permission.AnswerPeople;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var done = await TrySendAsync(new AnonymisePerson(PersonId, Reason ?? ""), cancellationToken);
        return done is null ? await ShowAsync(cancellationToken) : BackToPerson("Đã ẩn danh.");
    }
}
