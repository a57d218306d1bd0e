using Membership.Domain;

namespace Membership.App.Keys;

/// <summary>Another program uses the data folder: it would go on sealing with the old key.</summary>
public sealed record KeysInUse : Refusal;
