using System.Globalization;
using Membership.Domain.Members;

namespace Membership.App.Texts;

/// <summary>Dates as offices write them: dd/MM/yyyy, or MM/yyyy, or yyyy when that is all that is known.</summary>
public static class ShownDate
{
    public static string Of(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A moment kept in UTC, as the clock in Việt Nam showed it.</summary>
    public static string Moment(DateTime utc) => utc.Add(VietnamTime.Offset).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string? Of(PartialDate? date) => date is not { } known ? null : (known.Month, known.Day) switch
    {
        (null, _) => known.ToString(),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{month:00}/{known.Year}"),
        _ => Of(known.Earliest),
    };
}
