using Membership.App.Indicators;
using Membership.App.Localities;
using Membership.App.Organizations;
using Membership.App.Populations;
using Membership.Domain;

namespace Membership.App.Texts;

/// <summary>The one Vietnamese sentence of each refusal: what is wrong, and what to do about it.</summary>
public static class RefusalText
{
    public static string Of(Refusal refusal) => refusal switch
    {
        LocalityNotFound x => $"Không có địa phương nào mang mã “{x.Code}” vào ngày {x.AsOf:dd/MM/yyyy}. Hãy chọn lại địa phương hoặc ngày.",
        OrganizationNotFound x => $"Không có tổ chức nào mang mã “{x.Code}”. Hãy chọn lại tổ chức.",
        IndicatorNotFound x => $"Không có chỉ số nào mang mã “{x.Code}” được tính vào ngày đó. Hãy chọn lại chỉ số hoặc ngày.",
        PopulationIsKeptPerCommune x => $"Số dân trong độ tuổi được ghi cho từng xã, phường; {x.LocalityName} là tổng của các xã, phường. Hãy chọn một xã hoặc phường.",
        _ => throw new InvalidOperationException($"{refusal.GetType().Name} has no text"),
    };
}
