using CsvHelper;
using Membership.App.ReferenceData;

namespace Membership.App.PersonRequests;

/// <summary>The days off of data/public-holidays.csv, read when first asked for.</summary>
internal sealed class PublicHolidays(ReferenceFolder folder, TimeProvider clock)
{
    private readonly Lazy<IReadOnlySet<DateOnly>> _days = new(() =>
        ReferenceFileContent.Read(folder.FileOf("public-holidays.csv"), clock).Rows<HolidayRow>().Select(row => row.Day).ToHashSet());

    public IReadOnlySet<DateOnly> Days => _days.Value;
}

[CsvRecord]
internal sealed partial record HolidayRow(DateOnly Day, string Name);
