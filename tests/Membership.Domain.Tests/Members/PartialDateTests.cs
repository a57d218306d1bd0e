using Membership.Domain.Members;

namespace Membership.Domain.Tests.Members;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData(1900, null, null, "1900")]
    [InlineData(2100, 12, null, "2100-12")]
    [InlineData(1996, 2, 29, "1996-02-29")]
    public void TryCreate_WhenThereIsSuchADate_KeepsItsPrecision(int year, int? month, int? day, string text)
    {
        var date = PartialDate.TryCreate(year, month, day);

        Assert.Equal(text, date?.ToString());
        Assert.Equal(date, PartialDate.Parse(text));
    }

    [Theory]
    [InlineData(1899, null, null)]
    [InlineData(2101, null, null)]
    [InlineData(1990, 13, null)]
    [InlineData(1990, 0, null)]
    [InlineData(1990, 2, 31)]
    [InlineData(1995, 2, 29)]
    [InlineData(1990, 2, 0)]
    [InlineData(1990, null, 5)] // A day of no month.
    public void TryCreate_WhenThereIsNoSuchDate_IsNull(int year, int? month, int? day)
    {
        Assert.Null(PartialDate.TryCreate(year, month, day));
    }

    [Theory]
    [InlineData("1980", "1980-01-01")]
    [InlineData("1980-03", "1980-03-01")]
    [InlineData("1980-03-05", "1980-03-05")]
    public void Earliest_WhenPartsAreUnknown_IsTheFirstDayItCanMean(string date, string day)
    {
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), PartialDate.Parse(date).Earliest);
    }

    [Fact]
    public void Reaches_WhenBornOnTheLeapDay_IsTheLastOfFebruary()
    {
        Assert.Equal(new DateOnly(2014, 2, 28), PartialDate.Parse("1996-02-29").Reaches(18));
    }

    [Fact]
    public void Compare_WhenYearsDiffer_IsInOrderOfTime()
    {
        var year = PartialDate.Parse("1980");
        var month = PartialDate.Parse("1980-03");

        Assert.True(year < month && month > year && year <= month && month >= year);
    }
}
