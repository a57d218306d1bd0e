using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Membership.App.Database;

/// <summary>
/// Keeps a data folder from the other users of the machine, where the system has modes of files: the folder 0700, what is in it 0700 and 0600,
/// and so whatever this process makes from here on, by the program, by SQLite or by an export. On Windows the folder's own rights hold.
/// </summary>
internal static partial class OwnerOnly
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>All but the owner's bits: what a new file or folder does not get.</summary>
    private const uint OthersBits = 0x3F;

    public static void Keep(string root)
    {
        if (OperatingSystem.IsWindows())
            return;

        _ = SetMask(OthersBits);
        Mend(new DirectoryInfo(root), Folder);
        foreach (var below in new DirectoryInfo(root).EnumerateFileSystemInfos("*", SearchOption.AllDirectories))
            Mend(below, below is DirectoryInfo ? Folder : File);
    }

    /// <summary>Links lead elsewhere; what is somebody else's, or gone meanwhile, is not ours to mend.</summary>
    [UnsupportedOSPlatform("windows")]
    private static void Mend(FileSystemInfo one, UnixFileMode mode)
    {
        try
        {
            if (one.LinkTarget is null && one.UnixFileMode != mode)
                one.UnixFileMode = mode;
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            // The folder above is closed in any case, or was when somebody gave this to another.
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint SetMask(uint mask);
}
