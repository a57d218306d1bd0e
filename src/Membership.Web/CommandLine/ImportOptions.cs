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

    private readonly Option<ListChoices?> _mapping = new("--mapping")
    {
        Description = "Tệp JSON ghi cột nào là mục gì và các lựa chọn khác, như imports show --json in ra ở choices",
        CustomParser = Mapping,
    };

    public IEnumerable<Option> All => [_mode, _emptyCells, _encoding, _mapping];

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
        };
    }

    private static Option<T?> OneOf<T>(string name, string description, Dictionary<string, T> values)
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
