using System.IO.Compression;
using System.Text;

namespace Membership.App.Spreadsheets;

/// <summary>
/// The zip package of a workbook: its parts by name and the relationships between them. Every part is inflated against one
/// limit; a part named twice, encrypted, missing or with a document type is refused.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string ContentTypes = "[Content_Types].xml";
    private const int ShortestZip = 22;

    private readonly ZipArchive _zip;
    private readonly WorkbookLimits _limits;
    private readonly Dictionary<string, Part> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _inflated;

    private XlsxPackage(ZipArchive zip, WorkbookLimits limits)
    {
        (_zip, _limits) = (zip, limits);
        foreach (var entry in zip.Entries)
            AddPart(entry);
    }

    public IEnumerable<string> PartNames => _parts.Keys;

    /// <summary>Throws <see cref="UnreadableWorkbookException"/> and <see cref="InvalidDataException"/>.</summary>
    public static XlsxPackage Open(Stream file, WorkbookLimits limits)
    {
        // The library would fail on it as on a bug of ours.
        if (file.Length < ShortestZip)
            throw new InvalidDataException("Too short to be a package");
        if (ZipDirectory.HoldsMoreThan(limits.ZipEntries, file))
            throw new UnreadableWorkbookException(new TooManyParts(limits.ZipEntries));
        file.Position = 0;
        return new XlsxPackage(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false), limits);
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    public long Length(string name) => _parts[name].Entry.Length;

    public XlsxPart OpenXml(string name) => new(name, OpenPart(name));

    /// <summary>What stands in a part of ASCII after the last place where a word stands; empty when it is longer than a limit.</summary>
    public string TextAfter(string name, ReadOnlySpan<byte> word, int mostBytes)
    {
        using var stream = OpenPart(name);
        var buffer = new byte[mostBytes];
        var (kept, isAfter) = (0, false);
        for (int read; kept < buffer.Length && (read = stream.Read(buffer.AsSpan(kept))) > 0;)
        {
            kept += read;
            var at = buffer.AsSpan(0, kept).LastIndexOf(word);
            isAfter |= at >= 0;
            // Before the word only so much is kept that it is seen when it comes in two pieces.
            var from = at >= 0 ? at + word.Length : isAfter ? 0 : Math.Max(0, kept - word.Length + 1);
            buffer.AsSpan(from, kept - from).CopyTo(buffer);
            kept -= from;
        }

        return isAfter && kept < buffer.Length ? Encoding.ASCII.GetString(buffer, 0, kept) : "";
    }

    /// <summary>A part unchanged, also one that is no XML, such as a picture.</summary>
    public void Copy(string name, Stream target)
    {
        var part = _parts[name];
        _inflated -= part.Inflated;
        part.Inflated = 0;
        using var stream = part.Entry.Open();
        var buffer = new byte[80 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            Count(part, read);
            target.Write(buffer, 0, read);
        }
    }

    /// <summary>The beginning of a part as ASCII text.</summary>
    public string FirstBytes(string name)
    {
        using var stream = OpenPart(name);
        var start = new byte[100];
        return Encoding.ASCII.GetString(start, 0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }

    /// <summary>Reads the list of content types, and refuses a document type in the beginning of any part.</summary>
    public void CheckProlog()
    {
        var start = new byte[4096];
        foreach (var part in _parts.Values.Where(part => IsXml(part.Name)))
        {
            using var stream = OpenPart(part.Name);
            var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            if (start.AsSpan(0, read).IndexOf("<!DOCTYPE"u8) >= 0)
                throw new UnreadableWorkbookException(new Damaged(part.Name));
        }

        using var types = OpenXml(ContentTypes);
        types.ReadRoot("Types");
        while (types.Read())
        {
        }
    }

    /// <summary>What a part points to, by id. <paramref name="part"/> is "" for the package itself.</summary>
    public Dictionary<string, Relationship> Relationships(string part)
    {
        var found = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        var folder = FolderOf(part);
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        if (!Has(name))
            return found;
        using var xml = OpenXml(name);
        xml.ReadRoot("Relationships");
        while (xml.ReadChild(0))
        {
            // Google writes one without id and target: it leads nowhere, and nobody can ask for it.
            if (xml.Xml.GetAttribute("Id") is { } id && xml.Xml.GetAttribute("Target") is { } target
                && !found.TryAdd(id, ToRelationship(xml, folder, target)))
                throw xml.Damage();
        }

        return found;
    }

    /// <summary>Adds inflated bytes to the sum for the package.</summary>
    public void Count(Part part, int bytes)
    {
        part.Inflated += bytes;
        _inflated += bytes;
        if (_inflated > _limits.InflatedBytes)
            throw new UnreadableWorkbookException(new InflatesTooLarge(_limits.InflatedBytes));
    }

    public void Dispose() => _zip.Dispose();

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static Relationship ToRelationship(XlsxPart xml, string folder, string target)
    {
        var type = xml.Xml.GetAttribute("Type") ?? "";
        var external = string.Equals(xml.Xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
        return new Relationship(type[(type.LastIndexOf('/') + 1)..], external ? null : Resolve(folder, target));
    }

    private static string? Resolve(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var steps = new Stack<string>();
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && !steps.TryPop(out _))
                return null;
            if (step is not ("." or ".."))
                steps.Push(step);
        }

        return string.Join('/', steps.Reverse());
    }

    private static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private void AddPart(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
            throw new UnreadableWorkbookException(new Encrypted());
        var name = entry.FullName.Replace('\\', '/').TrimStart('/');
        if (!name.EndsWith('/') && !_parts.TryAdd(name, new Part(name, entry)))
            throw new UnreadableWorkbookException(new Damaged(name));
    }

    private XlsxPartStream OpenPart(string name)
    {
        if (!_parts.TryGetValue(name, out var part))
            throw new UnreadableWorkbookException(new Damaged(name));
        // Read again, a part counts once.
        _inflated -= part.Inflated;
        part.Inflated = 0;
        return new XlsxPartStream(part.Entry.Open(), part, this);
    }

    /// <param name="Type">The last word of the type's address, the same in strict and transitional files.</param>
    /// <param name="Target">Name of a part; null when it points outside the package.</param>
    public readonly record struct Relationship(string Type, string? Target);

    public sealed class Part(string name, ZipArchiveEntry entry)
    {
        public string Name { get; } = name;

        public ZipArchiveEntry Entry { get; } = entry;

        public long Inflated { get; set; }
    }
}
