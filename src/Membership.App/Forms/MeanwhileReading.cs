using System.Globalization;
using Membership.App.Database;
using Membership.Domain.Audit;
using Membership.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Forms;

/// <summary>Who changed what a form is about since it was opened, as the log has it.</summary>
internal sealed class MeanwhileReading(MembershipDb db)
{
    private static readonly AuditKind[] Writing = [AuditKind.Created, AuditKind.Changed, AuditKind.Removed];

    /// <summary>The latest; nothing when the log has none.</summary>
    /// <param name="row">Of a list; null: whatever was changed.</param>
    public async Task<(string? By, DateTime? At)> LatestAsync(
        OpenedForm opened, string subject, IReadOnlyCollection<long> ids, int? row, CancellationToken cancellationToken)
    {
        // The subject is in scope already; the log of users is otherwise for auditors only.
        var entries = db.AuditEntries.IgnoreQueryFilters().AsNoTracking()
            .Where(entry => entry.Subject == subject && ids.Contains(entry.SubjectId!.Value) && entry.At >= opened.At && Writing.Contains(entry.Kind));
        if (row is { } key)
        {
            var (inside, last) = (string.Create(CultureInfo.InvariantCulture, $"\"row\":{key},"), string.Create(CultureInfo.InvariantCulture, $"\"row\":{key}}}"));
            entries = entries.Where(entry => entry.Details!.Contains(inside) || entry.Details.Contains(last));
        }

        var latest = await entries.OrderByDescending(entry => entry.Id).Select(entry => new { entry.UserName, entry.At }).FirstOrDefaultAsync(cancellationToken);
        return (latest?.UserName, latest?.At);
    }
}
