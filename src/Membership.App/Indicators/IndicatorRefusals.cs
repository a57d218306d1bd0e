using Membership.App.Texts;
using Membership.Domain;

namespace Membership.App.Indicators;

/// <summary>No indicator that is counted has this code.</summary>
public sealed record IndicatorNotFound(string Code) : Refusal;

/// <summary>Nothing is known yet of a day that has not come.</summary>
public sealed record DayIsInTheFuture(DateOnly AsOf, DateOnly Today) : Refusal
{
    /// <summary>Null for today and all days before.</summary>
    public static DayIsInTheFuture? Of(DateOnly asOf, TimeProvider clock) => VietnamTime.Today(clock) is var today && asOf > today ? new(asOf, today) : null;
}
