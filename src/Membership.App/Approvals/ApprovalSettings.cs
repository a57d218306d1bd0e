namespace Membership.App.Approvals;

/// <summary>Configuration section "Approvals".</summary>
/// <param name="TwoPersons">Large steps need a second person; false lets one person do everything.</param>
/// <param name="ImportRows">Lists of more rows than this are large.</param>
public sealed record ApprovalSettings(bool TwoPersons = true, int ImportRows = 20_000);
