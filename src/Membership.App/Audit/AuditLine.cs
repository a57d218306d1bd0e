using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.Texts;
using Membership.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Audit;

/// <summary>An entry with what its ids and details mean.</summary>
/// <param name="Place">Commune and organization; empty where it belongs to none.</param>
/// <param name="Details">Vietnamese, one thing each.</param>
public sealed record AuditLine(AuditEntry Entry, string Place, IReadOnlyList<string> Details);

/// <summary>Puts entries into words, with the names that places had at the time.</summary>
internal sealed class AuditLineReading
{
    private readonly LocalityDirectory _localities;
    private readonly Dictionary<long, string> _organizations;

    private AuditLineReading(LocalityDirectory localities, Dictionary<long, string> organizations) =>
        (_localities, _organizations) = (localities, organizations);

    public static async Task<AuditLineReading> BeginAsync(MembershipDb db, LocalityDirectory localities, CancellationToken cancellationToken) =>
        new(localities, await db.Organizations.ToDictionaryAsync(one => one.Id, one => one.ShortName, cancellationToken));

    public AuditLine LineOf(AuditEntry entry)
    {
        var day = DateOnly.FromDateTime(entry.At.Add(VietnamTime.Offset));
        var names = new AuditNames(id => LocalityOf(id, day), id => _organizations.GetValueOrDefault(id));
        string?[] place =
        [
            entry.LocalityId is { } locality ? names.Locality(locality) : null,
            entry.OrganizationId is { } organization ? names.Organization(organization) : null,
        ];
        return new AuditLine(entry, string.Join(", ", place.OfType<string>()), AuditText.Details(entry.Details, names));
    }

    /// <summary>A list may be of a commune that was no more when it was taken in.</summary>
    private string? LocalityOf(long id, DateOnly day)
    {
        if (!_localities.Everywhere.Contains(id))
            return null;

        var last = _localities.EndOf(id) is { } end && end <= day ? end.AddDays(-1) : day;
        return _localities.FactOf(id, last)?.Name;
    }
}
