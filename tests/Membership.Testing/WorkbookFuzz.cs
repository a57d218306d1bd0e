using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Membership.Testing;

/// <summary>Breaks workbooks in ways that damaged disks, odd programs and ill-meaning people do. The same seed breaks alike.</summary>
public sealed partial class WorkbookFuzz(int seed)
{
    private const int MostFlips = 32;
    private const int HugeText = 200_000;

    private static readonly string[] AbsurdNumbers = ["-1", "0", "1048577", "4294967296", "99999999999999999999", "1e308", "NaN", "", "0x7"];
    private static readonly string[] AbsurdReferences = ["ZZZZZZ1", "XFD1048576", "A0", "A1048577", "1A", "", "B1:A1", "$A$1"];

    private static readonly string[] AbsurdTexts =
        ["&#xD800;", "&#0;", "&#x202E;", "<!DOCTYPE x [<!ENTITY a \"b\">]>", "&a;", "]]>", "<a><b></a>", "\uFFFE", "_x0000_", "_xD800_", "=cmd|'/c calc'!A1"];

    private readonly Random _random = new(seed);

    /// <summary>One to three damages, one upon the other.</summary>
    public byte[] Mutate(byte[] workbook)
    {
        for (var times = _random.Next(1, 4); times > 0; times--)
            workbook = MutateOnce(workbook);

        return workbook;
    }

    private byte[] MutateOnce(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;

        var way = _random.Next(10);
        return way switch
        {
            0 => Flipped(bytes),
            1 => bytes[.._random.Next(bytes.Length)],
            2 => [.. bytes, .. bytes[_random.Next(bytes.Length)..]],
            _ => PartsOf(bytes) is { Count: > 0 } parts ? Zip(MutateParts(parts, way)) : Flipped(bytes),
        };
    }

    private byte[] Flipped(byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        for (var flips = _random.Next(1, MostFlips); flips > 0; flips--)
            flipped[_random.Next(flipped.Length)] = (byte)_random.Next(256);

        return flipped;
    }

    private List<(string Name, byte[] Content)> MutateParts(List<(string Name, byte[] Content)> parts, int way)
    {
        var (at, other) = (_random.Next(parts.Count), _random.Next(parts.Count));
        switch (way)
        {
            case 3:
                parts.RemoveAt(at);
                break;
            case 4:
                parts.Add((parts[at].Name, parts[other].Content));
                break;
            case 5:
                (parts[at], parts[other]) = ((parts[at].Name, parts[other].Content), (parts[other].Name, parts[at].Content));
                break;
            default:
                parts[at] = (parts[at].Name, Encoded(MutateXml(Encoding.UTF8.GetString(parts[at].Content))));
                break;
        }

        return parts;
    }

    private byte[] Encoded(string xml) => _random.Next(20) switch
    {
        0 => Encoding.Unicode.GetBytes(xml),
        1 => Encoding.Latin1.GetBytes(xml),
        _ => Encoding.UTF8.GetBytes(xml),
    };

    private string MutateXml(string xml) => _random.Next(8) switch
    {
        0 => ReplaceOne(xml, Number(), AbsurdNumbers),
        1 => ReplaceOne(xml, Reference(), AbsurdReferences),
        2 => ReplaceOne(xml, Tag(), ["", "<a>", "</a>", "<row r=\"1\">", "<c r=\"A1\" t=\"s\"><v>-5</v></c>"]),
        3 => Insert(xml, AbsurdTexts[_random.Next(AbsurdTexts.Length)]),
        4 => Insert(xml, new string((char)_random.Next('A', 'z'), HugeText)),
        5 => Insert(xml, string.Concat(Enumerable.Repeat("<a>", _random.Next(1, 5_000)))),
        6 => ReplaceOne(xml, Name(), ["x", "r", "t", "xml:space", "xmlns"]),
        _ => Repeated(xml),
    };

    private string ReplaceOne(string xml, Regex token, string[] choices)
    {
        var matches = token.Matches(xml);
        if (matches.Count == 0)
            return xml;

        var match = matches[_random.Next(matches.Count)];
        return string.Concat(xml.AsSpan(0, match.Index), choices[_random.Next(choices.Length)], xml.AsSpan(match.Index + match.Length));
    }

    private string Insert(string xml, string text) => xml.Insert(_random.Next(xml.Length + 1), text);

    private string Repeated(string xml)
    {
        var from = _random.Next(xml.Length + 1);
        var length = _random.Next(Math.Min(2_000, xml.Length - from) + 1);
        return xml.Insert(from, xml.Substring(from, length));
    }

    private static List<(string Name, byte[] Content)>? PartsOf(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return [.. zip.Entries.Select(entry => (entry.FullName, Content(entry)))];
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }

    private static byte[] Zip(List<(string Name, byte[] Content)> parts) => WorkbookBuilder.Zip(parts);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("\"[A-Z]{1,3}[0-9]{1,7}\"")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[a-zA-Z:]+(?==\")")]
    private static partial Regex Name();
}
