using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using FluentValidation;
using Membership.App.Pipeline;

namespace Membership.Web.CommandLine;

/// <summary>The command line, a contract that scripts rely on: exit 0 done, 2 refused with one Vietnamese line, 1 a bug.</summary>
internal static class CommandRoot
{
    private const int Bug = 1;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            return Refusing.Say(Sentence(parsed));

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception failure) when (DataFolderFailure.Sentence(failure) is not null)
        {
            return Refusing.Say(DataFolderFailure.Sentence(failure)!);
        }
        catch (NotAllowedException failure)
        {
            return Refusing.Say(failure.Refusal);
        }
        catch (ValidationException failure)
        {
            return Refusing.Say(failure.Errors.First().ErrorMessage);
        }
        catch (OperationCanceledException)
        {
            return Refusing.Say("Đã dừng theo yêu cầu; không có gì bị ghi dở.");
        }
#pragma warning disable CA1031 // The last stop: whoever runs the command sees a sentence, never a stack trace.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Refusing.Say($"Chương trình gặp lỗi ngoài dự kiến ({failure.GetType().Name}); không có gì bị ghi dở. Hãy báo người quản trị kèm dòng này.");
            return Bug;
        }
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("Sổ đoàn viên, hội viên: nhập danh sách, tính chỉ tiêu, xuất thống kê. Không có lệnh con: mở trang web.")
        {
            DataOption.Instance,
            AsOption.Instance,
        };
        ServeCommand.AddTo(root);
        DemoCommand.AddTo(root);
        ImportCommand.AddTo(root);
        ImportsCommand.AddTo(root);
        FigureCommand.AddTo(root);
        ExportCommand.AddTo(root);
        PersonCommand.AddTo(root);
        RetentionCommand.AddTo(root);
        VerifyCommand.AddTo(root);
        ApprovalCommand.AddTo(root);
        UserCommand.AddTo(root);
        KeysCommand.AddTo(root);
        AuditCommand.AddTo(root);
        return root;
    }

    private static string Sentence(ParseResult parsed)
    {
        var missing = parsed.CommandResult.Command.Options.Where(option => option.Required && parsed.GetResult(option) is not { Implicit: false }).Select(option => option.Name).ToList();
        missing.AddRange(parsed.CommandResult.Command.Arguments.Where(argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 }).Select(argument => $"<{argument.Name}>"));
        var detail = (missing.Count, parsed.UnmatchedTokens.Count) switch
        {
            ( > 0, _) => $"thiếu {string.Join(", ", missing)}",
            (_, > 0) => $"không hiểu “{parsed.UnmatchedTokens[0]}”",
            _ => OtherError(parsed),
        };
        return $"Câu lệnh chưa đúng: {detail.TrimEnd('.')}. Gõ thêm --help để xem cách dùng.";
    }

    // The library's own sentences are English; ours come from the parsers of options.
    private static string OtherError(ParseResult parsed)
    {
        var options = parsed.CommandResult.Children.OfType<OptionResult>();
        if (options.FirstOrDefault(option => option.Tokens.Count == 0 && option.Errors.Any()) is { } empty)
            return $"{empty.Option.Name} chưa có giá trị";

        if (Unreadable(parsed) is { } unreadable)
            return unreadable;

        var subcommands = parsed.CommandResult.Command.Subcommands;
        return subcommands.Count > 0 ? $"sau {parsed.CommandResult.Command.Name} phải ghi {string.Join(" hoặc ", subcommands.Select(command => command.Name))}" : parsed.Errors[0].Message;
    }

    /// <summary>A value that is no number: "abc" for --resume or &lt;id&gt;.</summary>
    private static string? Unreadable(ParseResult parsed)
    {
        var numbers = parsed.CommandResult.Children.Where(child => child.Tokens.Count == 1 && child.Errors.Any() && IsNumber(child) && !long.TryParse(child.Tokens[0].Value, CultureInfo.InvariantCulture, out _));
        return numbers.FirstOrDefault() is { } wrong ? $"{Name(wrong)} phải là một số, không phải “{wrong.Tokens[0].Value}”" : null;
    }

    private static bool IsNumber(SymbolResult result)
    {
        var type = result is OptionResult option ? option.Option.ValueType : (result as ArgumentResult)?.Argument.ValueType;
        return type == typeof(long) || type == typeof(long?) || type == typeof(int) || type == typeof(int?);
    }

    private static string Name(SymbolResult result) => result is OptionResult option ? option.Option.Name : $"<{((ArgumentResult)result).Argument.Name}>";
}
