namespace Membership.Web.CommandLine;

internal static class SheetColumn
{
    private const int Letter = 26;

    /// <summary>0 is A, 25 is Z, 26 is AA.</summary>
    public static string Letters(int index) =>
        index < Letter ? ((char)('A' + index)).ToString() : Letters((index / Letter) - 1) + (char)('A' + (index % Letter));
}
