using Membership.App.Database;
using Membership.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Members;

internal static class RegisterVersion
{
    /// <summary>Belongs into the transaction of every write to people, residences or memberships, and of a count of all.</summary>
    public const string BumpSql = "INSERT INTO RegisterStates (Id, Version) VALUES (1, 1) ON CONFLICT (Id) DO UPDATE SET Version = Version + 1";

    /// <summary>0 while nothing was ever counted or written.</summary>
    public const string NowSql = "SELECT COALESCE(MAX(Version), 0) FROM main.RegisterStates";

    /// <summary>How often the register has been written to, or counted anew as a whole; 0 while it never was.</summary>
    public static async Task<long> RegisterVersionAsync(this MembershipDb db, CancellationToken cancellationToken) =>
        await db.RegisterStates.Where(state => state.Id == RegisterState.OnlyId).Select(state => state.Version).SingleOrDefaultAsync(cancellationToken);
}
