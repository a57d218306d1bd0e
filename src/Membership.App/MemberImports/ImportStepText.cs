using System.Globalization;
using System.Text.Json;
using Membership.App.Audit;
using Membership.App.Texts;
using Membership.Domain.Audit;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>One thing that was done with an import, in a few words, from what the log has of it.</summary>
internal sealed class ImportStepText(IReadOnlyDictionary<int, string> sheets)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly AuditNames NoNames = new(_ => null, _ => null);

    /// <summary>Null for an entry that only says what the one before it did to the counts.</summary>
    public string? Of(AuditKind kind, string? details, string? before)
    {
        using var document = Parsed(details);
        var said = document.RootElement;
        return kind switch
        {
            AuditKind.Changed => OfAnswer(said) ?? (IsAnswer(before) ? null : OfFields(said)),
            AuditKind.Exported when said.TryGetProperty("what", out var what) => $"{AuditText.Of(kind)}: {AuditWords.Value(what.ToString())}",
            _ => AuditText.Of(kind),
        };
    }

    private static JsonDocument Parsed(string? details)
    {
        try
        {
            return JsonDocument.Parse(details ?? "{}");
        }
        catch (JsonException)
        {
            // Nobody but a stranger has written it; the verification of the log says where.
            return JsonDocument.Parse("{}");
        }
    }

    private bool IsAnswer(string? details)
    {
        using var document = Parsed(details);
        return OfAnswer(document.RootElement) is not null;
    }

    /// <summary>What the officer did; null for an entry that names the fields which changed.</summary>
    private string? OfAnswer(JsonElement said) => OfRow(said) ?? OfRule(said) ?? OfMissing(said) ?? OfList(said);

    private string? OfRow(JsonElement said)
    {
        if (!said.TryGetProperty("row", out var key) || !key.TryGetInt32(out var number))
            return null;

        var row = ListRowText.Of(number, sheets);
        if (said.TryGetProperty("verdict", out var verdict))
            return $"Sửa dòng {row} trên trang: {AuditWords.Value(verdict.ToString())}";

        return said.TryGetProperty("decision", out var decision) && decision.ToString() != nameof(RowDecision.None)
            ? $"Quyết định dòng {row}: {AuditWords.Value(decision.ToString())}"
            : $"Bỏ quyết định của dòng {row}";
    }

    private static string? OfRule(JsonElement said) =>
        said.TryGetProperty("decision", out var decision) && Enum.TryParse<DecisionRule>(decision.ToString(), out var rule) && Enum.IsDefined(rule)
            ? $"Quyết định {Count(said, "rows")} dòng theo quy tắc “{DoubtText.Of(rule)}”"
            : null;

    private static string? OfMissing(JsonElement said) => !said.TryGetProperty("missingMembers", out _) ? null
        : said.TryGetProperty("endedBy", out var why) && why.ValueKind != JsonValueKind.Null
            ? $"Xác nhận {Count(said, "missingMembers")} người thôi sinh hoạt: {AuditWords.Value(why.ToString())}"
            : $"Xác nhận {Count(said, "missingMembers")} người vẫn sinh hoạt";

    private static string? OfList(JsonElement said)
    {
        if (said.TryGetProperty(ReadingAudit.Answered, out _))
            return $"Trả lời: {Together(said)}";

        return said.TryGetProperty(ReadingAudit.Chosen, out _) ? $"Chọn lại cách đọc: {Together(said)}" : null;
    }

    private static string Together(JsonElement said) => string.Join("; ", AuditText.Details(said.GetRawText(), NoNames).Skip(1)) is { Length: > 0 } all ? all : "như cũ";

    /// <summary>A reading or a check, or an answer of before it was noted which.</summary>
    private static string OfFields(JsonElement said)
    {
        if (!said.TryGetProperty(AuditCapture.Fields, out var fields) || !fields.TryGetProperty(nameof(MemberImport.State), out var state))
            return "Kiểm tra lại danh sách";

        return state.GetProperty(AuditCapture.After).ToString() switch
        {
            nameof(MemberImportState.Checked) => "Đọc và kiểm tra danh sách",
            nameof(MemberImportState.Asking) => "Đọc danh sách: cần trả lời thêm",
            nameof(MemberImportState.Refused) => "Đọc danh sách: không đọc được",
            _ => "Trả lời hoặc chọn lại cách đọc",
        };
    }

    private static string Count(JsonElement said, string field) =>
        said.TryGetProperty(field, out var value) && value.TryGetInt64(out var count) ? count.ToString("#,0", Vietnamese) : "0";
}
