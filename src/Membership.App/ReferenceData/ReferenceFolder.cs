namespace Membership.App.ReferenceData;

/// <summary>The folder data/ with the files that the software comes with.</summary>
public sealed class ReferenceFolder(string path)
{
    /// <summary>Beside the program: the build and publish both put it there.</summary>
    public static ReferenceFolder OfThisProgram { get; } = new(Path.Combine(AppContext.BaseDirectory, "data"));

    /// <param name="name">Path below data/, with forward slashes.</param>
    public string FileOf(string name) => Path.Combine(path, name);
}
