using Membership.App.Indicators;
using Membership.App.Spreadsheets.Writing;
using Membership.Domain.Indicators;

namespace Membership.App.Statistics;

/// <summary>
/// Each commune with its share, and their total. Cells are formulas where the formula gives exactly the page's figure, and plain
/// numbers where it does not (a person active in two communes is one person in the total).
/// </summary>
internal sealed class UnitTable
{
    public const string SheetName = "Tỷ lệ tham gia";

    private const int People = 2;
    private const int Memberships = 3;
    private const int Population = 4;

    private static readonly double[] Widths = [6, 25, 12, 12, 13, 11, 13, 13, 24, 34, 13];
    private static readonly string[] Headings =
    [
        "TT", "Đơn vị", "Số người tham gia", "Số lượt tham gia", "Dân số trong độ tuổi", "Tỷ lệ (%)", "Chỉ tiêu",
        "So với chỉ tiêu (điểm %)", "Đánh giá", "Nguồn dân số", "Ngày số liệu",
    ];

    private readonly IndicatorProgress _progress;
    private readonly SheetRows _rows = new(Widths);

    public UnitTable(IndicatorProgress progress)
    {
        _progress = progress;
        AddHeading();
        HeaderRow = _rows.Last - 1;
        FirstUnitRow = _rows.Last + 1;
        foreach (var (at, unit) in progress.Units.Index())
            _rows.Add(UnitCells(at, unit));
        LastUnitRow = _rows.Last;
        _rows.Add(TotalCells(progress.Whole));
    }

    public static int UnitColumn => 1;

    public static int ShareColumn => 5;

    public static int TargetColumn => 6;

    public int HeaderRow { get; }

    public int FirstUnitRow { get; }

    public int LastUnitRow { get; }

    public CellSpan Cells(int column, int firstRow, int lastRow) => CellSpan.Of(SheetName, _rows.Rows, column, firstRow, lastRow);

    public SheetDraft Sheet(string definitionSentence)
    {
        AddNotes(definitionSentence);
        return new(SheetName, Widths, _rows.Rows)
        {
            FrozenRows = FirstUnitRow - 1,
            RepeatedRows = (HeaderRow, HeaderRow + 1),
            Merges = _rows.Merges,
            FooterText = IndicatorWorkbook.Footer(_progress),
        };
    }

    /// <summary>Short: these rows stay on the screen while the table is scrolled.</summary>
    private void AddHeading()
    {
        _rows.AddAcross(CellLook.Title, _progress.Definition.Name.ToUpper(StatisticsTexts.Vietnamese), lineHeight: 24);
        _rows.AddAcross(CellLook.Subtitle, $"{_progress.Whole.Locality.Name}, số liệu đến ngày {StatisticsTexts.Date(_progress.AsOf)}; tổ chức: {StatisticsTexts.Organization(_progress)}; {StatisticsTexts.Completeness(_progress)}");
        _rows.AddAcross(CellLook.Note, StatisticsTexts.Target(_progress.Target));
        _rows.Add([.. Headings.Select(text => CellDraft.OfText(CellLook.Header, text))]);
        _rows.Add([.. Headings.Select((_, at) => CellDraft.OfNumber(CellLook.ColumnNumber, at + 1))]);
    }

    private void AddNotes(string definitionSentence)
    {
        _rows.AddEmpty();
        _rows.AddAcross(CellLook.Note, StatisticsTexts.Definition(_progress, definitionSentence));
        if (_progress.Definition.Note.Length > 0)
            _rows.AddAcross(CellLook.Note, "Điểm cần xác nhận: " + _progress.Definition.Note);
        _rows.AddAcross(CellLook.Note, StatisticsTexts.Sources(_progress.Units.Append(_progress.Whole)));
        _rows.AddAcross(CellLook.Note, $"Mức đầy đủ: {StatisticsTexts.Completeness(_progress)}; dòng tổng cộng và tỷ lệ chung chỉ tính trên các đơn vị có cả danh sách và số liệu dân số.");
    }

    private CellDraft[] UnitCells(int at, UnitFigure unit)
    {
        var row = _rows.Last + 1;
        return
        [
            CellDraft.OfNumber(CellLook.TextCentred, at + 1),
            CellDraft.OfText(CellLook.Text, unit.Locality.Name),
            StatisticsTexts.CountCell(unit, unit.People),
            StatisticsTexts.MembershipsCell(unit),
            CellDraft.OfNumber(CellLook.Count, unit.Measure.HasShare ? unit.Measure.Denominator : unit.Population?.Value),
            Share(unit.Measure, CountedHere(unit) == unit.Measure.Numerator, $"{CellName.Of(CountedColumn, row)}/{CellName.Of(Population, row)}", CellLook.Percent),
            StatisticsTexts.TargetCell(_progress.Target),
            Distance(unit, row, CellLook.Points),
            CellDraft.OfText(CellLook.TextCentred, StatisticsTexts.FlaggedStatus(unit, _progress.Target)),
            CellDraft.OfText(CellLook.Text, StatisticsTexts.Source(unit.Population)),
            CellDraft.OfDate(CellLook.Date, unit.Population?.AsOf),
        ];
    }

    private CellDraft[] TotalCells(UnitFigure whole)
    {
        var row = _rows.Last + 1;
        var measured = _progress.Units.Where(unit => unit.Measure.HasShare).ToList();
        var population = measured.Sum(unit => unit.Measure.Denominator!.Value);
        var addsUp = measured.Sum(CountedHere) == whole.Measure.Numerator && population == whole.Measure.Denominator;
        return
        [
            CellDraft.Blank(CellLook.StrongTextCentred),
            CellDraft.OfText(CellLook.StrongText, "Tổng cộng: " + whole.Locality.Name),
            whole.IsWithheld ? StatisticsTexts.WithheldCell(CellLook.StrongTextCentred) : Sum(People, unit => unit.People, whole.People),
            whole.AreMembershipsWithheld ? StatisticsTexts.WithheldCell(CellLook.StrongTextCentred) : Sum(Memberships, unit => unit.Memberships, whole.Memberships),
            population == whole.Measure.Denominator
                ? CellDraft.OfFormula(CellLook.StrongCount, OfMeasured(Population), population)
                : CellDraft.OfNumber(CellLook.StrongCount, whole.Measure.Denominator),
            Share(whole.Measure, addsUp, $"{OfMeasured(CountedColumn)}/{CellName.Of(Population, row)}", CellLook.StrongPercent),
            StatisticsTexts.TargetCell(_progress.Target),
            Distance(whole, row, CellLook.StrongPoints),
            CellDraft.OfText(CellLook.StrongTextCentred, StatisticsTexts.FlaggedStatus(whole, _progress.Target)),
            CellDraft.OfText(CellLook.Text, whole.Population is null ? $"Cộng {measured.Count} đơn vị có số liệu" : StatisticsTexts.Source(whole.Population)),
            CellDraft.OfDate(CellLook.Date, whole.Population?.AsOf),
        ];
    }

    private int CountedColumn => _progress.Definition.CountingUnit == CountingUnit.People ? People : Memberships;

    private long CountedHere(UnitFigure unit) => CountedColumn == People ? unit.People : unit.Memberships;

    /// <summary>The page's total is over the communes that have a share, or over all when none has.</summary>
    private CellDraft Sum(int column, Func<UnitFigure, long> count, long shown)
    {
        var measured = _progress.Units.Where(unit => unit.Measure.HasShare).Sum(count);
        if (_progress.Units.Any(unit => unit.AreMembershipsWithheld))
            return CellDraft.OfNumber(CellLook.StrongCount, shown);
        if (_progress.Units.Any(unit => unit.Measure.HasShare) && measured == shown)
            return CellDraft.OfFormula(CellLook.StrongCount, OfMeasured(column), shown);
        return _progress.Units.Count > 0 && _progress.Units.Sum(count) == shown
            ? CellDraft.OfFormula(CellLook.StrongCount, $"SUM({UnitRows(column)})", shown)
            : CellDraft.OfNumber(CellLook.StrongCount, shown);
    }

    /// <summary>The sum over the communes that have a share: a text or an empty cell is not ">=0".</summary>
    private string OfMeasured(int column) => $"SUMIF({UnitRows(ShareColumn)},\">=0\",{UnitRows(column)})";

    private string UnitRows(int column) => CellName.Span(column, FirstUnitRow, column, LastUnitRow);

    private static CellDraft Share(Measure measure, bool formulaHolds, string formula, CellLook look) =>
        formulaHolds && measure.HasShare
            ? CellDraft.OfFormula(look, formula, (double)measure.Share!.Value)
            : CellDraft.OfNumber(look, (double?)measure.Share);

    /// <summary>ROUND takes away what binary fractions add, so that half a hundredth is shown as on the page.</summary>
    private static CellDraft Distance(UnitFigure unit, int row, CellLook look) => unit.DistanceFromTarget is { } distance
        ? CellDraft.OfFormula(look, $"ROUND(({CellName.Of(ShareColumn, row)}-{CellName.Of(TargetColumn, row)})*100,8)", (double)decimal.Round(distance, 8))
        : CellDraft.Blank(look);
}
