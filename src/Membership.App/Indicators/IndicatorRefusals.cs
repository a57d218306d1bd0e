using Membership.Domain;

namespace Membership.App.Indicators;

/// <summary>No indicator that is counted has this code.</summary>
public sealed record IndicatorNotFound(string Code) : Refusal;
