using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.MemberImports;

namespace Membership.Web.CommandLine;

/// <summary>How <c>import</c> is told to read a list: a file of choices first, what the line itself says over it.</summary>
internal sealed class ImportOptions
{
    private readonly Option<ListMode?> _mode = OneOf<ListMode>(
        "--mode", "update: bổ sung, cập nhật (mặc định); full: danh sách đầy đủ", new() { ["update"] = ListMode.Update, ["full"] = ListMode.Full });

    private readonly Option<EmptyCells?> _emptyCells = OneOf<EmptyCells>(
        "--empty-cells", "Ô trống mà sổ đang có số liệu: keep giữ, clear xóa", new() { ["keep"] = EmptyCells.Keep, ["clear"] = EmptyCells.Clear });

    private readonly Option<LegacyEncoding?> _encoding = OneOf<LegacyEncoding>(
        "--encoding", "Bảng mã chữ Việt: auto (mặc định), unicode, tcvn3, vni",
        new() { ["auto"] = LegacyEncoding.Auto, ["unicode"] = LegacyEncoding.Unicode, ["tcvn3"] = LegacyEncoding.Tcvn3, ["vni"] = LegacyEncoding.Vni });

    private readonly Option<KnownAnswer?> _knownPeople = OneOf<KnownAnswer>(
        "--known-people", "Số liệu của người đã có mà danh sách ghi khác: ask hỏi (mặc định), keep giữ giá trị trong sổ, take lấy theo danh sách",
        new() { ["ask"] = null, ["keep"] = KnownAnswer.Keep, ["take"] = KnownAnswer.Take });

    private readonly Option<NewBranches?> _newBranches = OneOf<NewBranches>(
        "--new-branches", "Chi hội, chi đoàn có tên gần giống đơn vị đã có: ask hỏi (mặc định), same là đơn vị đã có, new là đơn vị mới",
        new() { ["ask"] = NewBranches.NotAnswered, ["same"] = NewBranches.Same, ["new"] = NewBranches.New });

    private readonly Option<ListCoverage?> _coverage = OneOf<ListCoverage>(
        "--full-list-of", "Danh sách đầy đủ chỉ có một chi hội, chi đoàn: branch của riêng đơn vị đó, unit của cả xã, phường",
        new() { ["branch"] = ListCoverage.Branch, ["unit"] = ListCoverage.Unit });

    private readonly Option<ListChoices?> _mapping = new("--mapping")
    {
        Description = "Tệp JSON ghi cột nào là mục gì và các lựa chọn khác, như imports show --json in ra ở choices",
        CustomParser = Mapping,
    };

    public IEnumerable<Option> All => [_mode, _emptyCells, _knownPeople, _newBranches, _coverage, _encoding, _mapping];

    public bool AreGiven(ParseResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <param name="before">What was chosen before the line was typed.</param>
    public ListChoices Over(ListChoices before, ParseResult parsed)
    {
        var choices = parsed.GetValue(_mapping) ?? before;
        return choices with
        {
            Mode = parsed.GetValue(_mode) ?? choices.Mode,
            EmptyCells = parsed.GetValue(_emptyCells) ?? choices.EmptyCells,
            Encoding = parsed.GetValue(_encoding) ?? choices.Encoding,
            KnownPeople = parsed.GetResult(_knownPeople) is null ? choices.KnownPeople : AnswerToAll(parsed.GetValue(_knownPeople)),
            NewBranches = parsed.GetValue(_newBranches) ?? choices.NewBranches,
            Coverage = parsed.GetValue(_coverage) ?? choices.Coverage,
        };
    }

    /// <param name="answer">Null: to be asked.</param>
    private static Dictionary<KnownFact, KnownAnswer> AnswerToAll(KnownAnswer? answer) =>
        answer is { } one ? KnownFacts.Protected.ToDictionary(fact => fact, _ => one) : [];

    private static Option<T?> OneOf<T>(string name, string description, Dictionary<string, T?> values)
        where T : struct => new(name)
        {
            Description = description,
            CustomParser = result =>
            {
                if (values.TryGetValue(result.Tokens[0].Value, out var value))
                    return value;

                result.AddError($"{name} phải là {string.Join(" hoặc ", values.Keys)}, không phải “{result.Tokens[0].Value}”");
                return null;
            },
        };

    private static ListChoices? Mapping(ArgumentResult result)
    {
        try
        {
            return ListChoicesConverter.ReadTyped(File.ReadAllText(result.Tokens[0].Value));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            result.AddError($"không đọc được tệp “{Path.GetFileName(result.Tokens[0].Value)}” của --mapping");
        }
        catch (JsonException)
        {
            result.AddError($"tệp “{Path.GetFileName(result.Tokens[0].Value)}” của --mapping không phải là JSON của các lựa chọn");
        }

        return null;
    }
}
