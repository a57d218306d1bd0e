using System.Security.Cryptography;
using System.Text.Json;
using Membership.App.Database;

namespace Membership.App.Keys;

/// <summary>
/// The keys of one installation, in a file of the data folder beside the database: who has only the database file has none of
/// them. Losing the file loses every sealed value, so backups keep it apart (docs/operations.md).
/// </summary>
public sealed class KeyRing : IDisposable
{
    public const int KeyBytes = 32;
    private const byte LastId = 255;

    private readonly string _file;
    private volatile KeyRingContent _content;
    private FileStream? _use;

    private KeyRing(string file, FileStream use) => (_file, _use, _content) = (file, use, Read(file));

    /// <summary>What new values are sealed with.</summary>
    public FieldKey Current => _content.Fields[^1];

    /// <summary>Of the log's chain; never rotated, because the chain is never rewritten.</summary>
    public byte[] AuditKey => _content.Audit;

    /// <summary>A rotation has begun and is not finished.</summary>
    internal bool HasRetired => _content.Fields.Count > 1;

    /// <summary>The folder has a file that knows where the log ends: one that is gone has been taken away.</summary>
    internal bool KeepsLogHead => _content.KeepsLogHead;

    public FieldKey? Find(byte id) => _content.Fields.FirstOrDefault(key => key.Id == id);

    public static string FileOf(DataFolder folder) => Path.Combine(folder.KeyFolder, "key-ring.json");

    /// <summary>Makes the first keys of a new installation. Throws <see cref="KeyRingException"/> where the database of the folder
    /// needs keys that are not there.</summary>
    public static KeyRing Open(DataFolder folder)
    {
        var file = FileOf(folder);
        var use = TryUse(file, FileShare.Read) ?? throw new KeyRingException(KeyRingProblem.BeingRotated);
        try
        {
            if (!File.Exists(file) && SealedRegister.NeedsKeys(folder))
                throw new KeyRingException(KeyRingProblem.Missing);
            if (!File.Exists(file))
                WriteNew(file, new KeyRingContent(RandomNumberGenerator.GetBytes(KeyBytes), [NewFieldKey(1)]));
            return new KeyRing(file, use);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    public void Dispose() => _use?.Dispose();

    /// <summary>
    /// The right to rotate: as long as it lasts, no other program has these keys in memory, which would go on sealing with an
    /// old one. Null while one has.
    /// </summary>
    internal IDisposable? TryHaveAlone()
    {
        _use?.Dispose();
        _use = TryUse(_file, FileShare.None);
        if (_use is not null)
            return new Alone(this);

        ShareAgain();
        return null;
    }

    /// <summary>A new key for new values; the earlier ones stay to open what they sealed, until <see cref="ForgetRetired"/>.</summary>
    internal void AddKey() => Replace(_content with { Fields = [.. _content.Fields, NewFieldKey(Current.Id == LastId ? (byte)1 : (byte)(Current.Id + 1))] });

    internal void ForgetRetired()
    {
        if (HasRetired)
            Replace(_content with { Fields = [Current] });
    }

    /// <summary>From now on <see cref="KeepsLogHead"/>. The caller is the only one who writes it.</summary>
    internal void KeepLogHead()
    {
        if (KeepsLogHead)
            return;

        // Another program may have written it since this one read it.
        _content = Read(_file);
        if (!KeepsLogHead)
            Replace(_content with { KeepsLogHead = true });
    }

    private void ShareAgain()
    {
        _use?.Dispose();
        _use = TryUse(_file, FileShare.Read) ?? throw new KeyRingException(KeyRingProblem.BeingRotated);
    }

    /// <summary>Null while another program holds the lock in a way that forbids it.</summary>
    private static FileStream? TryUse(string file, FileShare share)
    {
        try
        {
            return new FileStream(file + ".lock", FileMode.OpenOrCreate, share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, share);
        }
        catch (IOException failure) when (failure is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    private static FieldKey NewFieldKey(byte id) => new(id, RandomNumberGenerator.GetBytes(KeyBytes), RandomNumberGenerator.GetBytes(KeyBytes));

    private void Replace(KeyRingContent content)
    {
        var next = _file + ".new";
        File.Delete(next);
        Write(next, content);
        File.Move(next, _file, overwrite: true);
        _content = content;
    }

    /// <summary>Whole or not at all. Another process may have been first: its keys are the ones that count.</summary>
    private static void WriteNew(string file, KeyRingContent content)
    {
        var written = Path.Combine(Path.GetDirectoryName(file)!, Path.GetRandomFileName());
        Write(written, content);
        try
        {
            File.Move(written, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(written);
        }
    }

    private static void Write(string file, KeyRingContent content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, content);
        stream.Flush(flushToDisk: true);
    }

    private static KeyRingContent Read(string file)
    {
        try
        {
            var content = JsonSerializer.Deserialize<KeyRingContent>(File.ReadAllBytes(file));
            return content is { Audit: not null, Fields.Count: > 0 } ? content : throw new KeyRingException(KeyRingProblem.Unreadable);
        }
        catch (JsonException)
        {
            throw new KeyRingException(KeyRingProblem.Unreadable);
        }
    }

    private sealed class Alone(KeyRing ring) : IDisposable
    {
        public void Dispose() => ring.ShareAgain();
    }
}

/// <param name="Id">1 to 255; stands before each value it sealed.</param>
/// <param name="Sealing">AES-256-GCM.</param>
/// <param name="Index">HMAC-SHA-256, of the blind index.</param>
public sealed record FieldKey(byte Id, byte[] Sealing, byte[] Index);

/// <param name="KeepsLogHead">Missing in rings of earlier releases.</param>
internal sealed record KeyRingContent(byte[] Audit, IReadOnlyList<FieldKey> Fields, bool KeepsLogHead = false);
