using System.Drawing;
using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;

namespace Membership.App.Tests.MemberImports;

/// <summary>A workbook with what officers put into theirs: a title, merged heading, widths, colours, formulas, comments, rules and a second sheet.</summary>
internal static class OfficersWorkbook
{
    public const string List = "Danh sách";
    public const int HeadingRow = 4;

    /// <summary>Rows 5 to 9: the second has no such birth date, the third no name, the fourth is the first again.</summary>
    public static byte[] Content(Action<IXLWorkbook>? change = null)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet(List);
        sheet.Cell("A1").Value = "HỘI NÔNG DÂN XÃ";
        sheet.Range("A1:G1").Merge().Style.Font.SetBold();
        WriteHeading(sheet);
        Write(sheet, 5, "Nguyễn Thị Ánh", "12/03/1981", "Nữ", "094181000011", "x");
        Write(sheet, 6, "Trần Văn Bình", "29/02/1995", "Nam", "094195000012", "y");
        Write(sheet, 7, null, "01/02/1990", "Nam", "094190000013", "z");
        Write(sheet, 8, "Nguyễn Thị Ánh", "12/03/1981", "Nữ", "094181000011", "t");
        Write(sheet, 9, "Lê Hoàng Dũng", "15/07/1977", "Nam", "094177000014", "u");
        Adorn(workbook, sheet);
        change?.Invoke(workbook);
        using var target = new MemoryStream();
        workbook.SaveAs(target);
        return target.ToArray();
    }

    /// <summary>The same bytes, changed as an officer would in Excel.</summary>
    public static byte[] Edited(byte[] content, Action<IXLWorksheet> edit)
    {
        using var workbook = new XLWorkbook(new MemoryStream(content));
        edit(workbook.Worksheet(List));
        using var target = new MemoryStream();
        workbook.SaveAs(target);
        return target.ToArray();
    }

    public static Dictionary<string, byte[]> Parts(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public static string Text(byte[] content, string part) => Encoding.UTF8.GetString(Parts(content)[part]);

    private static void WriteHeading(IXLWorksheet sheet)
    {
        var headings = new[] { "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Ghi chú", "Tuổi" };
        for (var column = 0; column < headings.Length; column++)
            sheet.Cell(HeadingRow, column + 1).SetValue(headings[column]).Style.Fill.SetBackgroundColor(XLColor.FromColor(Color.LightGreen)).Font.SetBold();
    }

    private static void Write(IXLWorksheet sheet, int row, string? name, string born, string sex, string number, string note)
    {
        sheet.Cell(row, 1).SetValue(row - 4);
        if (name is not null)
            sheet.Cell(row, 2).SetValue(name).Style.Font.SetItalic();
        sheet.Cell(row, 3).SetValue(born).SetDataType(XLDataType.Text).Style.Border.SetOutsideBorder(XLBorderStyleValues.Thin);
        sheet.Cell(row, 4).SetValue(sex);
        sheet.Cell(row, 5).SetValue(number).SetDataType(XLDataType.Text);
        sheet.Cell(row, 6).SetValue(note);
        sheet.Cell(row, 7).FormulaA1 = $"2026-RIGHT(C{row},4)";
    }

    private static void Adorn(XLWorkbook workbook, IXLWorksheet sheet)
    {
        sheet.Column(2).Width = 31;
        sheet.Columns(6, 20).Width = 12;
        sheet.Cell("C6").Comment.AddText("Xem lại hồ sơ");
        sheet.Cell("F9").Comment.AddText("Đã gặp");
        sheet.Range("D5:D9").SetDataValidation().List("\"Nam,Nữ\"", true);
        sheet.Range("G5:G9").AddConditionalFormat().WhenGreaterThan("60").Fill.SetBackgroundColor(XLColor.Yellow);
        sheet.SheetView.FreezeRows(HeadingRow);
        workbook.NamedRanges.Add("Nguoi", sheet.Range("B5:B9"));
        var other = workbook.AddWorksheet("Tổng hợp");
        other.Cell("A1").FormulaA1 = $"COUNTA('{List}'!B5:B9)";
        other.Cell("A2").Comment.AddText("Giữ nguyên");
    }
}
