using Membership.App.Audit;
using Membership.App.Database;
using Membership.App.Populations;
using Membership.App.Tests.Indicators;
using Membership.App.Tests.MemberImports;
using Membership.Domain.Audit;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Audit;

/// <summary>A log with entries of several kinds, and the ways to tamper with it that a stranger to the program has.</summary>
internal static class SomeLog
{
    public const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    public const string SenMoved = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0987654321,Khu vực 2,01/06/2018";

    /// <summary>An import of a new person, one that changes her, a correction of her, and a population figure.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var desk = new ImportDesk(await TestDatabase.CreateAsync());
        await desk.ImportAsync([Sen]);
        await desk.ImportAsync([SenMoved]);
        await CorrectAsync(desk.Database);
        await desk.Database.Send(new RecordPopulationFigure(TestRegister.CaiKhe, ImportDesk.AsOf, 1_000, "Công an phường"));
        return desk.Database;
    }

    /// <summary>What a correction does: the field, and its values before and after.</summary>
    public static Task<long> CorrectAsync(TestDatabase database) => database.With(async db =>
    {
        var person = await db.People.SingleAsync();
        db.Add(new PersonChange { PersonId = person.Id, Field = nameof(Person.FullName), Before = person.FullName, After = "Lê Thị Sen Hồng", Reason = "ghi thiếu tên", RecordedBy = "an", RecordedAt = default });
        person.FullName = "Lê Thị Sen Hồng";
        await db.SaveChangesAsync();
        return person.Id;
    });

    public static Task<AuditVerification> VerifyAsync(this TestDatabase database) => database.Send(new VerifyAudit());

    public static Task<List<AuditEntry>> EntriesAsync(this TestDatabase database) =>
        database.With(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync());

    /// <summary>Past the triggers, as who has the file can.</summary>
    public static async Task TamperAsync(this TestDatabase database, string sql, params (string Name, object? Value)[] values)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER IF EXISTS AuditEntries_AppendOnly_UPDATE; DROP TRIGGER IF EXISTS AuditEntries_AppendOnly_DELETE; PRAGMA foreign_keys = OFF; " + sql;
        foreach (var (name, value) in values)
            command.Parameters.Add(new SqliteParameter(name, value ?? DBNull.Value));
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Written with the next save.</summary>
    public static Task<int> NoteAsync(this TestDatabase database, AuditNote note) => database.InScope(async services =>
    {
        services.GetRequiredService<AuditTrail>().Note(note);
        return await services.GetRequiredService<MembershipDb>().SaveChangesAsync();
    });

    private static async Task<T> InScope<T>(this TestDatabase database, Func<IServiceProvider, Task<T>> use)
    {
        await using var scope = database.NewScope();
        return await use(scope.ServiceProvider);
    }
}
