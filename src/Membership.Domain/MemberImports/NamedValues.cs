namespace Membership.Domain.MemberImports;

/// <summary>
/// Peoples and religions by the names of the official lists (Quyết định 121-TCTK/PPCĐ 1979; Quyết định 1019/QĐ-TCTK 2008), with the
/// spellings that lists really have. Never by code: the two lists of peoples differ in 37 of 54 codes.
/// </summary>
internal static class NamedValues
{
    /// <summary>Peoples divided by bars, the name before its spellings.</summary>
    private const string EthnicGroups =
        "Kinh; Việt | Tày | Thái | Hoa; Hán; Hoa (Hán); Hoa kiều; Tàu | Khơ-me; Khmer; Khmer Nam Bộ; Miên | Mường | Nùng | HMông; Mông; Mèo | "
        + "Dao | Gia-rai; Jrai; Gia Lai | Ngái | Ê-đê; Ra-đê; Rhade | Ba-na; Bahnar | Xơ-đăng; Xê Đăng; Sê-đăng | "
        + "Sán Chay; Cao Lan - Sán Chỉ; Cao Lan; Sán Chỉ | Cơ-ho; Kơ Ho; K’Ho | Chăm | Sán Dìu | Hrê | Mnông; Mơ Nông | "
        + "Ra-glai; Raglay; Rắc Lây | Xtiêng; Stiêng | Bru-Vân Kiều; Vân Kiều; Bru | Thổ | Giáy | Cơ-tu; Ca Tu; K’tu | Gié-Triêng; Gié | Mạ | "
        + "Khơ-mú | Co; Cor; Cua | Ta-ôi | Chơ-ro; Châu Ro | Kháng | Xinh-mun | Hà Nhì | Chu-ru | Lào | La Chí | La Ha | Phù Lá | La Hủ | Lự | "
        + "Lô Lô | Chứt | Mảng | Pà Thẻn | Cơ Lao | Cống | Bố Y | Si La | Pu Péo | Brâu; Brao | Ơ-đu | Rơ-măm";

    private const string Religions =
        "Phật giáo; Phật; đạo Phật; PG; Nam tông Khmer; Phật giáo Nam tông | Công giáo; Thiên Chúa; Thiên Chúa giáo; TCG; đạo Chúa; đạo Thiên Chúa | "
        + "Phật giáo Hòa Hảo; Hòa Hảo; PGHH; đạo Hòa Hảo | Cao Đài; CĐ; đạo Cao Đài | Tin Lành; TL; đạo Tin Lành | Hồi giáo; Islam; Bà-ni; đạo Hồi | "
        + "Tịnh độ cư sĩ Phật hội Việt Nam; Tịnh độ; TĐCS; Tịnh độ cư sĩ | Minh Sư đạo; Minh Sư | Minh Lý đạo; Minh Lý | "
        + "Đạo Tứ Ấn Hiếu Nghĩa; Tứ Ấn Hiếu Nghĩa | Bửu Sơn Kỳ Hương | Ba Ha'i; Bahá'í; Đạo Baha'i | Bà La Môn | Mặc Môn | "
        + "Phật giáo Hiếu Nghĩa Tà Lơn | Cơ đốc Phục lâm | Không; K; Không tôn giáo; Lương; Không có";

    private static readonly NamesOfValues EthnicGroupNames = new(EthnicGroups);
    private static readonly NamesOfValues ReligionNames = new(Religions);

    public static string? NameOfEthnicGroup(string written) => EthnicGroupNames.Find(written);

    public static string? NameOfReligion(string written) => ReligionNames.Find(written);

    public static string? EthnicGroup(RowReading row) => Read(row, MemberField.EthnicGroup, EthnicGroupNames, RowWarningCode.EthnicGroupUnknown);

    public static string? Religion(RowReading row) => Read(row, MemberField.Religion, ReligionNames, RowWarningCode.ReligionUnknown);

    private static string? Read(RowReading row, MemberField field, NamesOfValues names, RowWarningCode unknown)
    {
        if ((TickReader.Read(row, field) ?? OfCell(row, field, names)) is not { } written)
            return null;
        if (row.Chosen(field, written) is { } chosen)
            return chosen.Length > 0 ? chosen : null;
        if (!written.Any(char.IsLetter))
        {
            row.Warn(RowWarningCode.CodeNotTaken, field, written);
            return null;
        }

        if (names.Find(written) is { } name)
            return name;

        row.Warn(unknown, field, written);
        return written;
    }

    /// <summary>A tick or a dash names no people and no religion.</summary>
    private static string? OfCell(RowReading row, MemberField field, NamesOfValues names) =>
        CellText.IsTick(row[field]) || CellText.SaysNothing(row[field]) ? null : row.Kept(field, row[field], names.Find);
}
