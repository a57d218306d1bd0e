using System.IO.Compression;
using FluentValidation;
using Membership.App.MemberImports;
using Membership.Domain.Audit;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.MemberImports;

/// <summary>A list's own file does not leave without a reason, nor with anybody whose data is restricted, and each person's log knows.</summary>
public class HandedOutFilesTests
{
    private const string Why = "đối chiếu với bản giấy của phường";
    private const string Sen = "1,Lê Thị Sen,12/05/1980,Nữ,092180000001,0912345678,Khu vực 1,01/06/2019";
    private const string Sung = "2,Trần Văn Súng,05/03/1975,Nam,092075000002,0987654321,Khu vực 2,";
    private const string Faulty = "3,Ngô Thị Lựu,31/02/1980,Nữ,,,,";

    [Theory]
    [InlineData("")]
    [InlineData("vì cần")]
    public async Task File_WithoutAReason_IsNotGiven(string reason)
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Faulty]);

        await Assert.ThrowsAsync<ValidationException>(() => desk.Database.Send(new OpenImportFile(import.Id, reason)));
        await Assert.ThrowsAsync<ValidationException>(() => desk.Database.Send(new ExportMarkedList(import.Id, reason)));
    }

    [Fact]
    public async Task File_WhenGiven_IsLoggedAtEachPersonWithTheReason()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Sung, Faulty]);
        var people = await desk.Database.With(db => db.People.Select(person => (long?)person.Id).OrderBy(id => id).ToListAsync());

        _ = (await desk.Database.Send(new OpenImportFile(import.Id, Why))).Value;
        _ = (await desk.Database.Send(new ExportMarkedList(import.Id, Why))).Value;

        var opened = await desk.Database.With(db => db.AuditEntries.Where(entry => entry.Kind == AuditKind.PersonOpened && entry.Reason == Why)
            .OrderBy(entry => entry.Id).Select(entry => entry.SubjectId).ToListAsync());
        Assert.Equal([.. people, .. people], opened);
        Assert.Equal(2, await desk.Database.With(db => db.AuditEntries.CountAsync(entry => entry.Kind == AuditKind.Exported && entry.SubjectId == import.Id && entry.Reason == Why)));
    }

    [Fact]
    public async Task File_ThatHoldsSomebodyRestricted_IsGivenWithoutHerOrNotAtAll()
    {
        await using var desk = await ImportDesk.OpenAsync();
        var import = await desk.ImportAsync([Sen, Sung, Faulty]);
        await desk.Database.With(db =>
        {
            db.People.Single(person => person.FullName == "Lê Thị Sen").RestrictedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            return db.SaveChangesAsync();
        });

        Assert.IsType<ImportFileHasRestrictedPeople>((await desk.Database.Send(new OpenImportFile(import.Id, Why))).Refusal);

        var marked = (await desk.Database.Send(new ExportMarkedList(import.Id, Why))).Value;
        var text = await TextOfAsync(marked.Content);
        Assert.DoesNotContain("Lê Thị Sen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("092180000001", text, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Súng", text, StringComparison.Ordinal);
        Assert.Contains("Ngô Thị Lựu", text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.Database.With(db => db.AuditEntries.CountAsync(entry => entry.Kind == AuditKind.PersonOpened && entry.Reason == Why)));
    }

    /// <summary>Of all parts, whatever a reader would show of them.</summary>
    private static async Task<string> TextOfAsync(byte[] workbook)
    {
        await using var package = new ZipArchive(new MemoryStream(workbook));
        var text = "";
        foreach (var part in package.Entries)
        {
            using var reader = new StreamReader(await part.OpenAsync());
            text += await reader.ReadToEndAsync();
        }

        return text;
    }
}
