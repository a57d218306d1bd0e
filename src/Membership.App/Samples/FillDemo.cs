using MediatR;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Users;

namespace Membership.App.Samples;

/// <summary>Fills an empty register with the sample.</summary>
[Requires(Permission.Administer)]
[ConcernsNothing("fills an empty folder")]
public sealed record FillDemo(IProgress<DemoProgress>? Progress = null) : IRequest<Outcome<DemoSummary>>;

internal sealed class FillDemoHandler(DemoFill demo) : IRequestHandler<FillDemo, Outcome<DemoSummary>>
{
    public Task<Outcome<DemoSummary>> Handle(FillDemo request, CancellationToken cancellationToken) =>
        demo.FillAsync(request.Progress, cancellationToken);
}
