using System.IO.Compression;

namespace Membership.App.Spreadsheets;

/// <summary>Whether a workbook holds macros, whatever its name says.</summary>
internal static class Macros
{
    private const string OfPackage = "vbaProject";
    private const string OfCompound = "_VBA_PROJECT_CUR";

    /// <summary>A file that cannot be looked into counts as one that does.</summary>
    public static bool AreIn(byte[] content)
    {
        using var file = new MemoryStream(content, writable: false);
        try
        {
            if (content.AsSpan().StartsWith("PK"u8))
                return AreInPackage(file);
            return content.AsSpan().StartsWith(CompoundFile.Signature) && CompoundFile.RootNames(file).Contains(OfCompound);
        }
        catch (Exception failure) when (failure is InvalidDataException or UnreadableWorkbookException)
        {
            return true;
        }
    }

    /// <summary>The old macro sheets lie beside the others.</summary>
    private static bool AreInPackage(Stream file)
    {
        using var package = new ZipArchive(file, ZipArchiveMode.Read);
        return package.Entries.Any(entry => entry.FullName.Contains(OfPackage, StringComparison.OrdinalIgnoreCase)
            || entry.FullName.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase));
    }
}
