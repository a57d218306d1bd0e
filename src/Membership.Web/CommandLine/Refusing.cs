using Membership.App.Texts;
using Membership.Domain;

namespace Membership.Web.CommandLine;

internal static class Refusing
{
    public const int ExitCode = 2;

    /// <summary>One line on standard error, nothing on standard output.</summary>
    public static int Say(string sentence)
    {
        Console.Error.WriteLine(sentence.ReplaceLineEndings(" "));
        return ExitCode;
    }

    public static int Say(Refusal refusal) => Say(RefusalText.Of(refusal));
}
