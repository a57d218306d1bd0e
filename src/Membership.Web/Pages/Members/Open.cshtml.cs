using MediatR;
using Membership.App.Members;
using Membership.App.Pipeline;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace Membership.Web.Pages.Members;

/// <summary>Shows one sealed field, in the answer to a post only: its address holds nothing of it.</summary>
public sealed class OpenModel(IMediator mediator, Actor actor) : PersonFormModel(mediator, actor)
{
    public const string FieldKey = "thong-tin";

    [FromForm(Name = FieldKey)]
    public PersonField? Field { get; set; }

    public OpenedField? Opened { get; private set; }

    protected override Permission Needed => Permission.SeeSensitive;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Opened = await TrySendAsync(new OpenSensitive(PersonId, Field.GetValueOrDefault(), Reason ?? ""), cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    protected override string FieldOf(string property) => property == nameof(OpenSensitive.Field) ? FieldKey : base.FieldOf(property);
}
