namespace Membership.App.Database;

/// <summary>The folder of one installation: database, uploads with their staging files, keys, backups. Its owner's alone (<see cref="OwnerOnly"/>).</summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Root = Path.GetFullPath(path);
        Directory.CreateDirectory(Root);
        OwnerOnly.Keep(Root);
    }

    public string Root { get; }

    /// <summary>Never beside the database in a backup: it opens what is sealed there.</summary>
    public string KeyFolder => Directory.CreateDirectory(Path.Combine(Root, "keys")).FullName;

    public string DatabaseFile => Path.Combine(Root, "membership.db");

    /// <summary>A right that one process at a time can have, until it is disposed; null while another has it.</summary>
    /// <param name="name">Path below the folder.</param>
    public FileStream? TryClaim(string name)
    {
        try
        {
            return new FileStream(
                Path.Combine(Root, name + ".claim"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Where one import keeps the file as received and its staging rows.</summary>
    public string ImportFolder(long importId) =>
        Directory.CreateDirectory(Path.Combine(Root, "imports", importId.ToString(System.Globalization.CultureInfo.InvariantCulture))).FullName;
}
