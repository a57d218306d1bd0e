using Membership.App.Database;
using Membership.App.ReferenceData;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Keys;

/// <summary>A data folder as the first release left it: every number plain, in the register, in staging and in the upload.</summary>
internal sealed class EarlierFolder : IAsyncDisposable
{
    public const string CitizenId = "092180000001";

    /// <summary>The first seven digits of two thousand more numbers, most of them only in pages that are free again.</summary>
    public const string OthersBeginWith = "0941901";
    public const string FormerIdNumber = "361000111";
    public const string Phone = "0912345678";
    public const string EarlierPhone = "0987654321";
    public const string Upload = "Họ và tên,Ngày sinh,Số CCCD\nLê Thị Sen,12/05/1980,092180000001\n";

    private const string Register = $"""
        INSERT INTO People (Id, FullName, FoldedName, NameOrderKey, CitizenId, FormerIdNumber, Phone, RecordedAt, IsSample) VALUES
            (1, 'Lê Thị Sen', 'le thi sen', 'x', '{CitizenId}', '{FormerIdNumber}', '{Phone}', '2026-01-01 00:00:00', 0),
            (2, 'Trần Văn Súng', 'tran van sung', 'y', NULL, NULL, NULL, '2026-01-01 00:00:00', 0);
        WITH RECURSIVE Others(Number) AS (SELECT 1 UNION ALL SELECT Number + 1 FROM Others WHERE Number < 2000)
        INSERT INTO People (Id, FullName, FoldedName, NameOrderKey, CitizenId, RecordedAt, IsSample)
            SELECT 1000 + Number, 'Nguyễn Thị Lan', 'nguyen thi lan', 'z', '{OthersBeginWith}' || printf('%05d', Number), '2026-01-01 00:00:00', 0 FROM Others;
        PRAGMA secure_delete = OFF;
        DELETE FROM People WHERE Id > 1100;
        INSERT INTO PersonChanges (PersonId, Field, Before, After, Reason, RecordedBy, RecordedAt) VALUES
            (1, 'Phone', '{EarlierPhone}', '{Phone}', 'import', 'can-bo', '2026-01-01 00:00:00'),
            (1, 'FullName', 'Lê Thị Sên', 'Lê Thị Sen', 'import', 'can-bo', '2026-01-01 00:00:00');
        INSERT INTO MemberImports (Id, OrganizationId, LocalityId, AsOf, FileName, Sha256, FileBytes, State, Rows, NewRows, ChangedRows, UnchangedRows, DoubtfulRows,
            RejectedRows, CheckedAtVersion, ReceivedBy, ReceivedAt, TakenRows) VALUES
            (1, 1, 1, '2025-12-31', 'a.csv', 'x', 1, 3, 1, 0, 0, 0, 1, 0, 0, 'can-bo', '2026-01-01 00:00:00', 0),
            (2, 1, 1, '2025-12-31', 'b.csv', 'x', 1, 1, 0, 0, 0, 0, 0, 0, 0, 'can-bo', '2026-01-01 00:00:00', 0);
        """;

    private const string Staging = $$"""
        CREATE TABLE Rows (
            RowNumber INTEGER PRIMARY KEY, Verdict INTEGER NOT NULL, Cells TEXT NOT NULL,
            FullName TEXT, FoldedName TEXT, NameOrderKey TEXT, Sex INTEGER, BirthDate TEXT, CitizenId TEXT, FormerIdNumber TEXT,
            Phone TEXT, Address TEXT, Branch TEXT, AdmittedOn TEXT, Office TEXT,
            Details TEXT, PersonId INTEGER, MemberFrom TEXT NOT NULL, Decision INTEGER NOT NULL);
        INSERT INTO Rows VALUES
            (2, 4, '["Lê Thị Sen","{{CitizenId}}"]', 'Lê Thị Sen', 'le thi sen', 'x', 2, '1980-05-12', '{{CitizenId}}', NULL, '{{Phone}}', NULL, NULL, NULL, NULL,
                '{"Problems":[],"Repairs":[],"Changes":[{"Label":"Số điện thoại","Before":"{{EarlierPhone}}","After":"{{Phone}}"}],"Doubt":3,"Candidates":[1],"EarlierRow":null}',
                1, '2025-12-31', 2);
        """;

    private EarlierFolder(DataFolder folder) => Folder = folder;

    public DataFolder Folder { get; }

    public static async Task<EarlierFolder> WriteAsync()
    {
        var folder = new DataFolder(Path.Combine(Path.GetTempPath(), "membership-tests", Path.GetRandomFileName()));
        await using (var provider = Build(folder))
        await using (var scope = provider.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<MembershipDb>().GetService<IMigrator>().MigrateAsync("Register");

        SqliteConnection.ClearAllPools();
        Execute(folder.DatabaseFile, Register);
        foreach (var import in new[] { 1, 2 })
        {
            Execute(Path.Combine(folder.ImportFolder(import), "rows.db"), Staging);
            await File.WriteAllTextAsync(Path.Combine(folder.ImportFolder(import), "upload"), Upload);
        }

        Directory.Delete(folder.KeyFolder, recursive: true);
        return new EarlierFolder(folder);
    }

    /// <summary>Starts today's program on it.</summary>
    public async Task<ServiceProvider> StartAsync()
    {
        var provider = Build(Folder);
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);
        return provider;
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.Root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static ServiceProvider Build(DataFolder folder)
    {
        var services = new ServiceCollection();
        services.AddMembershipApp(folder);
        return services.BuildServiceProvider();
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
