using System.Globalization;

namespace Membership.Domain.Indicators;

/// <summary>A definition in Vietnamese, as it is shown beside each figure.</summary>
public static class DefinitionSentence
{
    /// <param name="organizationNames">Short names of the organizations counted, in the order they are named.</param>
    public static string Of(IndicatorDefinition definition, IReadOnlyList<string> organizationNames)
    {
        var who = $"người {AgesOf(definition)}, {PlaceOf(definition)}";
        var belongs = $"đang sinh hoạt trong {OneOf(organizationNames)}";
        var numerator = definition.CountingUnit == CountingUnit.People
            ? $"Số {who} và {belongs} (mỗi người chỉ tính một lần, dù tham gia nhiều tổ chức)"
            : $"Số lượt tham gia của {who} và {belongs} (người tham gia nhiều tổ chức được tính nhiều lượt)";
        return $"{numerator}, chia cho dân số {AgesOf(definition)} trên địa bàn.{AgeNoteOf(definition)}";
    }

    private static string AgesOf(IndicatorDefinition definition) => (definition.AgeFrom, definition.AgeTo) switch
    {
        (null, null) => "ở mọi độ tuổi",
        ({ } from, null) => Text($"từ đủ {from} tuổi trở lên"),
        (null, { } to) => Text($"đến hết {to} tuổi"),
        ({ } from, { } to) => Text($"từ đủ {from} tuổi đến hết {to} tuổi"),
    };

    private static string PlaceOf(IndicatorDefinition definition) => definition.ResidenceRule == ResidenceRule.LivesThere
        ? "cư trú trên địa bàn vào ngày chốt số liệu"
        : "thuộc đơn vị đóng trên địa bàn vào ngày chốt số liệu";

    private static string OneOf(IReadOnlyList<string> names) => names.Count == 1
        ? $"tổ chức {names[0]}"
        : $"ít nhất một trong các tổ chức: {string.Join(", ", names.SkipLast(1))} và {names[^1]}";

    private static string AgeNoteOf(IndicatorDefinition definition)
    {
        if (definition.AgeFrom is null && definition.AgeTo is null)
            return "";

        return definition.AgeReference == AgeReference.EndOfYear
            ? " Tuổi được tính bằng năm chốt số liệu trừ năm sinh."
            : " Tuổi được tính tròn đến ngày chốt số liệu; người chỉ biết năm sinh được tính tuổi từ ngày 01/01 của năm sinh.";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
