using Membership.App.Database;
using Microsoft.Data.Sqlite;

namespace Membership.Testing.Killing;

/// <summary>
/// Kills the real program while it takes a list in or takes it back, starts it again, and holds the register against what must be
/// in it: all of the list or nothing of it, nobody twice, and every row exactly once after the same file is imported again.
/// </summary>
public sealed class KilledImports : IDisposable
{
    private const string Reason = "Nhập nhầm danh sách của phường khác";
    private const string List = "2";

    private readonly string _program;
    private readonly string _root = Directory.CreateTempSubdirectory("membership-kills-").FullName;
    private readonly Random _random;
    private readonly int _rows;
    private readonly string _list;
    private readonly Dictionary<KillPhase, TimeSpan> _lengths = [];

    /// <param name="program">Path of Membership.Web.dll.</param>
    /// <param name="rows">Of the list that is killed; even.</param>
    public KilledImports(string program, int rows, int seed)
    {
        // Before anything opens a database: half of one library and half of another end the process.
        SqliteSetup.UseSystemLibrary();
        (_program, _rows, _random) = (program, rows, new Random(seed));
        _list = KillLists.Write(_root, "sau.csv", rows / 2, rows, 12);
    }

    private string Before => Path.Combine(_root, "before");

    private string After => Path.Combine(_root, "after");

    /// <summary>The registers before and after the list, and how long each phase takes on this machine.</summary>
    public async Task PrepareAsync()
    {
        await DoneAsync(Before, KillLists.Import(KillLists.Write(_root, "truoc.csv", 0, _rows, 11)));
        Copy(Before, After);
        using (var import = new KilledProgram(_program, After, KillLists.Import(_list)))
        {
            var last = TimeSpan.Zero;
            foreach (var phase in new[] { KillPhase.Receive, KillPhase.Read, KillPhase.Stage, KillPhase.Commit })
            {
                import.WaitFor(() => HasEnded(import, After, phase));
                (_lengths[phase], last) = (import.Watch.Elapsed - last, import.Watch.Elapsed);
            }

            await ExpectDoneAsync(import);
        }

        var undone = Path.Combine(_root, "undone");
        Copy(After, undone);
        using var undo = new KilledProgram(_program, undone, Undo);
        undo.WaitFor(() => HasBegun(undo, undone, KillPhase.Undo));
        var begun = undo.Watch.Elapsed;
        await ExpectDoneAsync(undo);
        _lengths[KillPhase.Undo] = undo.Watch.Elapsed - begun;
    }

    /// <summary>Null when the program had ended before the moment came.</summary>
    public async Task<KillResult?> KillOnceAsync(KillPhase phase)
    {
        // Of its own: a pooled connection of this process would go on reading a file that was replaced.
        var folder = Path.Combine(_root, Path.GetRandomFileName());
        Copy(phase == KillPhase.Undo ? After : Before, folder);
        try
        {
            if (!await KillAsync(folder, phase))
                return null;
            return phase == KillPhase.Undo ? await UndoneAsync(folder) : await ImportedAsync(folder, phase);
        }
        catch (InvalidOperationException failure)
        {
            return new KillResult(phase, State(folder), [failure.Message]);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<bool> KillAsync(string folder, KillPhase phase)
    {
        using var program = new KilledProgram(_program, folder, phase == KillPhase.Undo ? Undo : KillLists.Import(_list));
        program.WaitFor(() => HasBegun(program, folder, phase));
        await Task.Delay(_lengths[phase] * _random.NextDouble());
        return program.Kill();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    private static string[] Undo => ["imports", "undo", List, "--reason", Reason];

    private async Task<KillResult> ImportedAsync(string folder, KillPhase phase)
    {
        var state = State(folder);
        var problems = TakenWholeOrNot(folder, state is "3");
        if (state is "1" or "2")
            await ResumedAsync(folder);
        return new KillResult(phase, state, [.. problems, .. await AllThereAsync(folder)]);
    }

    private async Task<KillResult> UndoneAsync(string folder)
    {
        var state = State(folder);
        var problems = TakenWholeOrNot(folder, state is "3");
        if (state is "3")
            await DoneAsync(folder, Undo);
        problems.AddRange(TakenWholeOrNot(folder, false));
        return new KillResult(KillPhase.Undo, state, [.. problems, .. await AllThereAsync(folder)]);
    }

    /// <summary>The upload may not have been whole: then the program says so, and nothing is lost but the attempt.</summary>
    private async Task ResumedAsync(string folder)
    {
        using var program = new KilledProgram(_program, folder, "import", "--resume", List, "--json");
        var (exit, _, errors) = await program.EndAsync();
        if (exit != 0 && !(exit == 2 && errors.Contains("chưa được nhận trọn vẹn", StringComparison.Ordinal)))
            throw new InvalidOperationException($"--resume: exit {exit}, {errors}");
    }

    private List<string> TakenWholeOrNot(string folder, bool isTaken)
    {
        var found = (
            // Those whom a commit had brought in and not settled yet live nowhere: the next start takes them back.
            People: KillCheck.Number(folder, "SELECT COUNT(DISTINCT PersonId) FROM Residences"),
            Changes: KillCheck.Number(folder, $"SELECT COUNT(*) FROM ImportedRows WHERE ImportId = {List} AND UndoneAs IS NULL"),
            Images: KillCheck.Number(folder, $"SELECT COUNT(DISTINCT PersonId) FROM ImportImages WHERE ImportId = {List}"));
        var expected = isTaken ? (_rows + (_rows / 2), _rows, _rows / 2) : (_rows, 0, 0);
        return found == expected ? [] : [$"{found} instead of {expected}"];
    }

    private async Task<List<string>> AllThereAsync(string folder)
    {
        var problems = await KillCheck.ProblemsAfterImportAsync(folder, _list);
        if (KillCheck.Number(folder, "SELECT COUNT(*) FROM People") is var people && people != _rows + (_rows / 2))
            problems.Add($"{people} people in the end");
        if (KillCheck.Number(folder, "SELECT COUNT(*) FROM Memberships WHERE \"To\" IS NULL") is var members && members != _rows + (_rows / 2))
            problems.Add($"{members} memberships in the end");
        return problems;
    }

    private static string State(string folder) => KillCheck.Text(folder, $"SELECT MAX(State) FROM MemberImports WHERE Id = {List}");

    private static bool HasBegun(KilledProgram program, string folder, KillPhase phase) => phase switch
    {
        KillPhase.Read => File.Exists(Path.Combine(folder, "imports", List, "upload")),
        KillPhase.Stage => File.Exists(Path.Combine(folder, "imports", List, "rows.db.new")) || File.Exists(Path.Combine(folder, "imports", List, "rows.db")),
        KillPhase.Commit => program.Said("Đang ghi"),
        KillPhase.Undo => program.Said("Đang hoàn lại"),
        _ => true,
    };

    private static bool HasEnded(KilledProgram program, string folder, KillPhase phase) =>
        phase == KillPhase.Commit ? program.HasEnded : HasBegun(program, folder, phase + 1);

    private async Task DoneAsync(string folder, string[] arguments)
    {
        using var program = new KilledProgram(_program, folder, arguments);
        await ExpectDoneAsync(program);
    }

    private static async Task ExpectDoneAsync(KilledProgram program)
    {
        var (exit, _, errors) = await program.EndAsync();
        if (exit != 0)
            throw new InvalidOperationException($"exit {exit}: {errors}");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
