using System.Globalization;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class BirthDateParsingTests
{
    private const string Headings = "Họ tên|Ngày sinh";

    [Theory]
    [InlineData("05/03/1980", "1980-03-05")]
    [InlineData("5/3/1980", "1980-03-05")]
    [InlineData("05-03-1980", "1980-03-05")]
    [InlineData("5.3.1980", "1980-03-05")]
    [InlineData("5 3 1980", "1980-03-05")]
    [InlineData(" 05 / 03 / 1980 ", "1980-03-05")]
    [InlineData("\t25/03/1980", "1980-03-25")] // A leading tab among date cells.
    [InlineData("\u00A005/03/1980\u200B", "1980-03-05")]
    [InlineData("05/03/1980 00:00:00", "1980-03-05")]
    [InlineData("1980-03-05", "1980-03-05")]
    [InlineData("1980-03-05T00:00:00", "1980-03-05")]
    [InlineData("ngày 5 tháng 3 năm 1980", "1980-03-05")]
    [InlineData("29/02/1996", "1996-02-29")]
    [InlineData("03/1980", "1980-03")]
    [InlineData("3-1980", "1980-03")]
    [InlineData("00/03/1980", "1980-03")]
    [InlineData("/05/1980", "1980-05")]
    [InlineData("…/5/1965", "1965-05")]
    [InlineData("1980", "1980")]
    [InlineData(" 1994", "1994")]
    [InlineData("1981.0", "1981")]
    [InlineData("Năm 1965", "1965")]
    [InlineData("SN 1965", "1965")]
    [InlineData("00/00/1994", "1994")]
    [InlineData("/ /1986", "1986")]
    [InlineData("/ / //1986", "1986")]
    [InlineData("…/…/1965", "1965")]
    [InlineData("../../1965", "1965")]
    [InlineData("__/__/1965", "1965")]
    [InlineData("-/-/1965", "1965")]
    [InlineData("05//1980", "1980")] // A day of no month says nothing.
    [InlineData("05/00/1980", "1980")]
    [InlineData("31/12/2025", "2025-12-31")]
    [InlineData("1900", "1900")]
    public void BirthDate_WhenWrittenAsText_IsReadWithItsPrecision(string written, string date)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", written);

        Assert.Empty(member.Problems);
        Assert.Empty(member.Repairs);
        Assert.Equal(PartialDate.Parse(date), member.BirthDate);
    }

    [Theory]
    [InlineData("31/02/1990", RowProblemCode.DateDoesNotExist)]
    [InlineData("29/02/1995", RowProblemCode.DateDoesNotExist)]
    [InlineData("03/25/1980", RowProblemCode.DateDoesNotExist)] // Month first is never tried.
    [InlineData("13/1980", RowProblemCode.DateDoesNotExist)]
    [InlineData("05/03/1899", RowProblemCode.DateOutOfRange)]
    [InlineData("1899", RowProblemCode.DateOutOfRange)]
    [InlineData("01/01/1900", RowProblemCode.DateOutOfRange)] // What programs write for an empty cell.
    [InlineData("01/07/2026", RowProblemCode.DateOutOfRange)] // The day after the list's.
    [InlineData("08/2026", RowProblemCode.DateOutOfRange)]
    [InlineData("2027", RowProblemCode.DateOutOfRange)]
    [InlineData("9999", RowProblemCode.DateOutOfRange)]
    [InlineData("1990/05", RowProblemCode.DateUnreadable)] // Year first is not used in these lists.
    [InlineData("65", RowProblemCode.DateUnreadable)] // A year, or an age?
    [InlineData("05/03", RowProblemCode.DateUnreadable)]
    [InlineData("05031980", RowProblemCode.DateUnreadable)]
    [InlineData("5/3/198", RowProblemCode.DateUnreadable)]
    [InlineData("005/3/1980", RowProblemCode.DateUnreadable)]
    [InlineData("05/03/0000", RowProblemCode.DateUnreadable)]
    [InlineData("5/3/1980/1", RowProblemCode.DateUnreadable)]
    [InlineData("Ất Tỵ", RowProblemCode.DateUnreadable)]
    [InlineData("1965 (ÂL)", RowProblemCode.DateUnreadable)]
    [InlineData("1965?", RowProblemCode.DateUnreadable)]
    [InlineData("#N/A", RowProblemCode.CellHasError)]
    public void BirthDate_WhenNotADate_IsReported(string written, RowProblemCode expected)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", written);

        Assert.Equal([new RowProblem(expected, MemberField.DateOfBirth, written)], member.Problems);
        Assert.Null(member.BirthDate);
    }

    [Theory]
    [InlineData("1981-03-21T17:00:00.000Z", "1981-03-22", true)]
    [InlineData("1970-12-31T16:00:00Z", "1971-01-01", true)] // In the south, until 1975.
    [InlineData("1981-03-22T00:00:00Z", "1981-03-22", false)]
    [InlineData("1981-03-22T00:00:00+07:00", "1981-03-22", false)]
    public void BirthDate_WhenInUniversalTime_IsTheDayInVietnam(string written, string date, bool isRepaired)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", written);

        Assert.Equal(PartialDate.Parse(date), member.BirthDate);
        Assert.Equal(isRepaired ? [RepairCode.DayInUniversalTime] : [], member.Repairs);
    }

    [Theory]
    [InlineData("05/03/80", "1980-03-05")]
    [InlineData("05/03/26", "1926-03-05")]
    [InlineData("05/03/99", "1999-03-05")]
    [InlineData("05/03/08", "2008-03-05")] // 18 years old.
    [InlineData("05/03/12", "2012-03-05")] // 14 years old: the youngest.
    [InlineData("05/03/16", "1916-03-05")] // 10 would be too young.
    [InlineData("03/80", "1980-03")]
    public void BirthDate_WhenTheYearHasTwoDigits_IsCompletedByName(string written, string date)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", written);

        Assert.Equal(PartialDate.Parse(date), member.BirthDate);
        Assert.Equal([RepairCode.TwoDigitYear], member.Repairs);
    }

    [Fact]
    public void BirthDate_WhenNoCenturyFits_IsReported()
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", "05/03/14");

        Assert.Equal(RowProblemCode.DateUnreadable, Assert.Single(member.Problems).Code);
    }

    [Theory]
    [InlineData(29285, "1980-03-05")]
    [InlineData(29285.75, "1980-03-05")] // With a time of day.
    [InlineData(61, "1900-03-01")]
    [InlineData(59, "1900-02-28")]
    [InlineData(2, "1900-01-02")]
    public void BirthDate_WhenADateCell_IsThatDay(double serial, string date)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", Sheet.Date(serial));

        Assert.Equal((PartialDate.Parse(date), 0), (member.BirthDate, member.Repairs.Count));
    }

    [Theory]
    [InlineData(60, RowProblemCode.DateDoesNotExist)] // Excel's 29/02/1900.
    [InlineData(-1, RowProblemCode.DateOutOfRange)]
    [InlineData(2958466, RowProblemCode.DateOutOfRange)]
    [InlineData(1e300, RowProblemCode.DateOutOfRange)]
    [InlineData(double.NaN, RowProblemCode.DateOutOfRange)]
    [InlineData(60000, RowProblemCode.DateOutOfRange)] // 2064
    [InlineData(2090, RowProblemCode.DateOutOfRange)] // A year, but of the future.
    public void BirthDate_WhenADateCellIsNoBirthday_IsReported(double serial, RowProblemCode expected)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", Sheet.Date(serial));

        Assert.Equal(expected, Assert.Single(member.Problems).Code);
    }

    [Fact]
    public void BirthDate_WhenAYearStandsInADateCell_IsTheYearByName()
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", Sheet.Date(1965));

        Assert.Equal(PartialDate.TryCreate(1965), member.BirthDate);
        Assert.Equal([RepairCode.YearInDateCell], member.Repairs);
    }

    [Theory]
    [InlineData(1965, "1965", null)]
    [InlineData(29285, null, RowProblemCode.DateUnreadable)] // A serial day or a mistake: not guessed.
    [InlineData(5031980, null, RowProblemCode.DateUnreadable)]
    [InlineData(5.198, null, RowProblemCode.DateUnreadable)]
    [InlineData(65, null, RowProblemCode.DateUnreadable)]
    [InlineData(1850, null, RowProblemCode.DateOutOfRange)]
    public void BirthDate_WhenAPlainNumber_IsAYearOrReported(double number, string? date, RowProblemCode? problem)
    {
        var member = Sheet.Parse(Headings, "Lê Văn Tám", number);

        Assert.Equal(date, member.BirthDate?.ToString());
        Assert.Equal(problem, member.Problems.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/ /")]
    [InlineData("…")]
    [InlineData(0.0)] // What a formula gives for a blank.
    public void BirthDate_WhenMissing_IsReportedUnlessACitizenNumberIsThere(object written)
    {
        var without = Sheet.Parse("Họ tên|Ngày sinh|CCCD", "Lê Văn Tám", written, "");
        var with = Sheet.Parse("Họ tên|Ngày sinh|CCCD", "Lê Văn Tám", written, "092080001234");

        Assert.Equal(RowProblemCode.BirthDateMissing, Assert.Single(without.Problems).Code);
        Assert.Empty(with.Problems);
    }

    [Fact]
    public void BirthDate_WhenTheNumberIsUnreadable_IsNotCalledMissingToo()
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh|CCCD", "Lê Văn Tám", "", "9.2E+10");

        Assert.Equal(RowProblemCode.CitizenIdUnreadable, Assert.Single(member.Problems).Code);
    }

    [Theory]
    [InlineData("05/03/1980", "1980", "1980-03-05")]
    [InlineData("", "1980", "1980")]
    public void BirthDate_WhenAYearStandsBesideIt_TheFullerCounts(string date, string year, string expected)
    {
        var member = Sheet.Parse("Họ tên|Ngày sinh|Năm sinh", "Lê Văn Tám", date, year);

        Assert.Equal(PartialDate.Parse(expected), member.BirthDate);
    }

    [Theory]
    [InlineData(5, 3, "1980-03-05")]
    [InlineData(null, 3, "1980-03")]
    [InlineData(null, null, "1980")]
    public void BirthDate_WhenOverThreeColumns_IsPutTogether(int? day, int? month, string expected)
    {
        var shape = Sheet.Shape("Họ tên|Ngày sinh||", "|Ngày|Tháng|Năm");
        var row = Sheet.Row(3, "Lê Văn Tám", (double?)day, (double?)month, 1980.0);

        var member = MemberRowParser.Parse(row, shape, Sheet.AsOf);

        Assert.Equal(PartialDate.Parse(expected), member.BirthDate);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en-US")]
    [InlineData("ar-SA")] // Another calendar.
    [InlineData("th-TH")]
    public void BirthDate_WhateverTheMachinesCulture_IsTheSame(string culture)
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var member = Sheet.Parse(Headings, "Lê Văn Tám", "05/03/1980");
        Thread.CurrentThread.CurrentCulture = before;

        Assert.Equal(PartialDate.TryCreate(1980, 3, 5), member.BirthDate);
    }

    [Theory]
    [InlineData("03/2015", "2015-03")]
    [InlineData("2015", "2015")]
    [InlineData("26/03/2015", "2015-03-26")]
    [InlineData("26/03/15", "2015-03-26")] // The latest year up to the list's.
    [InlineData("26/03/98", "1998-03-26")]
    [InlineData("", null)]
    public void AdmittedOn_WhenWrittenAsBirthDatesAre_IsRead(string written, string? date)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Ngày vào Hội", "Lê Văn Tám", "1980", written);

        Assert.Empty(member.Problems);
        Assert.Equal(date, member.AdmittedOn?.ToString());
    }

    [Theory]
    [InlineData("31/02/2015", RowProblemCode.AdmittedOnUnreadable)]
    [InlineData("lâu rồi", RowProblemCode.AdmittedOnUnreadable)]
    [InlineData("2030", RowProblemCode.AdmittedOnUnreadable)]
    [InlineData("#VALUE!", RowProblemCode.CellHasError)]
    public void AdmittedOn_WhenNotADate_IsReported(string written, RowProblemCode expected)
    {
        var member = Sheet.Parse("Họ tên|Năm sinh|Ngày vào Hội", "Lê Văn Tám", "1980", written);

        Assert.Equal([new RowProblem(expected, MemberField.AdmittedOn, written)], member.Problems);
    }
}
