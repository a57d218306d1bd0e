using System.Globalization;
using Membership.App.Texts;
using Membership.Domain.Localities;
using Membership.Domain.MemberImports;
using Membership.Domain.Organizations;

namespace Membership.App.MemberImports;

internal static class LargeImportText
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>What a second person needs to know to agree to a large list.</summary>
    /// <param name="writtenBeside">Rows of other lists that count together with it.</param>
    public static string Question(MemberImport import, Organization organization, LocalityFact locality, int writtenBeside) => string.Create(
        Vietnamese,
        $"Ghi danh sách {import.Rows:N0} dòng của {organization.ShortName} tại {locality.Name}, tính đến ngày {ShownDate.Of(import.AsOf)} (đợt nhập số {import.Id}): "
        + $"{import.NewRows:N0} người mới, {import.ChangedRows:N0} người có thay đổi, {import.DoubtfulRows:N0} dòng nghi trùng, {import.RejectedRows:N0} dòng lỗi.")
        + (writtenBeside == 0 ? "" : string.Create(Vietnamese, $" Trong 24 giờ qua đã ghi {writtenBeside:N0} dòng từ các danh sách khác của {import.ReceivedBy}."));

    /// <summary>The same before a large list is taken back.</summary>
    public static string UndoQuestion(MemberImport import, int ended, Organization organization, LocalityFact locality) => string.Create(
        Vietnamese,
        $"Hoàn lại {WrittenText.Of(import, ended)} đã ghi vào sổ từ danh sách của {organization.ShortName} tại {locality.Name}, "
        + $"tính đến ngày {ShownDate.Of(import.AsOf)} (đợt nhập số {import.Id}).");
}
