using System.Security.Cryptography;
using Membership.App.Audit;
using Membership.App.Keys;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.ReferenceData;
using Membership.App.Tests.Audit;
using Membership.App.Tests.MemberImports;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.Keys;

/// <summary>A sealed value that stands with another person, or in another field, is found and not shown.</summary>
public class SealedPlaceTests
{
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,05/03/1975,Nam,092075000002,0987654321,Khu vực 2,";

    private const string Exchange = """
        CREATE TEMP TABLE Before AS SELECT Id, Phone, PhoneIndex FROM People;
        UPDATE People SET (Phone, PhoneIndex) = (SELECT b.Phone, b.PhoneIndex FROM Before b WHERE b.Id <> People.Id);
        DROP TABLE Before;
        """;

    [Theory]
    [InlineData(Exchange, 2)]
    [InlineData("UPDATE People SET FormerIdNumber = Phone WHERE Id = (SELECT MIN(Id) FROM People)", 1)]
    [InlineData("UPDATE People SET Phone = CitizenId, PhoneIndex = CitizenIdIndex WHERE Id = (SELECT MIN(Id) FROM People)", 1)]
    [InlineData("UPDATE People SET PhoneIndex = 'AAAAAAAAAAAAAAAA' WHERE Id = (SELECT MIN(Id) FROM People)", 1)]
    [InlineData("UPDATE People SET Phone = 'x' WHERE Id = (SELECT MIN(Id) FROM People)", 1)]
    public async Task Values_WhenExchangedInTheFile_AreFound(string sql, int moved)
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung]);
        Assert.Empty((await desk.Database.VerifyAsync()).Breaks);

        await desk.Database.TamperAsync(sql);

        var breaks = (await desk.Database.VerifyAsync()).Breaks;
        Assert.Equal(moved, breaks.Count);
        Assert.All(breaks, one => Assert.Equal(AuditBreakKind.SealedValueMoved, one.Kind));
    }

    [Fact]
    public async Task Value_OfSomebodyElse_IsNotShown()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung]);
        var person = await desk.Database.With(db => db.People.Where(one => one.FullName == "Lê Thị Sen").Select(one => one.Id).SingleAsync());
        Assert.Equal("0912345678", (await desk.Database.Send(new OpenSensitive(person, PersonField.Phone, "đối chiếu danh sách chi hội"))).Value.Value);

        await desk.Database.TamperAsync(Exchange);

        await Assert.ThrowsAnyAsync<CryptographicException>(() => desk.Database.Send(new OpenSensitive(person, PersonField.Phone, "đối chiếu danh sách chi hội")));
        await Assert.ThrowsAnyAsync<CryptographicException>(() => desk.CheckAsync([Sen]));
    }

    [Fact]
    public async Task StagedCells_OfAnotherRow_AreNotShown()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.CheckAsync([Sen, Sung]);
        var staging = desk.Database.Services.GetRequiredService<ImportFiles>().StagingOf(import.Id);
        Execute(staging, "UPDATE Rows SET Cells = (SELECT Cells FROM Rows other WHERE other.RowNumber <> Rows.RowNumber)");

        await Assert.ThrowsAnyAsync<CryptographicException>(() => desk.Database.Send(new GetImportPreview(import.Id)));
    }

    [Fact]
    public async Task Values_AfterCorrectionImportUndoAndRotation_AreAllInPlace()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen, Sung]);
        var second = await desk.ImportAsync([Sen.Replace("0912345678", "0911111111", StringComparison.Ordinal)]);
        Assert.Empty((await desk.Database.VerifyAsync()).Breaks);

        _ = (await desk.Database.Send(new RotateKeys())).Value;
        Assert.Empty((await desk.Database.VerifyAsync()).Breaks);

        _ = (await desk.Database.Send(new UndoMemberImport(second.Id, "nhập nhầm tệp của chi hội khác"))).Value;

        Assert.Empty((await desk.Database.VerifyAsync()).Breaks);
        var person = await desk.Database.With(db => db.People.SingleAsync(one => one.FullName == "Lê Thị Sen"));
        Assert.Equal("0912345678", desk.Database.Cipher.OpenOrNull(person.Phone, SealedPlace.Of(person, SealedKind.Phone)));
    }

    [Fact]
    public async Task Prepare_OfAFolderThatSealedWhoeversItWas_BindsAllOfIt()
    {
        await using var desk = await ImportDesk.OpenAsync();
        await desk.ImportAsync([Sen]);
        await desk.ImportAsync([Sen.Replace("0912345678", "0911111111", StringComparison.Ordinal)]);
        var waiting = await desk.CheckAsync([Sung]);
        var keys = desk.Database.Services.GetRequiredService<KeyRing>();
        var old = keys.Current.Id;
        await UnbindAsync(desk.Database, waiting.Id);

        await using (var scope = desk.Database.NewScope())
            await scope.ServiceProvider.GetRequiredService<DatabasePreparation>().PrepareAsync(CancellationToken.None);

        Assert.Null(keys.Find(old));
        Assert.Empty((await desk.Database.VerifyAsync()).Breaks);
        Assert.Equal(new CommitSummary(1, 0, 0), (await desk.Database.Send(new CommitMemberImport(waiting.Id))).Value);
        Assert.Equal((0, 0, 1, 0, 0), ImportDesk.Counts(await desk.CheckAsync([Sung])));
        Assert.Empty((await desk.Database.VerifyAsync()).Breaks);
        Assert.Equal(2, await desk.Database.With(db => db.People.Select(person => person.Binding).Distinct().CountAsync()));
    }

    /// <summary>As the release before left the register and one list's files.</summary>
    private static async Task UnbindAsync(TestDatabase database, long importId)
    {
        var files = database.Services.GetRequiredService<ImportFiles>();
        foreach (var table in SealedTable.OfRegister)
            Unbind(database, database.Folder.DatabaseFile, table);
        Execute(database.Folder.DatabaseFile, "UPDATE People SET Binding = 0; PRAGMA application_id = 0; PRAGMA user_version = 2");
        foreach (var import in await database.With(db => db.MemberImports.Select(one => one.Id).ToListAsync()))
        {
            Unbind(database, files.StagingOf(import), StagedRowColumns.Sealed);
            Execute(files.StagingOf(import), "ALTER TABLE Rows DROP COLUMN Binding");
            UnbindFile(database, files.UploadOf(import));
        }
    }

    private static void UnbindFile(TestDatabase database, string file)
    {
        var bytes = File.ReadAllBytes(file);
        using var stream = File.OpenRead(file);
        var key = SealedFile.KeyOf(stream, database.Cipher);
        byte[] mark = [.. "\0seal\u0001\r\n"u8];
        var content = bytes.AsSpan(SealedFile.HeadBytes).ToArray();
        stream.Dispose();
        File.WriteAllBytes(file, [.. mark, .. SealUnbound(database, key), .. content]);
    }

    private static void Unbind(TestDatabase database, string file, SealedTable table)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        foreach (var column in table.Columns)
        {
            var rows = new List<(long Key, object Value)>();
            using (var read = connection.CreateCommand())
            {
                read.CommandText = $"SELECT {table.Key}, {column.Name} FROM {table.Name} WHERE {column.Name} IS NOT NULL AND {table.Where}";
                using var reader = read.ExecuteReader();
                while (reader.Read())
                    rows.Add((reader.GetInt64(0), reader.GetValue(1)));
            }

            foreach (var (key, value) in rows)
            {
                var plain = database.Cipher.Open(value as byte[] ?? Convert.FromBase64String((string)value));
                using var write = connection.CreateCommand();
                write.CommandText = $"UPDATE {table.Name} SET {column.Name} = @value WHERE {table.Key} = {key}";
                var unbound = SealUnbound(database, plain);
                write.Parameters.AddWithValue("@value", column.IsBlob ? unbound : Convert.ToBase64String(unbound));
                write.ExecuteNonQuery();
            }
        }
    }

    /// <summary>Key id, nonce, cipher text, tag.</summary>
    private static byte[] SealUnbound(TestDatabase database, byte[] plain)
    {
        var key = database.Services.GetRequiredService<KeyRing>().Current;
        using var aes = new AesGcm(key.Sealing, 16);
        var (nonce, sealedBytes, tag) = (RandomNumberGenerator.GetBytes(12), new byte[plain.Length], new byte[16]);
        aes.Encrypt(nonce, plain, sealedBytes, tag);
        return [key.Id, .. nonce, .. sealedBytes, .. tag];
    }

    private static void Execute(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
