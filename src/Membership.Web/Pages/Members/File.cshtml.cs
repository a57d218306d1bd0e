using MediatR;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Statistics;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Members;

/// <summary>Gives a person's file, to be handed to herself. Only a post gives it, because it is written to the log.</summary>
public sealed class FileModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    protected override Permission Needed => Permission.AnswerPeople;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await TrySendAsync(new ExportPerson(PersonId), cancellationToken) is { } exported
            ? File(exported.Content, ExportedWorkbook.ContentType, exported.FileName)
            : await ShowAsync(cancellationToken);
}
