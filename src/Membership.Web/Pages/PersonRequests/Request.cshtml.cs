using MediatR;
using Membership.App.PersonRequests;
using Membership.Domain;
using Membership.Domain.PersonRequests;
using Membership.Web.Display;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Membership.Web.Pages.PersonRequests;

/// <summary>One request, and what can be done next with it.</summary>
public sealed class RequestModel(IMediator mediator) : PageModel
{
    public const string AnswerKey = "ket-qua";
    public const string StepKey = "buoc";
    public const string Acknowledge = "xac-nhan";
    public const string Extend = "gia-han";
    public const string Answer = "tra-loi";

    [FromRoute(Name = "id")]
    public long RequestId { get; set; }

    /// <summary>Which of the page's three forms was sent.</summary>
    [FromForm(Name = StepKey)]
    public string? Step { get; set; }

    [FromForm(Name = ReasonField.ReasonId)]
    public string? Reason { get; set; }

    [FromForm(Name = AnswerKey)]
    public string? AnswerText { get; set; }

    /// <summary>What the last page did, shown once after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Null when there is none within the scope.</summary>
    public PersonRequestRow? Row { get; private set; }

    /// <summary>Problems by the id of the field.</summary>
    public Dictionary<string, string> Problems { get; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Row = (await mediator.Send(new ListPersonRequests(), cancellationToken)).FirstOrDefault(row => row.Request.Id == RequestId);
        return Row is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Asked() is not { } asked)
            return BadRequest();
        if (await mediator.TrySendAsync(asked.Request, Problems, FieldOf, cancellationToken) is null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync(cancellationToken);
        }

        Done = asked.Done;
        return Redirect(PersonRequestLinks.Of(RequestId));
    }

    private (IRequest<Outcome<PersonRequest>> Request, string Done)? Asked() => Step switch
    {
        Acknowledge => (new AcknowledgePersonRequest(RequestId), "Đã ghi là đã xác nhận với người đó."),
        Extend => (new ExtendPersonRequest(RequestId, Reason ?? ""), "Đã gia hạn. Hãy báo cho người đó biết lý do."),
        Answer => (new AnswerPersonRequest(RequestId, AnswerText ?? ""), "Đã ghi kết quả giải quyết."),
        _ => null,
    };

    private static string FieldOf(string property) => property == nameof(AnswerPersonRequest.Answer) ? AnswerKey : ReasonField.ReasonId;
}
