using Membership.Domain;

namespace Membership.App.Populations;

/// <summary>A figure in age is kept for communes; what lies above them is their sum.</summary>
public sealed record PopulationIsKeptPerCommune(string LocalityName) : Refusal;
