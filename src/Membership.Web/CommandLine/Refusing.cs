using Membership.App.Approvals;
using Membership.App.MemberImports;
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

    public static int Say(Refusal refusal) => Say(RefusalText.Of(refusal) + OnTheLine(refusal));

    /// <summary>What a page has a button for.</summary>
    private static string OnTheLine(Refusal refusal) => refusal switch
    {
        NeedsSecondPerson asked => $" Trên dòng lệnh: approval grant {asked.ApprovalId} --as NGƯỜI_DUYỆT, rồi chạy lại lệnh này.",
        EmptyCellsNotAnswered => " Trên dòng lệnh: --empty-cells keep hoặc clear.",
        _ => "",
    };
}
