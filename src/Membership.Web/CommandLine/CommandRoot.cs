using System.CommandLine;
using System.CommandLine.Invocation;

namespace Membership.Web.CommandLine;

/// <summary>The command line, a contract that scripts rely on: exit 0 done, 2 refused with one Vietnamese line, 1 a bug.</summary>
internal static class CommandRoot
{
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            return Refusing.Say(Sentence(parsed));

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("Sổ đoàn viên, hội viên: nhập danh sách, tính chỉ tiêu, xuất thống kê. Không có lệnh con: mở trang web.")
        {
            DataOption.Instance,
        };
        ServeCommand.AddTo(root);
        DemoCommand.AddTo(root);
        ImportCommand.AddTo(root);
        FigureCommand.AddTo(root);
        ExportCommand.AddTo(root);
        VerifyCommand.AddTo(root);
        return root;
    }

    private static string Sentence(ParseResult parsed)
    {
        var missing = parsed.CommandResult.Command.Options.Where(option => option.Required && parsed.GetResult(option) is null).Select(option => option.Name).ToList();
        var detail = (missing.Count, parsed.UnmatchedTokens.Count) switch
        {
            ( > 0, _) => $"thiếu {string.Join(", ", missing)}",
            (_, > 0) => $"không hiểu “{parsed.UnmatchedTokens[0]}”",
            _ => parsed.Errors[0].Message,
        };
        return $"Câu lệnh chưa đúng: {detail.TrimEnd('.')}. Gõ thêm --help để xem cách dùng.";
    }
}
