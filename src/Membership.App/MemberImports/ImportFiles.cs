using System.Globalization;
using System.Security.Cryptography;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.App.Spreadsheets;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>The files of an import: the upload as received, sealed, and the staging rows, in a folder of its own.</summary>
public sealed class ImportFiles(DataFolder folder, WorkbookLimits limits, FieldCipher cipher)
{
    private const int BufferBytes = 81920;
    private const int TurnAttempts = 600;
    private const string UnfinishedStaging = "rows.db.new";
    private static readonly TimeSpan BetweenTurnAttempts = TimeSpan.FromMilliseconds(100);

    public int OpenListsAtMost => limits.OpenLists;

    internal string UploadOf(long importId) => Path.Combine(folder.ImportFolder(importId), "upload");

    internal string StagingOf(long importId) => Path.Combine(folder.ImportFolder(importId), "rows.db");

    /// <summary>Writes the bytes, sealed, to a file of the data folder while hashing them; stops at the size limit.</summary>
    internal async Task<ReceivedUpload> ReceiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Root, "uploads")).FullName, Path.GetRandomFileName());
        try
        {
            return await ReceiveAsync(content, path, cancellationToken);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private async Task<ReceivedUpload> ReceiveAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var target = SealedFileWriter.Create(path, cipher);
        var buffer = new byte[BufferBytes];
        var bytes = 0L;
        for (int read; bytes <= limits.FileBytes && (read = await content.ReadAsync(buffer, cancellationToken)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        await target.FinishAsync(cancellationToken);
        var refusal = bytes > limits.FileBytes ? new FileTooLarge(limits.FileBytes) : null;
        await target.DisposeAsync();
        return new ReceivedUpload(path, Convert.ToHexStringLower(hash.GetHashAndReset()), bytes, refusal);
    }

    /// <summary>Takes in what a browser sends before anybody knows what it is: sealed as it comes, never plain on a disk.</summary>
    public async Task<HeldUpload> HoldAsync(Stream content, CancellationToken cancellationToken) => new(await ReceiveAsync(content, cancellationToken), cipher);

    /// <summary>The list as it was received, but for the notes of an earlier import that it brings back.</summary>
    internal Outcome<Workbook> OpenUpload(MemberImport import)
    {
        var opened = OpenMarkedUpload(import);
        return opened.IsRefused || import.ContinuesId is null ? opened : new UnmarkedWorkbook(opened.Value);
    }

    /// <summary>The list as it was received, with our own notes if it has any.</summary>
    internal Outcome<Workbook> OpenMarkedUpload(MemberImport import) => HasUpload(import.Id)
        ? Workbook.Open(OpenUploadBytes(import.Id), import.FileName, limits)
        : new UploadCutOff(import.Id);

    internal Stream OpenUploadBytes(long importId) => SealedFileStream.Open(UploadOf(importId), cipher);

    /// <summary>False once its term of keeping has passed.</summary>
    internal bool HasUpload(long importId) => File.Exists(UploadOf(importId));

    internal bool HasStaging(long importId) => File.Exists(StagingOf(importId));

    /// <summary>What a workbook that is given out carries to be known again, and nobody can make up.</summary>
    internal string MarkOf(MemberImport import, bool hasRowsOnly = false) => new ListMark(import.Id, hasRowsOnly).Signed(cipher);

    /// <summary>The import for which this workbook was given out; null for any other file.</summary>
    internal ListMark? MarkOn(ReceivedUpload upload)
    {
        using var file = SealedFileStream.Open(upload.Path, cipher);
        return ListMark.Read(file, limits, cipher);
    }

    internal async Task<byte[]> ReadUploadAsync(long importId, CancellationToken cancellationToken)
    {
        await using var upload = SealedFileStream.Open(UploadOf(importId), cipher);
        var content = new byte[upload.Length];
        await upload.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    internal string AnswersOf(long importId) => Path.Combine(folder.ImportFolder(importId), "answers");

    internal RowAnswers Answers(long importId) => RowAnswers.Read(AnswersOf(importId), cipher);

    internal void Keep(RowAnswers answers, long importId) => answers.Write(AnswersOf(importId), cipher);

    /// <summary>Before the rows are checked anew: brings their decisions to safety. Rows that were never wholly read have none.</summary>
    internal RowAnswers KeepAnswers(MemberImport import)
    {
        var answers = Answers(import.Id);
        if (!HasStaging(import.Id))
            return answers;

        using var staging = OpenStaging(import.Id);
        if (!staging.IsWhole())
            return answers;

        foreach (var row in staging.Rows("Verdict = 4 AND Decision <> 0"))
            answers.Decisions[row.RowNumber] = new KeptDecision(row.Decision, row.PersonId, row.Details.Doubt, row.Details.Candidates);
        var hasMissing = import.Choices.Mode == ListMode.Full && import.MissingMembers > 0;
        if (hasMissing)
            answers.KeepLeaving(staging.Missing.Where("Reason IS NOT NULL"));
        if (hasMissing || answers.Decisions.Count > 0)
            Keep(answers, import.Id);
        return answers;
    }

    /// <summary>Reads a list into staging. Rows of an earlier reading stay until the new one has come to its end.</summary>
    internal void Stage(long importId, Action<ImportStaging> fill)
    {
        var unfinished = Path.Combine(folder.ImportFolder(importId), UnfinishedStaging);
        try
        {
            using (var staging = ImportStaging.Create(unfinished, cipher))
                fill(staging);
            File.Move(unfinished, StagingOf(importId), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    internal ImportStaging OpenStaging(long importId) => ImportStaging.Open(StagingOf(importId), cipher);

    internal void Keep(ReceivedUpload upload, long importId) => File.Move(upload.Path, UploadOf(importId));

    /// <summary>
    /// The register with the staged rows beside it, attached before any transaction, since SQLite attaches no file inside one. A commit
    /// copies sealed values unopened, so a file of other keys, such as one from an old backup, must stop here.
    /// </summary>
    internal async Task<SqliteConnection> OpenRegisterWithStagingAsync(long importId, CancellationToken cancellationToken)
    {
        // One of an earlier release is brought up by being opened.
        OpenStaging(importId).Dispose();
        var register = await SqliteSetup.OpenAloneAsync(folder.DatabaseFile, cancellationToken);
        await using var command = register.CreateCommand();
        command.CommandText = "ATTACH @file AS staging; PRAGMA staging.user_version";
        command.Parameters.AddWithValue("@file", StagingOf(importId));
        if (Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) == cipher.CurrentKeyId)
            return register;

        await register.DisposeAsync();
        throw new CryptographicException("The staging file is sealed with another key");
    }

    /// <summary>
    /// The right to read one import into staging, until it is disposed; null while another process has it, such as a command line
    /// that imports while the pages start.
    /// </summary>
    internal FileStream? TryClaim(long importId) =>
        folder.TryClaim(Path.GetRelativePath(folder.Root, folder.ImportFolder(importId)));

    /// <summary>
    /// The right to write a list to the register, until it is disposed: one at a time, whichever process. Null when another one keeps
    /// it for long.
    /// </summary>
    internal async Task<FileStream?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < TurnAttempts; attempt++)
        {
            if (folder.TryClaim("publishing") is { } turn)
                return turn;

            await Task.Delay(BetweenTurnAttempts, cancellationToken);
        }

        return null;
    }

    /// <summary>As <see cref="TakeTurnAsync"/>, or null at once.</summary>
    internal FileStream? TryTakeTurn() => folder.TryClaim("publishing");

    /// <summary>Uploads and readings that were cut off with their process: nobody can continue them, and they may hold personal data.</summary>
    internal void ForgetCutOff()
    {
        foreach (var file in FilesBelow("uploads", "*").Where(IsNobodys))
            file.Delete();
        foreach (var file in FilesBelow("imports", UnfinishedStaging))
        {
            using var claim = folder.TryClaim(Path.GetRelativePath(folder.Root, file.DirectoryName!));
            if (claim is not null)
                file.Delete();
        }
    }

    /// <summary>Whoever receives or keeps an upload, in whichever process, has it open.</summary>
    private static bool IsNobodys(FileInfo file)
    {
        try
        {
            using var alone = file.Open(FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private FileInfo[] FilesBelow(string name, string pattern)
    {
        var found = new DirectoryInfo(Path.Combine(folder.Root, name));
        return found.Exists ? found.GetFiles(pattern, SearchOption.AllDirectories) : [];
    }

    /// <summary>Of a refused or discarded list nothing stays but the record of the attempt.</summary>
    internal void Forget(long importId) => Directory.Delete(folder.ImportFolder(importId), recursive: true);

    /// <summary>The staging rows go on without it; it can be read no more.</summary>
    internal void ForgetUpload(long importId)
    {
        File.Delete(UploadOf(importId));
        File.Delete(AnswersOf(importId));
    }

    /// <summary>Whether the upload, or anything that a row says, is still there.</summary>
    internal bool HoldsPeople(long importId)
    {
        if (HasUpload(importId) || File.Exists(AnswersOf(importId)))
            return true;
        if (!HasStaging(importId))
            return false;

        using var staging = OpenStaging(importId);
        return staging.IsWhole() && staging.Count("FullName IS NOT NULL OR LENGTH(Cells) > 0") > 0;
    }

    /// <summary>Of a list whose time of keeping is over its rows stay, with verdicts, and nothing in them.</summary>
    internal void Empty(long importId)
    {
        if (HasStaging(importId))
        {
            using var staging = OpenStaging(importId);
            staging.BlankAll();
        }

        ForgetUpload(importId);
    }

    /// <summary>Removes what a list says of people who are to be forgotten. Answers with how many rows did.</summary>
    /// <param name="rows">Those that were taken as these people.</param>
    internal int BlankPeople(long importId, IEnumerable<int> rows, IReadOnlySet<long> personIds)
    {
        if (!File.Exists(StagingOf(importId)))
            return 0;

        using var staging = OpenStaging(importId);
        return staging.Blank(rows, personIds);
    }
}

/// <summary>An upload that is not kept yet; disposing it removes what was not kept. As long as it lives nobody takes it for a left-over.</summary>
internal sealed record ReceivedUpload(string Path, string Sha256, long Bytes, Refusal? Refusal) : IDisposable
{
    private readonly FileStream _use = new(Path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);

    public void Dispose()
    {
        _use.Dispose();
        File.Delete(Path);
    }
}

/// <summary>A file that a browser has sent; it goes when the answer is given.</summary>
public sealed class HeldUpload : IDisposable
{
    private readonly ReceivedUpload _received;
    private readonly FieldCipher _cipher;

    internal HeldUpload(ReceivedUpload received, FieldCipher cipher) => (_received, _cipher) = (received, cipher);

    /// <summary>Of one that is too large, somewhat more than the limit.</summary>
    public long Bytes => _received.Bytes;

    public Stream OpenRead() => SealedFileStream.Open(_received.Path, _cipher);

    public void Dispose() => _received.Dispose();
}
