using MediatR;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.App.Texts;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Members;

/// <summary>Sets one field back, after showing from what to what.</summary>
public sealed class RevertModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    [FromRoute(Name = "change")]
    public long ChangeId { get; set; }

    /// <summary>Null when she has no such change within the scope.</summary>
    public ShownPersonChange? Change => Person?.Changes.FirstOrDefault(change => change.Id == ChangeId);

    protected override Permission Needed => Permission.EditPeople;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var reverted = await TrySendAsync(new RevertChange(PersonId, ChangeId, Reason ?? ""), cancellationToken);
        return reverted is null ? await ShowAsync(cancellationToken) : BackToPerson($"Đã hoàn tác: {string.Join(", ", reverted.Changed.Select(PersonFieldText.Of))}.");
    }
}
