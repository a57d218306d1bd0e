using System.Text;
using Membership.App.Database;

namespace Membership.App.Tests.Keys;

/// <summary>What somebody reads who has the files of a data folder without its keys.</summary>
internal static class StolenFiles
{
    /// <summary>The files, keys apart, in which one of the texts stands as UTF-8 or UTF-16.</summary>
    public static IReadOnlyList<string> Showing(DataFolder folder, params string[] texts)
    {
        var patterns = texts.SelectMany(text => new[] { Encoding.UTF8.GetBytes(text), Encoding.Unicode.GetBytes(text) }).ToList();
        return
        [
            .. Directory.EnumerateFiles(folder.Root, "*", SearchOption.AllDirectories)
                .Where(file => !file.StartsWith(folder.KeyFolder, StringComparison.Ordinal))
                .Where(file => Bytes(file) is var bytes && patterns.Exists(pattern => bytes.AsSpan().IndexOf(pattern) >= 0))
                .Select(file => Path.GetRelativePath(folder.Root, file)),
        ];
    }

    private static byte[] Bytes(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
