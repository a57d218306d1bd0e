using CsvHelper;
using Membership.App.ReferenceData;
using Membership.Domain.Retention;

namespace Membership.App.Retention;

/// <summary>The rules of data/retention-rules.csv, read when first asked for.</summary>
internal sealed class RetentionRules(ReferenceFolder folder, TimeProvider clock)
{
    private readonly Lazy<IReadOnlyList<RetentionRule>> _all = new(() => ReferenceFileContent.Read(folder.FileOf("retention-rules.csv"), clock)
        .Rows<RetentionRow>().Select(row => new RetentionRule(row.Status, row.Years, row.Description, row.Source)).ToList());

    public IReadOnlyList<RetentionRule> All => _all.Value;
}

[CsvRecord]
internal sealed partial record RetentionRow(RetentionStatus Status, int Years, string Description, string Source);
