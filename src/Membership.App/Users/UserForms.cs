using System.Globalization;
using Membership.App.Database;
using Membership.App.Forms;
using Membership.App.Texts;
using Membership.Domain.Forms;
using Membership.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Users;

/// <summary>The forms about one user: they know what she was when the page was opened.</summary>
internal sealed class UserForms(MembershipDb db, OpenedForms forms, MeanwhileReading meanwhile, TimeProvider clock)
{
    public async Task<string> OpenAsync(User user, CancellationToken cancellationToken) =>
        forms.Seal(SubjectOf(user), (await FieldsAsync(user, cancellationToken)).Select(field => KeyValuePair.Create(field.Field, (string?)field.Value)));

    /// <summary>Null when nothing was changed.</summary>
    public async Task<ChangedMeanwhile?> OvertakenAsync(User user, SentForm sent, CancellationToken cancellationToken)
    {
        var opened = forms.Open(SubjectOf(user), sent);
        var changed = (await FieldsAsync(user, cancellationToken)).Where(field => !opened.Said(field.Field, field.Value)).ToList();
        if (changed.Count == 0)
            return null;

        var (by, at) = opened == OpenedForm.Unknown ? default : await meanwhile.LatestAsync(opened, nameof(User), [user.Id], row: null, cancellationToken);
        return new ChangedMeanwhile(changed.ConvertAll(field => new MeanwhileField(field.Field, field.Label, field.InWords, by, at)), []);
    }

    private static string SubjectOf(User user) => $"{nameof(User)} {user.Id}";

    private async Task<List<UserField>> FieldsAsync(User user, CancellationToken cancellationToken)
    {
        var today = VietnamTime.Today(clock);
        var grants = await db.RoleGrants.AsNoTracking().Where(grant => grant.UserId == user.Id).OrderBy(grant => grant.Id).ToListAsync(cancellationToken);
        var current = grants.Where(grant => !grant.IsOverOn(today)).Select(grant => PermissionText.Of(grant.Role)).ToList();
        return
        [
            new("grants", "Vai trò", string.Join(' ', grants.Select(grant => string.Create(CultureInfo.InvariantCulture, $"{grant.Id}:{grant.To:O}"))), current.Count > 0 ? string.Join(", ", current) : "không có"),
            new("disabled", "Tài khoản", user.IsDisabled.ToString(), user.IsDisabled ? "đã ngừng" : "đang dùng"),
            new("password", "Mật khẩu", user.MustChangePassword.ToString(), user.MustChangePassword ? "mật khẩu dùng một lần" : "mật khẩu tự đặt"),
            new("second factor", "Mã xác thực", user.HasSecondFactor.ToString(), user.HasSecondFactor ? "bật" : "chưa bật"),
        ];
    }

    private sealed record UserField(string Field, string Label, string Value, string InWords);
}
