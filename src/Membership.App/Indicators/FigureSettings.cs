namespace Membership.App.Indicators;

/// <summary>Configuration section "Figures".</summary>
/// <param name="SmallestCell">The smallest count shown to somebody who may see no people; 1 withholds nothing.</param>
public sealed record FigureSettings(int SmallestCell = 5);
