using Membership.App.Database;
using Membership.App.Localities;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.ReferenceData;

/// <summary>Makes the database of a data folder ready for use; call once before anything else is asked of it.</summary>
public sealed class DatabasePreparation(MembershipDb db, ReferenceLoader loader, LocalityDirectory localities)
{
    /// <summary>Creates or migrates the database and takes in what is new in data/.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await db.Database.MigrateAsync(cancellationToken);
        await loader.LoadAsync(cancellationToken);
        localities.Reload();
    }
}
