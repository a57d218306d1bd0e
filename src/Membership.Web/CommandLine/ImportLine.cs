using System.CommandLine;
using System.CommandLine.Parsing;
using Membership.Domain.MemberImports;

namespace Membership.Web.CommandLine;

/// <summary>What stands on the line of <c>import</c>: a file and whose list it is, or the number of an import to go on with.</summary>
internal sealed class ImportLine
{
    private readonly Argument<FileInfo?> _file = new("file") { Description = "Tệp .xlsx, .xls hoặc .csv", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _organization = new("--organization") { Description = "Mã tổ chức: DANG, MTTQ, CD, HND, DTN, LHPN, CCB" };
    private readonly Option<string> _locality = CommandOptions.Locality();
    private readonly Option<DateOnly> _asOf = CommandOptions.AsOf();
    private readonly Option<string?> _sheet = new("--sheet") { Description = "Tên trang tính; mặc định: trang đầu tiên có danh sách" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Chỉ kiểm tra, không ghi" };
    private readonly Option<long?> _resume = new("--resume") { Description = "Số của đợt nhập bị dừng giữa chừng hoặc đang chờ trả lời: làm tiếp, không cần tệp" };
    private readonly Option<bool> _acceptRepairs = CommandOptions.AcceptRepairs();
    private readonly Option<bool> _json = CommandOptions.Json();
    private readonly ImportOptions _choices = new();

    public void AddTo(Command command)
    {
        (_locality.Required, _asOf.Required) = (false, false);
        command.Arguments.Add(_file);
        foreach (var option in (Option[])[_organization, _locality, _asOf, _sheet, _dryRun, _resume, _acceptRepairs, .. _choices.All, _json])
            command.Options.Add(option);
        command.Validators.Add(Complete);
    }

    public ImportAsked Asked(ParseResult parsed) => new(
        parsed.GetValue(_file), parsed.GetValue(_organization)?.ToUpperInvariant(), parsed.GetValue(_locality), parsed.GetValue(_asOf), parsed.GetValue(_sheet),
        parsed.GetValue(_dryRun), parsed.GetValue(_resume), parsed.GetValue(_json))
    {
        AcceptRepairs = parsed.GetValue(_acceptRepairs),
        HasChoices = _choices.AreGiven(parsed),
        Choices = before => _choices.Over(before, parsed),
    };

    /// <summary>A new list needs all that a resumed one has already.</summary>
    private void Complete(CommandResult line)
    {
        if (IsGiven(line, _resume))
            return;

        var missing = ((Option[])[_organization, _locality, _asOf]).Where(option => !IsGiven(line, option)).Select(option => option.Name).ToList();
        if (line.GetResult(_file) is not { Tokens.Count: > 0 })
            missing.Add("<file>");
        if (missing.Count > 0)
            line.AddError($"thiếu {string.Join(", ", missing)}");
    }

    private static bool IsGiven(CommandResult line, Option option) => line.GetResult(option) is { Implicit: false };
}

/// <param name="File">Null when an import is resumed.</param>
/// <param name="Resumed">The import to go on with.</param>
internal sealed record ImportAsked(
    FileInfo? File, string? Organization, string? Locality, DateOnly AsOf, string? Sheet, bool DryRun, long? Resumed, bool Json)
{
    public required bool AcceptRepairs { get; init; }

    public required bool HasChoices { get; init; }

    /// <summary>What is chosen, given what was chosen before.</summary>
    public required Func<ListChoices, ListChoices> Choices { get; init; }
}
