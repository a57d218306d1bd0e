using System.Text;

namespace Membership.Testing.Lists;

/// <summary>Kinds of files, encodings, and what programs write around a list.</summary>
internal static class FileLists
{
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    static FileLists() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<RealList> All() =>
    [
        new ListDraft("text-with-commas").ToText(',', new UTF8Encoding(false), "ds.csv"),
        new ListDraft("text-with-commas-and-mark").ToText(',', new UTF8Encoding(true), "ds.csv"),
        new ListDraft("text-with-semicolons").ToText(';', new UTF8Encoding(true), "ds.csv"),
        new ListDraft("text-with-tabs").ToText('\t', new UTF8Encoding(false), "ds.tsv"),
        new ListDraft("text-with-tabs-in-utf-16").ToText('\t', new UnicodeEncoding(false, true), "ds.txt"),
        new ListDraft("text-with-commas-in-utf-16").ToText(',', new UnicodeEncoding(false, true), "ds.csv"),
        WindowsText(),
        new ListDraft("workbook-with-macros").ToWorkbook(builder => builder.Add("xl/vbaProject.bin", "MZ")) with { FileName = "ds.xlsm" },
        new ListDraft("workbook-in-strict-form").ToWorkbook(builder => builder.ChangeAll(text => text
            .Replace(WorkbookBuilder.Main, Strict, StringComparison.Ordinal).Replace(WorkbookBuilder.Relationships, StrictRelationships, StringComparison.Ordinal))),
        Sheet("dimension-of-the-whole-sheet", text => text.Replace("<sheetData>", "<dimension ref=\"A1:XFD1048576\"/><sheetData>", StringComparison.Ordinal)),
        Sheet("formatted-empty-rows-below", text => text.Replace(
            "</sheetData>", string.Concat(Enumerable.Range(100, 400).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\" s=\"1\"/><c r=\"E{row}\" s=\"1\"/></row>")) + "</sheetData>",
            StringComparison.Ordinal)),
        Sheet("stray-cell-in-the-last-corner", text => text.Replace(
            "</sheetData>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>0</v></c></row></sheetData>", StringComparison.Ordinal)),
        Sheet("cells-without-places", text => System.Text.RegularExpressions.Regex.Replace(text, " r=\"[A-Z]+[0-9]+\"", "")),
        Sheet("filtered-and-hidden-rows", text => text.Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal)),
        Sheet("protected-sheet", text => text.Replace("</sheetData>", "</sheetData><sheetProtection sheet=\"1\" password=\"CC1A\"/>", StringComparison.Ordinal)),
        new ListDraft("text-in-cells-themselves") { Row = (person, number) => [number, Inline(person.Name), Inline(person.Day), Inline(person.SexWord), Inline(person.CitizenId)] }.ToWorkbook(),
        new ListDraft("text-in-runs-of-letters").ToWorkbook(builder => builder.Change(
            WorkbookBuilder.SharedStringsPart,
            text => text.Replace("<t xml:space=\"preserve\">Nguyễn Thị Ánh</t>", "<r><t xml:space=\"preserve\">Nguyễn </t></r><r><t>Thị Ánh</t></r>", StringComparison.Ordinal))),
        AfterOther("cover-before-the-list", builder => builder.Sheet("Bìa", ["HỘI NÔNG DÂN"], ["DANH SÁCH HỘI VIÊN"])),
        AfterOther("hidden-list-of-last-year", builder => builder.Sheet("2024", ListDraft.PlainHeading, [1, "Võ Minh Khôi", "1970", "Nam", null]).Hidden()),
        AfterOther("very-hidden-values", builder => builder.Sheet("Gia tri", ["Nam"], ["Nữ"]).Hidden("veryHidden")),
        new ListDraft("sheet-of-values-behind").List(new WorkbookBuilder().Sheet("DS ", [.. new ListDraft("").Rows]).Sheet("Dân tộc", ["Kinh"], ["Khmer"]).ToBytes()),
    ];

    private static RealList Sheet(string name, Func<string, string> change) =>
        new ListDraft(name).ToWorkbook(builder => builder.Change(WorkbookBuilder.SheetPart(1), change));

    private static RawCell Inline(string text) => new("t=\"inlineStr\"", $"<is><t>{text}</t></is>");

    private static RealList AfterOther(string name, Func<WorkbookBuilder, WorkbookBuilder> first)
    {
        var draft = new ListDraft(name);
        return draft.List(first(new WorkbookBuilder()).Sheet("Danh sách", [.. draft.Rows]).ToBytes()) with { People = draft.Expect(2, sheet: 1) };
    }

    /// <summary>As Excel saves "CSV" in Vietnam: marks behind their letters, and no sign of the encoding.</summary>
    private static RealList WindowsText()
    {
        var draft = new ListDraft("text-in-windows-1258");
        var text = string.Concat(draft.Rows.Select(row => string.Join(',', row) + "\r\n"));
        return draft.List(Encoding.GetEncoding(1258).GetBytes(HalfComposed(text))) with { FileName = "ds.csv" };
    }

    // The code page has â, ă, ê, ô, ơ, ư and đ, and five tone marks of their own.
    private static string HalfComposed(string text)
    {
        var composed = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            // A dot below comes before the breve of its letter.
            var at = composed.Length > 1 && composed[^1] == '\u0323' ? composed.Length - 2 : composed.Length - 1;
            if (letter is '\u0302' or '\u0306' or '\u031B' && at >= 0)
                composed[at] = (composed[at].ToString() + letter).Normalize(NormalizationForm.FormC)[0];
            else
                composed.Append(letter);
        }

        return composed.ToString();
    }
}
