using Membership.App.Pipeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Membership.App.Database;

/// <summary>For <c>dotnet ef migrations add</c> only: it saves nothing.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<MembershipDb>
{
    public MembershipDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<MembershipDb>().UseSqlite("Data Source=:memory:").Options, new ScopeInForce(), audit: null!);
}
