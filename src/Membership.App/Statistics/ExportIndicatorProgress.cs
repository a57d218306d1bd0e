using MediatR;
using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Indicators;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;

namespace Membership.App.Statistics;

/// <summary>What the dashboard shows for this query, as a workbook.</summary>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("asks GetIndicatorProgress, which is held against the scope")]
public sealed record ExportIndicatorProgress(GetIndicatorProgress Query) : IRequest<Outcome<ExportedWorkbook>>;

internal sealed class ExportIndicatorProgressHandler(IMediator mediator, MembershipDb db, AuditTrail trail)
    : IRequestHandler<ExportIndicatorProgress, Outcome<ExportedWorkbook>>
{
    public async Task<Outcome<ExportedWorkbook>> Handle(ExportIndicatorProgress request, CancellationToken cancellationToken)
    {
        var found = await mediator.Send(request.Query, cancellationToken);
        if (found.Refusal is { } refusal)
            return refusal;

        var progress = found.Value;
        var sentence = await DefinitionReading.SentenceAsync(db, progress, cancellationToken);
        using var content = new MemoryStream();
        IndicatorWorkbook.Write(progress, sentence, content);
        trail.Note(new AuditNote(AuditKind.Exported)
        {
            LocalityId = progress.Whole.Locality.Id,
            OrganizationId = progress.Organization?.Id,
            Details = new Dictionary<string, object?> { ["what"] = nameof(ExportIndicatorProgress), ["asOf"] = progress.AsOf },
        });
        return new ExportedWorkbook(FileName(progress), content.ToArray());
    }

    private static string FileName(IndicatorProgress progress)
    {
        var organization = progress.Organization is { } only ? "_" + only.Code : "";
        return FormattableString.Invariant($"ty-le-tham-gia_{progress.Whole.Locality.Code}{organization}_{progress.AsOf:yyyy-MM-dd}.xlsx");
    }
}
