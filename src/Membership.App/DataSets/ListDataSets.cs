using CsvHelper;
using MediatR;
using Membership.App.Pipeline;
using Membership.App.ReferenceData;
using Membership.App.Retention;
using Membership.Domain.Retention;
using Membership.Domain.Users;

namespace Membership.App.DataSets;

/// <summary>The register of data sets: what is kept of whom, why, on which ground, how long, and who answers for it.</summary>
[Requires(Permission.SeeFigures)]
[ConcernsNothing("says what the installation keeps, of nobody in particular")]
public sealed record ListDataSets : IRequest<DataSetRegister>;

public sealed record DataSetRegister(IReadOnlyList<DataSet> Sets, IReadOnlyList<RetentionRule> Rules);

/// <param name="Sensitive">Whether it is sensitive, and under which rule.</param>
public sealed record DataSet(string Name, string Purpose, string LegalBasis, string Fields, string Sensitive, string Retention, string Responsible);

internal sealed class ListDataSetsHandler(ReferenceFolder folder, RetentionRules rules, TimeProvider clock) : IRequestHandler<ListDataSets, DataSetRegister>
{
    public Task<DataSetRegister> Handle(ListDataSets request, CancellationToken cancellationToken)
    {
        var rows = ReferenceFileContent.Read(folder.FileOf("data-sets.csv"), clock).Rows<DataSetRow>();
        return Task.FromResult(new DataSetRegister(
            rows.Select(row => new DataSet(row.Name, row.Purpose, row.LegalBasis, row.Fields, row.Sensitive, row.Retention, row.Responsible)).ToList(), rules.All));
    }
}

[CsvRecord]
internal sealed partial record DataSetRow(string Name, string Purpose, string LegalBasis, string Fields, string Sensitive, string Retention, string Responsible);
