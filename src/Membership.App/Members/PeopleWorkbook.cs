using System.Globalization;
using Membership.App.Indicators;
using Membership.App.Pipeline;
using Membership.App.Spreadsheets.Writing;
using Membership.App.Texts;

namespace Membership.App.Members;

/// <summary>A list of people to take away. Its first lines say what may be done with it, by whom and under which law.</summary>
internal sealed class PeopleWorkbook(Actor actor, TimeProvider clock)
{
    private const int DigitsForOthers = 3;
    private const string SheetName = "Danh sách";
    private static readonly double[] Widths = [6, 30, 13, 10, 26, 40];
    private static readonly string[] Headings = ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Xã, phường", "Tổ chức đang sinh hoạt"];
    private const double NumberWidth = 18;

    public byte[] Write(ExportPeople request, AskedFigure asked, IReadOnlyList<PersonRow> people, int leftOut)
    {
        double[] widths = request.WithMaskedNumber ? [.. Widths, NumberWidth] : Widths;
        var rows = new SheetRows(widths);
        AddHeading(rows, request, asked, people.Count, leftOut);
        var header = rows.Last + 1;
        string[] headings = request.WithMaskedNumber ? [.. Headings, "Số định danh (đã che)"] : Headings;
        rows.Add([.. headings.Select(text => CellDraft.OfText(CellLook.Header, text))]);
        foreach (var (at, person) in people.Index())
            rows.Add(Cells(at + 1, person, request.WithMaskedNumber));

        using var content = new MemoryStream();
        WorkbookWriter.Write(content, [new SheetDraft(SheetName, widths, rows.Rows)
        {
            FrozenRows = header,
            RepeatedRows = (header, header),
            Merges = rows.Merges,
            FooterText = "Dữ liệu cá nhân – " + asked.Locality.Name,
        }]);
        return content.ToArray();
    }

    private void AddHeading(SheetRows rows, ExportPeople request, AskedFigure asked, int people, int leftOut)
    {
        var organization = asked.Organization is { } one ? $"; {one.ShortName}" : "";
        rows.AddAcross(CellLook.Title, "DANH SÁCH NGƯỜI", lineHeight: 24);
        rows.AddAcross(CellLook.Subtitle, $"{asked.Locality.Name}, ngày {ShownDate.Of(asked.AsOf)}{organization}; {Number(people)} người");
        rows.AddAcross(CellLook.Note,
            "DỮ LIỆU CÁ NHÂN được bảo vệ theo Luật 91/2025/QH15. Chỉ dùng đúng mục đích dưới đây, không chuyển cho người khác, xóa khi dùng xong.");
        rows.AddAcross(CellLook.Note, $"Mục đích: {request.Purpose.Trim()}. Bên nhận: {request.Recipient.Trim()}.");
        rows.AddAcross(CellLook.Note, $"Người xuất: {actor.Name}, lúc {ShownDate.Moment(clock.GetUtcNow().UtcDateTime)}.");
        if (leftOut > 0)
            rows.AddAcross(CellLook.Note, $"Không kèm {Number(leftOut)} người đang hạn chế xử lý hoặc đã ẩn danh; họ vẫn được tính trong số liệu.");
    }

    private static CellDraft[] Cells(int number, PersonRow person, bool withNumber)
    {
        CellDraft[] cells =
        [
            CellDraft.OfNumber(CellLook.TextCentred, number),
            CellDraft.OfText(CellLook.Text, person.FullName),
            CellDraft.OfText(CellLook.TextCentred, ShownDate.Of(person.BirthDate)),
            CellDraft.OfText(CellLook.TextCentred, SexText.Of(person.Sex)),
            CellDraft.OfText(CellLook.Text, person.Commune.Name),
            CellDraft.OfText(CellLook.Text, string.Join(", ", person.Organizations)),
        ];
        return withNumber ? [.. cells, CellDraft.OfText(CellLook.TextCentred, ForOthers(person.MaskedCitizenId))] : cells;
    }

    /// <summary>Who is given the list tells people apart by fewer digits than who keeps the register.</summary>
    private static string? ForOthers(string? masked) => masked is null ? null : new string('•', masked.Length - DigitsForOthers) + masked[^DigitsForOthers..];

    private static string Number(int value) => value.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));
}
