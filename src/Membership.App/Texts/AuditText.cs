using System.Globalization;
using System.Text.Json;
using Membership.App.Audit;
using Membership.Domain.Audit;

namespace Membership.App.Texts;

/// <summary>An entry of the log in words.</summary>
public static class AuditText
{
    private const string Nothing = "trống";

    private static readonly Dictionary<AuditKind, string> Kinds = new()
    {
        [AuditKind.Created] = "Thêm mới",
        [AuditKind.Changed] = "Thay đổi",
        [AuditKind.Removed] = "Xóa",
        [AuditKind.Imported] = "Ghi danh sách vào sổ",
        [AuditKind.Undone] = "Hoàn tác",
        [AuditKind.Merged] = "Gộp người trùng",
        [AuditKind.Exported] = "Xuất tệp",
        [AuditKind.PersonOpened] = "Mở thông tin một người",
        [AuditKind.SensitiveOpened] = "Mở thông tin nhạy cảm",
        [AuditKind.SearchedByNumber] = "Tìm theo số",
        [AuditKind.PeopleListed] = "Xem danh sách người",
        [AuditKind.SearchedByName] = "Tìm theo họ tên",
        [AuditKind.SignedIn] = "Đăng nhập",
        [AuditKind.SignInFailed] = "Đăng nhập không thành công",
        [AuditKind.SignedOut] = "Đăng xuất",
        [AuditKind.Refused] = "Bị từ chối",
        [AuditKind.Approved] = "Duyệt",
        [AuditKind.Anonymised] = "Ẩn danh",
        [AuditKind.KeysRotated] = "Đổi khóa mã hóa",
        [AuditKind.ListReceived] = "Nhận danh sách",
        [AuditKind.ListOpened] = "Xem các dòng của danh sách",
        [AuditKind.ListDiscarded] = "Bỏ danh sách",
        [AuditKind.AuditRead] = "Xem nhật ký xử lý",
        [AuditKind.LogRestored] = "Ghi nhận nhật ký khôi phục",
        [AuditKind.NumbersTried] = "Lần dò số định danh của người ở nơi khác",
    };

    public static string Of(AuditKind kind) => Kinds.GetValueOrDefault(kind) ?? throw new InvalidOperationException($"No text for {kind}");

    /// <summary>"Người (mã số 12)"; empty where the entry is about nothing in particular.</summary>
    public static string Subject(AuditEntry entry) => (entry.Subject, entry.SubjectId) switch
    {
        (null, _) => "",
        ({ } subject, null) => AuditWords.Subject(subject),
        ({ } subject, { } id) => string.Create(CultureInfo.InvariantCulture, $"{AuditWords.Subject(subject)} (mã số {id})"),
    };

    public static string Of(AuditBreak found) => found switch
    {
        { Kind: AuditBreakKind.EntryChanged } => $"Mục số {found.EntryId} của nhật ký đã bị sửa, đổi chỗ, hoặc mục trước nó đã bị sửa.",
        { Kind: AuditBreakKind.EntryMissing } => $"Mục số {found.EntryId} của nhật ký đã bị xóa.",
        { Kind: AuditBreakKind.EntryInserted } => $"Mục số {found.EntryId} của nhật ký đã bị chèn thêm.",
        { Kind: AuditBreakKind.HeadChanged } => "Phần ghi số mục của nhật ký đã bị sửa hoặc xóa.",
        { Kind: AuditBreakKind.PersonChangeChanged, PersonChangeId: { } change } =>
            $"Thay đổi số {change} trong lịch sử của người, ghi ở mục số {found.EntryId}, đã bị sửa.",
        { Kind: AuditBreakKind.PersonChangeChanged } => $"Các thay đổi của đợt nhập ghi ở mục số {found.EntryId} đã bị sửa.",
        { Kind: AuditBreakKind.PersonChangeMissing, PersonChangeId: { } change } =>
            $"Thay đổi số {change} trong lịch sử của người, ghi ở mục số {found.EntryId}, đã bị xóa.",
        { Kind: AuditBreakKind.PersonChangeMissing } => $"Có thay đổi của đợt nhập ghi ở mục số {found.EntryId} đã bị xóa.",
        { Kind: AuditBreakKind.PersonChangeErased } =>
            $"Nội dung của thay đổi số {found.PersonChangeId}, ghi ở mục số {found.EntryId}, đã bị xóa mà không có việc ẩn danh.",
        { Kind: AuditBreakKind.SealedValueMoved } => $"Giá trị mã hóa ở {found.SealedRow} đã bị sửa hoặc bị đổi chỗ với người khác, mục khác.",
        { Kind: AuditBreakKind.LogShortened } =>
            "Nhật ký đã bị cắt ngắn hoặc thay bằng bản cũ: tệp keys/log-head ghi nhiều mục hơn. Nếu vừa khôi phục bản sao lưu, hãy ghi nhận bằng lệnh “audit restored --reason”.",
        { Kind: AuditBreakKind.HeadFileMissing } =>
            "Tệp keys/log-head, nơi ghi số mục của nhật ký ngoài cơ sở dữ liệu, không còn. Nếu vừa khôi phục bản sao lưu, hãy ghi nhận bằng lệnh “audit restored --reason”.",
        { Kind: AuditBreakKind.HeadFileChanged } => "Tệp keys/log-head, nơi ghi số mục của nhật ký ngoài cơ sở dữ liệu, đã bị sửa.",
        _ => "Lịch sử của người có thay đổi mà nhật ký không ghi.",
    };

    /// <summary>Before and after of each field, counts and the like, one thing a line.</summary>
    public static IReadOnlyList<string> Details(string? details, AuditNames names)
    {
        if (details is null)
            return [];

        try
        {
            using var document = JsonDocument.Parse(details);
            return [.. document.RootElement.EnumerateObject().SelectMany(property => Lines(property, names))];
        }
        catch (JsonException)
        {
            // Nobody but a stranger has written it: shown as it is, and the verification says where.
            return [details];
        }
    }

    private static IEnumerable<string> Lines(JsonProperty detail, AuditNames names) => detail switch
    {
        { Name: AuditCapture.Fields, Value.ValueKind: JsonValueKind.Object } => detail.Value.EnumerateObject().Select(field => Field(field, names)),
        { Name: AuditCapture.PartId } => [],
        { Name: AuditCapture.Part } => [AuditWords.Subject(detail.Value.ToString())],
        { Name: PersonChangeSeals.Key, Value.ValueKind: JsonValueKind.Array } => [$"Thay đổi: {string.Join(", ", detail.Value.EnumerateArray().Select(FieldOfChange))}"],
        { Name: PersonChangeSeals.Key } => [],
        _ => [$"{AuditFieldText.Of(detail.Name)}: {Value(detail.Name, detail.Value, names)}"],
    };

    private static string FieldOfChange(JsonElement change) =>
        change.ValueKind == JsonValueKind.Object && change.TryGetProperty(nameof(ChangeDigest.Field), out var field)
            ? AuditFieldText.Of(field.ToString()).ToLower(CultureInfo.InvariantCulture)
            : "?";

    private static string Field(JsonProperty field, AuditNames names)
    {
        var label = AuditFieldText.Of(field.Name);
        if (field.Value.ValueKind != JsonValueKind.Object)
            return $"{label}: {field.Value}";

        var before = Value(field.Name, field.Value.GetProperty(AuditCapture.Before), names);
        var after = Value(field.Name, field.Value.GetProperty(AuditCapture.After), names);
        return before == Nothing ? $"{label}: {after}" : $"{label}: {before} → {after}";
    }

    private static string Value(string field, JsonElement value, AuditNames names) => value.ValueKind switch
    {
        JsonValueKind.Null => Nothing,
        JsonValueKind.True => "có",
        JsonValueKind.False => "không",
        JsonValueKind.Number => Number(field, value, names),
        JsonValueKind.String => Text(value.GetString()!),
        _ => value.GetRawText(),
    };

    private static string Number(string field, JsonElement value, AuditNames names)
    {
        if (!value.TryGetInt64(out var number))
            return value.GetRawText();

        var name = field switch { "LocalityId" => names.Locality(number), "OrganizationId" => names.Organization(number), _ => null };
        return name ?? (AuditFieldText.NamesSomething(field) ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("#,0", CultureInfo.GetCultureInfo("vi-VN")));
    }

    private static string Text(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return ShownDate.Of(day);
        return DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? VietnamTime.Shown(moment)
            : AuditWords.Value(text);
    }
}

/// <summary>What ids in the log are called; null for one that does not exist.</summary>
public sealed record AuditNames(Func<long, string?> Locality, Func<long, string?> Organization);
