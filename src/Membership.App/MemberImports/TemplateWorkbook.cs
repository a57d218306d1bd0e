using ClosedXML.Excel;

namespace Membership.App.MemberImports;

/// <summary>The template as a workbook: the list to fill in, instructions, and a hidden sheet of values to choose from.</summary>
internal static class TemplateWorkbook
{
    public const string List = "Danh sách";
    public const int HeadingRow = 5;

    private const string Values = "Giá trị";
    private const int RowsWithChoices = 2_000;

    public static void Write(Stream target, string unit, string noun, IReadOnlyList<TemplateColumn> columns)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.SetFontName("Times New Roman").Font.SetFontSize(12);
        var list = workbook.AddWorksheet(List);
        WriteList(list, unit, noun, columns);
        WriteInstructions(workbook.AddWorksheet("Hướng dẫn"), noun, columns);
        WriteChoices(list, workbook.AddWorksheet(Values), columns);
        workbook.SaveAs(target);
    }

    private static void WriteList(IXLWorksheet sheet, string unit, string noun, IReadOnlyList<TemplateColumn> columns)
    {
        Across(sheet, 1, unit.ToUpperInvariant(), columns.Count);
        Across(sheet, 3, $"DANH SÁCH {noun.ToUpperInvariant()}", columns.Count);
        foreach (var (at, column) in columns.Index())
        {
            // As text: Excel must neither take the zeros from a number nor exchange day and month.
            sheet.Column(at + 1).Width = column.Width;
            sheet.Column(at + 1).Style.NumberFormat.SetFormat("@");
            Heading(sheet.Cell(HeadingRow, at + 1), column.Heading);
        }

        sheet.SheetView.FreezeRows(HeadingRow);
        sheet.PageSetup.SetPageOrientation(XLPageOrientation.Landscape).FitToPages(1, 0);
        sheet.PageSetup.SetRowsToRepeatAtTop(HeadingRow, HeadingRow);
    }

    private static void Across(IXLWorksheet sheet, int row, string text, int columns) => sheet.Range(row, 1, row, columns).Merge()
        .SetValue(text).Style.Font.SetBold().Font.SetFontSize(14).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);

    private static void Heading(IXLCell cell, string text) => cell.SetValue(text).Style.Font.SetBold()
        .Fill.SetBackgroundColor(XLColor.FromArgb(0xE8, 0xEE, 0xF4)).Border.SetOutsideBorder(XLBorderStyleValues.Thin)
        .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();

    /// <summary>A line for each column: examples beside each other would look like a list, and be imported.</summary>
    private static void WriteInstructions(IXLWorksheet sheet, string noun, IReadOnlyList<TemplateColumn> columns)
    {
        sheet.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.PageSetup.SetPageOrientation(XLPageOrientation.Landscape).FitToPages(1, 0);
        (sheet.Column(1).Width, sheet.Column(2).Width, sheet.Column(3).Width) = (24, 64, 40);
        sheet.Range("A1:C1").Merge().SetValue("CÁCH ĐIỀN DANH SÁCH").Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Range("A2:C2").Merge().SetValue(
            $"Kính đề nghị điền mỗi {noun} vào một dòng của trang “{List}”, ngay dưới dòng tiêu đề, rồi tải tệp lên. "
            + "Xin giữ nguyên dòng tiêu đề; cột nào không có thông tin thì để trống. Các ví dụ dưới đây là người không có thật và không được nhập.");
        sheet.Row(2).Height = 54;
        foreach (var (at, heading) in new[] { "Cột", "Cách ghi", "Ví dụ" }.Index())
            Heading(sheet.Cell(4, at + 1), heading);
        foreach (var (at, column) in columns.Index())
        {
            sheet.Cell(at + 5, 1).SetValue($"Cột “{column.Heading}”").Style.Font.SetBold();
            sheet.Cell(at + 5, 2).SetValue(column.HowTo);
            sheet.Cell(at + 5, 3).SetValue(column.Examples).SetDataType(XLDataType.Text);
        }
    }

    private static void WriteChoices(IXLWorksheet list, IXLWorksheet values, IReadOnlyList<TemplateColumn> columns)
    {
        foreach (var (at, column) in columns.Index().Where(column => column.Item.Values.Count > 0))
        {
            foreach (var (row, value) in column.Values.Index())
                values.Cell(row + 1, at + 1).SetValue(value).SetDataType(XLDataType.Text);
            var choice = list.Range(HeadingRow + 1, at + 1, HeadingRow + RowsWithChoices, at + 1).SetDataValidation();
            choice.List(values.Range(1, at + 1, column.Values.Count, at + 1), true);
            choice.ErrorStyle = column.IsClosed ? XLErrorStyle.Stop : XLErrorStyle.Warning;
            choice.ErrorTitle = column.Heading;
            choice.ErrorMessage = column.IsClosed ? "Hãy chọn một giá trị trong danh sách." : "Giá trị này không có trong danh sách. Vẫn giữ?";
        }

        values.Hide();
    }
}
