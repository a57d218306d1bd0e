using Membership.Domain;

namespace Membership.App.Statistics;

/// <summary>The year has not begun, or lies before any register.</summary>
public sealed record NoStatisticsOfYear(int Year, int FirstYear, int LastYear) : Refusal;
