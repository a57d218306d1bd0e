using MediatR;
using Membership.App.Audit;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Audit;
using Membership.Domain.Users;

namespace Membership.App.Samples;

/// <summary>Fills an empty register with the sample.</summary>
[Requires(Permission.Administer)]
[ConcernsNothing("fills an empty folder")]
public sealed record FillDemo(IProgress<DemoProgress>? Progress = null) : IRequest<Outcome<DemoSummary>>;

internal sealed class FillDemoHandler(DemoFill demo, AuditTrail trail) : IRequestHandler<FillDemo, Outcome<DemoSummary>>
{
    public async Task<Outcome<DemoSummary>> Handle(FillDemo request, CancellationToken cancellationToken)
    {
        var filled = await demo.FillAsync(request.Progress, cancellationToken);
        if (!filled.IsRefused)
            trail.Note(new AuditNote(AuditKind.Created) { Details = new Dictionary<string, object?> { ["what"] = nameof(FillDemo), ["people"] = filled.Value.People } });
        return filled;
    }
}
