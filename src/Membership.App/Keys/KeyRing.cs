using System.Security.Cryptography;
using System.Text.Json;
using Membership.App.Database;

namespace Membership.App.Keys;

/// <summary>
/// The keys of one installation, in a file of the data folder beside the database: who has only the database file has none of
/// them. Losing the file loses every sealed value, so backups keep it apart (docs/operations.md).
/// </summary>
public sealed class KeyRing
{
    public const int KeyBytes = 32;

    private readonly string _file;
    private volatile KeyRingContent _content;

    private KeyRing(string file, KeyRingContent content) => (_file, _content) = (file, content);

    /// <summary>What new values are sealed with.</summary>
    public FieldKey Current => _content.Fields[^1];

    /// <summary>Of the log's chain; never rotated, because the chain is never rewritten.</summary>
    public byte[] AuditKey => _content.Audit;

    public FieldKey? Find(byte id) => _content.Fields.FirstOrDefault(key => key.Id == id);

    public static KeyRing Open(DataFolder folder)
    {
        var file = Path.Combine(folder.KeyFolder, "key-ring.json");
        if (!File.Exists(file))
            WriteNew(file, new KeyRingContent(RandomNumberGenerator.GetBytes(KeyBytes), [NewFieldKey(1)]));
        return new KeyRing(file, Read(file));
    }

    /// <summary>A new key for new values; the earlier ones stay to open what they sealed, until <see cref="ForgetRetired"/>.</summary>
    internal void AddKey() => Replace(_content with { Fields = [.. _content.Fields, NewFieldKey((byte)(Current.Id + 1))] });

    internal void ForgetRetired() => Replace(_content with { Fields = [Current] });

    private static FieldKey NewFieldKey(byte id) => new(id, RandomNumberGenerator.GetBytes(KeyBytes), RandomNumberGenerator.GetBytes(KeyBytes));

    private void Replace(KeyRingContent content)
    {
        var next = _file + ".new";
        File.Delete(next);
        WriteNew(next, content);
        File.Move(next, _file, overwrite: true);
        _content = content;
    }

    /// <summary>Another process may have been first: its keys are the ones that count.</summary>
    private static void WriteNew(string file, KeyRingContent content)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using var stream = new FileStream(file, options);
            JsonSerializer.Serialize(stream, content);
            stream.Flush(flushToDisk: true);
        }
        catch (IOException) when (File.Exists(file))
        {
        }
    }

    private static KeyRingContent Read(string file) =>
        JsonSerializer.Deserialize<KeyRingContent>(File.ReadAllBytes(file)) ?? throw new InvalidDataException("The key ring is empty");
}

/// <param name="Id">1 to 255; stands before each value it sealed.</param>
/// <param name="Sealing">AES-256-GCM.</param>
/// <param name="Index">HMAC-SHA-256, of the blind index.</param>
public sealed record FieldKey(byte Id, byte[] Sealing, byte[] Index);

internal sealed record KeyRingContent(byte[] Audit, IReadOnlyList<FieldKey> Fields);
