using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Membership.Testing.Lists;

namespace Membership.Benchmarks;

/// <summary>
/// The lists of real shapes that the tests make in memory, as files, each with what it must come to beside it as JSON:
/// <c>lists FOLDER</c>. To be tried by hand, and to be broken by <see cref="FuzzRun"/>.
/// </summary>
internal static class ListsOnDisk
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IncludeFields = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static int Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var list in RealLists.All)
        {
            File.WriteAllBytes(Path.Combine(folder, list.Name + Path.GetExtension(list.FileName)), list.Content);
            File.WriteAllText(Path.Combine(folder, list.Name + ".json"), JsonSerializer.Serialize(list with { Content = [] }, Json));
        }

        Console.WriteLine($"{RealLists.All.Count} lists in {folder}");
        return 0;
    }
}
