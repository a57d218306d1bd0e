using Membership.App.Database;
using Membership.Domain.Indicators;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Statistics;

/// <summary>What an indicator counts, in a Vietnamese sentence.</summary>
internal static class DefinitionReading
{
    public static async Task<string> SentenceAsync(MembershipDb db, IndicatorDefinition definition, CancellationToken cancellationToken)
    {
        var codes = definition.CountedOrganizations.ToList();
        var names = await db.Organizations.AsNoTracking()
            .Where(organization => codes.Contains(organization.Code))
            .ToDictionaryAsync(organization => organization.Code, organization => organization.ShortName, cancellationToken);
        return Of(definition, [.. codes.Select(code => names.GetValueOrDefault(code, code))]);
    }

    /// <param name="definition">The version that figures were counted by.</param>
    /// <param name="organizationNames">Of the organizations counted, in the definition's order.</param>
    public static string Of(IndicatorDefinition definition, IReadOnlyList<string> organizationNames)
    {
        var unit = definition.CountingUnit == CountingUnit.People
            ? "đếm mỗi người một lần"
            : "đếm theo số lượt (một người ở hai tổ chức là hai lượt)";
        var residence = definition.ResidenceRule == ResidenceRule.LivesThere ? "đang cư trú tại đơn vị" : "sinh hoạt tại tổ chức của đơn vị";
        return $"số người {Ages(definition)}{residence} và đang tham gia ít nhất một trong các tổ chức {string.Join(", ", organizationNames)} "
            + $"({unit}), chia cho dân số trong độ tuổi của đơn vị.";
    }

    private static string Ages(IndicatorDefinition definition)
    {
        var reference = definition.AgeReference == AgeReference.AsOfDate ? "tính tròn tuổi đến ngày số liệu" : "tính theo năm sinh";
        return (definition.AgeFrom, definition.AgeTo) switch
        {
            ({ } from, { } to) => $"từ {from} đến {to} tuổi ({reference}), ",
            ({ } from, null) => $"từ {from} tuổi trở lên ({reference}), ",
            (null, { } to) => $"đến hết {to} tuổi ({reference}), ",
            _ => "",
        };
    }
}
