using System.Globalization;
using Membership.App.Indicators;
using Membership.App.Spreadsheets.Writing;

namespace Membership.App.Statistics;

/// <summary>
/// "Phụ lục số liệu" in the form planners use: one row per figure, one column per year, the resolution's target and the
/// comparison with it (domain research 4.3, the appendix of Củ Chi).
/// </summary>
internal sealed class YearlyForm
{
    public const string SheetName = "Thống kê năm";

    private const int Target = 2;
    private const int FirstYear = 3;

    private readonly YearlyStatistics _statistics;
    private readonly double[] _widths;
    private readonly SheetRows _rows;

    public YearlyForm(YearlyStatistics statistics)
    {
        _statistics = statistics;
        _widths = [44, 11, 14, .. Enumerable.Repeat(14d, statistics.Years.Count), 14, 26];
        _rows = new(_widths);
    }

    private int LastYear => FirstYear + _statistics.Years.Count - 1;

    public SheetDraft Sheet(string definitionSentence, ReportHeading heading, DateOnly madeOn)
    {
        AddLetterhead(heading, madeOn);
        AddTitle();
        var header = AddHeader();
        AddFigures();
        AddOrganizations();
        AddNotes(definitionSentence);
        AddSignatures();
        return new(SheetName, _widths, _rows.Rows)
        {
            FrozenRows = header + 2,
            RepeatedRows = (header, header + 2),
            Merges = _rows.Merges,
            FooterText = IndicatorWorkbook.Footer(_statistics.Progress),
        };
    }

    private void AddLetterhead(ReportHeading heading, DateOnly madeOn)
    {
        var place = StatisticsTexts.BareName(_statistics.Progress.Whole.Locality.Name);
        string[] right = [.. heading.RightLines, $"{place}, {StatisticsTexts.LongDate(madeOn)}"];
        for (var line = 0; line < Math.Max(heading.IssuerLines.Count, right.Length); line++)
        {
            var look = line == right.Length - 1 ? CellLook.PlaceAndDate : CellLook.IssuerLine;
            _rows.AddBeside(CellLook.IssuerLine, heading.IssuerLines.ElementAtOrDefault(line) ?? "", look, right.ElementAtOrDefault(line) ?? "", FirstYear);
        }
    }

    private void AddTitle()
    {
        var latest = _statistics.Latest;
        var end = latest.IsOver ? "" : $" (đến ngày {StatisticsTexts.Date(latest.AsOf)})";
        _rows.AddAcross(CellLook.Title, string.Create(CultureInfo.InvariantCulture, $"THỐNG KÊ QUẦN CHÚNG THAM GIA CÁC TỔ CHỨC NĂM {latest.Year}"), lineHeight: 24);
        _rows.AddAcross(CellLook.Subtitle, $"{_statistics.Progress.Whole.Locality.Name}, số liệu đến ngày {StatisticsTexts.Date(latest.AsOf)}{(end.Length == 0 ? "" : "; năm chưa kết thúc")}");
    }

    /// <summary>Two rows, the years under one heading, then 1 2 3 …; returns the number of the first.</summary>
    private int AddHeader()
    {
        var resolution = _statistics.Progress.Target is { } target ? $"Chỉ tiêu NQ\n{target.ResolutionNumber}" : "Chỉ tiêu NQ";
        string[] left = ["Nội dung", "Đơn vị tính", resolution];
        string[] right = ["So với NQ (điểm %)", "Ghi chú"];
        _rows.Add([.. Texts(left), .. Texts(["Kết quả thực hiện", .. Enumerable.Repeat("", _statistics.Years.Count - 1)]), .. Texts(right)], height: 22);
        var first = _rows.Last;
        _rows.Add([.. Texts(left.Select(_ => "")), .. Texts(_statistics.Years.Select(YearHeading)), .. Texts(right.Select(_ => ""))], height: 36);
        _rows.Add([.. _widths.Select((_, at) => CellDraft.OfNumber(CellLook.ColumnNumber, at + 1))]);
        _rows.Merge(FirstYear, first, LastYear, first);
        foreach (var column in Enumerable.Range(0, _widths.Length).Where(column => column < FirstYear || column > LastYear))
            _rows.Merge(column, first, column, first + 1);
        return first;

        static IEnumerable<CellDraft> Texts(IEnumerable<string> texts) => texts.Select(text => CellDraft.OfText(CellLook.Header, text));
    }

    private void AddFigures()
    {
        AddGroup("1- Quần chúng tham gia các tổ chức");
        AddRow("Số người tham gia", "người", year => StatisticsTexts.CountCell(year.Progress?.Whole, year.Progress?.Whole.People));
        AddRow("Số lượt tham gia", "lượt", year => StatisticsTexts.MembershipsCell(year.Progress?.Whole));
        AddRow("Số được tính tỷ lệ", "người", year => year.Progress?.Whole is { IsWithheld: true } ? StatisticsTexts.WithheldCell(CellLook.TextCentred) : Count(Measured(year)?.Measure.Numerator));
        AddRow("Dân số trong độ tuổi", "người", year => Count(Measured(year)?.Measure.Denominator));
        AddShare();
        AddRow("Số đơn vị có số liệu / tổng số đơn vị", "đơn vị", year => CellDraft.OfText(CellLook.TextCentred, year.Progress is { } progress ? $"{progress.UnitsCounted}/{progress.UnitsTotal}" : ""));
    }

    /// <summary>Its two rows above are the numerator and the denominator.</summary>
    private void AddShare()
    {
        var row = _rows.Last + 1;
        var progress = _statistics.Progress;
        var shares = _statistics.Years.Select((year, at) => Measured(year)?.Measure.Share is { } share
            ? CellDraft.OfFormula(CellLook.StrongPercent, $"{CellName.Of(FirstYear + at, row - 2)}/{CellName.Of(FirstYear + at, row - 1)}", (double)share)
            : CellDraft.Blank(CellLook.StrongPercent));
        _rows.Add(
        [
            CellDraft.OfText(CellLook.StrongText, "Tỷ lệ tham gia"),
            CellDraft.OfText(CellLook.TextCentred, "%"),
            StatisticsTexts.TargetCell(progress.Target),
            .. shares,
            progress.Whole.DistanceFromTarget is { } distance
                ? CellDraft.OfFormula(CellLook.StrongPoints, $"ROUND(({CellName.Of(LastYear, row)}-{CellName.Of(Target, row)})*100,8)", (double)decimal.Round(distance, 8))
                : CellDraft.Blank(CellLook.StrongPoints),
            CellDraft.OfText(CellLook.StrongTextCentred, StatisticsTexts.FlaggedStatus(progress.Whole, progress.Target)),
        ]);
    }

    private void AddOrganizations()
    {
        if (_statistics.Organizations.Count == 0)
            return;
        AddGroup("2- Số người tham gia từng tổ chức (một người có thể ở nhiều tổ chức)");
        foreach (var organization in _statistics.Organizations)
            AddRow($"{organization.ShortName} ({organization.MemberNoun})", "người", year => OfOrganization(year.ByOrganization.GetValueOrDefault(organization.Code)));
    }

    private void AddGroup(string name) => _rows.AddAcross(CellLook.StrongText, name, lineHeight: 20);

    private void AddRow(string name, string unit, Func<YearColumn, CellDraft> cell) => _rows.Add(
    [
        CellDraft.OfText(CellLook.Text, name),
        CellDraft.OfText(CellLook.TextCentred, unit),
        CellDraft.Blank(CellLook.TextCentred),
        .. _statistics.Years.Select(cell),
        CellDraft.Blank(CellLook.Points),
        CellDraft.Blank(CellLook.Text),
    ]);

    private void AddNotes(string definitionSentence)
    {
        _rows.AddEmpty();
        foreach (var note in YearlyNotes.Of(_statistics, definitionSentence))
            _rows.AddAcross(CellLook.Note, note);
    }

    private void AddSignatures()
    {
        _rows.AddEmpty();
        _rows.AddBeside(CellLook.Signature, "NGƯỜI LẬP BIỂU", CellLook.Signature, "NGƯỜI PHÊ DUYỆT", FirstYear);
        _rows.AddBeside(CellLook.SignatureHint, "(Ký, ghi rõ họ tên)", CellLook.SignatureHint, "(Ký tên và đóng dấu)", FirstYear);
    }

    private static string YearHeading(YearColumn year) => year.IsOver
        ? year.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{year.Year}\n(đến {year.AsOf:dd/MM})");

    private static CellDraft Count(long? count) => CellDraft.OfNumber(CellLook.Count, count);

    private static CellDraft OfOrganization(UnitFigure? figure) => StatisticsTexts.CountCell(figure, figure?.People);

    private static UnitFigure? Measured(YearColumn year) => year.Progress?.Whole is { Measure.HasShare: true } whole ? whole : null;
}
