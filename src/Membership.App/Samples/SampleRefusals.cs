using Membership.Domain;

namespace Membership.App.Samples;

/// <summary>The sample only goes into an empty register, so that invented people never stand among real ones.</summary>
public sealed record RegisterNotEmpty(long People) : Refusal;
