using Membership.App.MemberImports;
using Membership.Web.Display;
using Spectre.Console;

namespace Membership.Web.CommandLine;

/// <summary>Rows done, of how many: a bar on a terminal, a line now and then elsewhere. On standard error, so that output stays clean.</summary>
internal sealed class ImportProgressLine : IProgress<ImportProgress>
{
    private const int RowsBetweenLines = 10_000;
    private readonly ProgressTask? _bar;

    private ImportProgressLine(ProgressTask? bar) => _bar = bar;

    public static async Task<T> ShowAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
            return await work(new ImportProgressLine(null));

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => work(new ImportProgressLine(context.AddTask("Đang đọc"))));
    }

    public void Report(ImportProgress value)
    {
        var text = Text(value);
        if (_bar is null)
        {
            if (value.RowsDone % RowsBetweenLines == 0 || value.RowsDone == value.RowsTotal)
                Console.Error.WriteLine(text);
            return;
        }

        _bar.Description = text;
        _bar.MaxValue = Math.Max(1, value.RowsTotal ?? 1);
        _bar.Value = value.RowsDone;
    }

    private static string Text(ImportProgress value) => value.Stage switch
    {
        ImportStage.Reading => $"Đã đọc {Vietnamese.Number(value.RowsDone)} / {Total(value)} dòng",
        ImportStage.Writing => "Đang ghi vào sổ",
        ImportStage.Undoing => "Đang hoàn lại",
        _ => "Đang tính lại số liệu",
    };

    private static string Total(ImportProgress value) => value.RowsTotal is not { } total ? "…"
        : value.RowsDone == total ? Vietnamese.Number(total) : $"khoảng {Vietnamese.Number(total)}";
}
