namespace Membership.App.Indicators;

/// <summary>Configuration section "Figures": what is shown to somebody who may see no people.</summary>
/// <param name="SmallestCell">The smallest count that is shown; 1 withholds nothing.</param>
/// <param name="SmallestDailyUnit">A place with fewer people in its numerator is shown at the end of a month only: who compares one day with
/// the next would see each single person come and go. 1 shows every day.</param>
public sealed record FigureSettings(int SmallestCell = 5, int SmallestDailyUnit = 100);
