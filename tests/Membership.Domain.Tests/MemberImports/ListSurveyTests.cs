using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class ListSurveyTests
{
    private const string Headings = "Họ tên|Ngày sinh|Nơi ở";
    private const double ThirdOfMay1980 = 29344;

    [Theory]
    [InlineData("NguyÔn V¨n Hïng", "Nguyễn Văn Hùng")] // TCVN3
    [InlineData("Nguyeãn Vaên Huøng", "Nguyễn Văn Hùng")] // VNI
    public void Survey_WhenNamesAreInOldLetters_TheyAreConvertedByName(string written, string name)
    {
        var members = Read(ListChoices.None, [written, "1980", ""], ["Tran An", "1981", ""]);

        Assert.Equal(name, members[0].FullName);
        Assert.Equal([new RowRepair(RepairCode.LegacyTextConverted, MemberField.FullName)], members[0].Repaired);
        Assert.Empty(members[1].Repaired);
    }

    [Theory]
    [InlineData("Nghe Nh\u00E0\u00A0\u00A0", "Nghe Nh\u00E0")] // The bytes of a Samaritan vowel.
    [InlineData("LÃ\u00A0AN", "LÃ AN")] // The bytes of "à".
    public void Survey_WhenBlanksThatDoNotBreakFollowALetter_TheNameStaysAsItIs(string written, string expected)
    {
        var member = Read(ListChoices.None, [written, "1980", "Ấp 3"]).Single();

        Assert.Equal(expected, member.FullName, ignoreCase: true);
        Assert.DoesNotContain(RepairCode.LegacyTextConverted, member.Repairs);
    }

    [Fact]
    public void Survey_WhenAnotherProgramReadUtf8AsWindows1252_TheCellIsMendedByName()
    {
        var members = Read(ListChoices.None, ["Nguyá»…n VÄƒn BÃ¬nh", "1980", "Khu vá»±c BÃ¬nh HÃ²a"], ["Trần An", "1981", "Ấp 3 – Bến Đá…"]);

        Assert.Equal(["Nguyễn Văn Bình, Khu vực Bình Hòa", "Trần An, Ấp 3 – Bến Đá…"], members.Select(member => $"{member.FullName}, {member.Address}"));
        Assert.Equal([RepairCode.LegacyTextConverted], members[0].Repairs);
        Assert.Empty(members[1].Repaired);
    }

    [Fact]
    public void Survey_WhenMendingTheEncodingIsRefused_TheCellIsAProblem()
    {
        var refused = new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [RepairCode.LegacyTextConverted] = false } };

        var member = Read(refused, ["Trần An", "1980", "Khu vá»±c BÃ¬nh HÃ²a"]).Single();

        Assert.Equal((null, RowProblemCode.TextGarbled), (member.Address, Assert.Single(member.Problems).Code));
    }

    [Fact]
    public void Survey_WhenAWordAloneCouldBeEither_TheColumnDecides()
    {
        // Hoàng Mai is Hồng Mai when read as VNI, and Unicode in a column of Unicode.
        var unicode = Read(ListChoices.None, ["Hoàng Mai", "1980", ""], ["Nguyễn Văn An", "1980", ""], ["Trần Thị Hoà", "1980", ""]);
        var vni = Read(ListChoices.None, ["Hoàng Mai", "1980", ""], ["Nguyeãn Vaên An", "1980", ""], ["Traàn Thò Taùm", "1980", ""]);

        Assert.Equal(["Hoàng Mai", "Nguyễn Văn An", "Trần Thị Hoà"], unicode.Select(member => member.FullName));
        Assert.Equal(["Hồng Mai", "Nguyễn Văn An", "Trần Thị Tám"], vni.Select(member => member.FullName));
    }

    [Fact]
    public void Survey_WhenAddressIsUndecidableAlone_FollowsTheTable()
    {
        var members = Read(ListChoices.None, ["Nguyeãn Vaên Taùm", "1980", "Hoà"], ["Traàn Thò Huyønh", "1980", ""]);

        Assert.Equal("Hồ", members[0].Address);
    }

    [Fact]
    public void Survey_WhenACellWasTypedLaterInUnicode_LeavesItAlone()
    {
        var members = Read(ListChoices.None, ["NguyÔn V¨n Hïng", "1980", ""], ["TrÇn ThÞ Hµ", "1980", ""], ["Lưu Mạnh", "1980", ""], ["Lưu An", "1980", ""]);

        Assert.Equal(["Nguyễn Văn Hùng", "Trần Thị Hà", "Lưu Mạnh", "Lưu An"], members.Select(member => member.FullName));
        Assert.Empty(members[2].Repaired);
    }

    [Theory]
    [InlineData("Trần Văn Bình", "TrÇn V¨n ", FontLetters.Tcvn3, "Bình", FontLetters.Unicode)]
    [InlineData("Trần Văn Hiếu", "TrÇn V¨n ", FontLetters.Tcvn3, "Hiếu", FontLetters.Unicode)]
    [InlineData("Trần Văn Bình", "TrÇn V¨n B", FontLetters.Tcvn3, "ình", FontLetters.Unicode)]
    [InlineData("Bình Văn", "Bình ", FontLetters.Unicode, "V¨n", FontLetters.Tcvn3)]
    [InlineData("Trần Lăk", "TrÇn ", FontLetters.Tcvn3, "Lăk", FontLetters.Unicode)] // Of another people: only the font tells.
    [InlineData("Trần Văn", "TrÇn ", FontLetters.Tcvn3, "V¨n", FontLetters.Unicode)] // Given another font without being converted.
    [InlineData("TRẦN VĂN Hùng", "TrÇn v¨n ", FontLetters.Tcvn3Capitals, "Hïng", FontLetters.Tcvn3)]
    [InlineData("TRẦN VĂN An", "TrÇn v¨n ", FontLetters.Tcvn3Capitals, "An", FontLetters.Unicode)]
    public void Survey_WhenFontsOfATextDiffer_EachRunIsReadByItsOwn(string name, string first, FontLetters fontOfFirst, string second, FontLetters fontOfSecond)
    {
        Cell[] runs = [new Cell(CellKind.Text, first) { Font = fontOfFirst }, new Cell(CellKind.Text, second) { Font = fontOfSecond }];
        SheetRow[] rows = [Sheet.Row(2, "NguyÔn V¨n Hïng"), Sheet.Row(3, "TrÇn ThÞ Hµ"), Sheet.Row(4, first + second) with { Runs = new Dictionary<int, Cell[]> { [0] = runs } }];

        var decoded = ListSurvey.Of(rows, Sheet.Shape(Headings), ListChoices.None).Decoded(rows[2]);

        Assert.Equal((name, first + second), (decoded[0].Text, decoded.Written?[0].Text));
    }

    [Fact]
    public void Survey_WhenAllIsUnicode_RunsChangeNothing()
    {
        Cell[] runs = [new Cell(CellKind.Text, "Hoàng ") { Font = FontLetters.Vni }, new Cell(CellKind.Text, "Mai")];
        SheetRow[] rows = [Sheet.Row(2, "Nguyễn Văn Hùng"), Sheet.Row(3, "Hoàng Mai") with { Runs = new Dictionary<int, Cell[]> { [0] = runs } }];

        Assert.Same(rows[1], ListSurvey.Of(rows, Sheet.Shape(Headings), ListChoices.None).Decoded(rows[1]));
    }

    [Fact]
    public void Survey_WhenFontDrawsCapitals_NameIsInCapitalsFirst()
    {
        var cell = new Cell(CellKind.Text, "NguyÔn V¨n Hïng") { Font = FontLetters.Tcvn3Capitals };

        var member = Read(new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [RepairCode.NameInCapitals] = false } }, [cell, "1980", ""]).Single();

        Assert.Equal("NGUYỄN VĂN HÙNG", member.FullName);
    }

    [Fact]
    public void Survey_WhenOnlyTheFontTells_BelievesIt()
    {
        // "Thò" is a word in both; the font says which.
        var cell = new Cell(CellKind.Text, "Thò") { Font = FontLetters.Vni };

        Assert.Equal("Thị", Read(ListChoices.None, [cell, "1980", ""]).Single().FullName);
        Assert.Equal("Thò", Read(ListChoices.None, ["Thò", "1980", ""]).Single().FullName);
    }

    [Fact]
    public void Survey_WhenConversionIsRefused_TheNameIsAProblem()
    {
        var refused = new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [RepairCode.LegacyTextConverted] = false } };

        var member = Read(refused, ["NguyÔn V¨n Hïng", "1980", ""]).Single();

        Assert.Equal(RowProblemCode.NameHasForeignCharacters, member.Problems.Single().Code);
    }

    [Fact]
    public void Survey_WhenEncodingIsChosen_IsNotAsked()
    {
        var member = Read(new ListChoices { Encoding = LegacyEncoding.Vni }, ["Hoà", "1980", ""]).Single();

        Assert.Equal("Hồ", member.FullName);
    }

    [Fact]
    public void Survey_WhenTwoReadingsAreAsGood_Asks()
    {
        // "Ëm" is "ậm" as TCVN3; "oä" is "ộ" as VNI.
        var shape = Sheet.Shape(Headings);

        var survey = ListSurvey.Of([Sheet.Row(2, "Ëm", "1980"), Sheet.Row(3, "oä", "1981")], shape, ListChoices.None);

        Assert.Equal(new EncodingUnclear("Họ tên"), survey.Question);
    }

    [Fact]
    public void Survey_WhenExcelExchangedDayAndMonth_TurnsCellsBack()
    {
        var members = Read(ListChoices.None, Exchanged());

        Assert.Equal("1980-03-05", members[0].BirthDate?.ToString());
        Assert.Equal([new RowRepair(RepairCode.DayAndMonthExchanged, MemberField.DateOfBirth)], members[0].Repaired);
        Assert.Equal(("1980-03-25", 0), (members[3].BirthDate?.ToString(), members[3].Repaired.Count));
    }

    [Fact]
    public void Survey_WhenTurningBackIsRefused_KeepsWhatTheCellsShow()
    {
        var refused = new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [RepairCode.DayAndMonthExchanged] = false } };

        Assert.Equal("1980-05-03", Read(refused, Exchanged())[0].BirthDate?.ToString());
    }

    [Fact]
    public void Survey_WhenOneDateCellHasADayThatIsNoMonth_NothingIsExchanged()
    {
        var members = Read(ListChoices.None, [.. Exchanged(), ["Lý Tám", Sheet.Date(ThirdOfMay1980 + 20), ""]]);

        Assert.Equal("1980-05-03", members[0].BirthDate?.ToString());
    }

    [Fact]
    public void Survey_WhenTextsHaveTheMonthFirst_AmbiguousOnesAreProblems()
    {
        var members = Read(
            ListChoices.None, ["A An", "03/25/1980", ""], ["B An", "04/26/1980", ""], ["C An", "12/31/1980", ""], ["D An", "05/03/1980", ""], ["E An", "05/05/1980", ""], ["G An", "31/05/1980", ""]);

        Assert.Equal(RowProblemCode.DateOrderUnclear, members[3].Problems.Single().Code);
        Assert.Equal("1980-05-05", members[4].BirthDate?.ToString());
        Assert.Equal(("1980-03-25", RepairCode.MonthFirst), (members[0].BirthDate?.ToString(), Assert.Single(members[0].Repairs)));
    }

    [Fact]
    public void Survey_WhenOneTextProvesThatTheMonthIsFirst_AllAreReadSo()
    {
        var members = Read(ListChoices.None, ["A An", "03/25/1980", ""], ["B An", "04/05/1980", ""], ["C An", "05/05/1980", ""]);
        var refused = Read(new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [RepairCode.MonthFirst] = false } }, ["A An", "03/25/1980", ""], ["B An", "04/05/1980", ""]);

        Assert.Equal(["1980-03-25", "1980-04-05", "1980-05-05"], members.Select(member => member.BirthDate?.ToString()));
        Assert.Equal([1, 1, 0], members.Select(member => member.Repairs.Count));
        Assert.Equal((RowProblemCode.DateDoesNotExist, "1980-05-04"), (Assert.Single(refused[0].Problems).Code, refused[1].BirthDate?.ToString()));
    }

    [Theory]
    [InlineData(17.0)]
    [InlineData(16.0)]
    [InlineData(23.0)]
    [InlineData(16.89)] // 16:53:30, by the clocks of Saigon before 1911.
    public void Survey_WhenCellsAreOfTheEveningBefore_TheyMeanTheNextDay(double hour)
    {
        var cell = Sheet.Date(ThirdOfMay1980 + (hour / 24));
        var refused = Read(new ListChoices { Repairs = new Dictionary<RepairCode, bool> { [RepairCode.EveningBefore] = false } }, ["A An", cell, ""]);

        Assert.Equal(("1980-05-04", RepairCode.EveningBefore), (Read(ListChoices.None, ["A An", cell, ""])[0].BirthDate?.ToString(), Read(ListChoices.None, ["A An", cell, ""])[0].Repairs.Single()));
        Assert.Equal(("1980-05-03", 0), (refused[0].BirthDate?.ToString(), refused[0].Repairs.Count));
    }

    [Theory]
    [InlineData(7.0)]
    [InlineData(12.0)]
    [InlineData(15.71)] // Somebody's moment.
    public void Survey_WhenCellsAreOfTheDayItself_TheyMeanIt(double hour) =>
        Assert.Equal("1980-05-03", Read(ListChoices.None, ["A An", Sheet.Date(ThirdOfMay1980 + (hour / 24)), ""])[0].BirthDate?.ToString());

    [Theory]
    [InlineData("1980-05-04T00:00:00+07:00", "1980-05-04", false)]
    [InlineData("1980-05-03T17:00:00Z", "1980-05-04", true)]
    [InlineData("1980-05-03T16:00:00Z", "1980-05-04", true)]
    [InlineData("1980-05-03T17:00:00.000+0000", "1980-05-04", true)]
    [InlineData("1980-05-03T12:00:00-05:00", "1980-05-04", true)]
    [InlineData("1980-05-04T00:00:00Z", "1980-05-04", false)]
    [InlineData("1980-05-04T01:00:00+08:00", "1980-05-04", false)]
    [InlineData("03/05/1980 17:00", "1980-05-04", true)]
    [InlineData("03/05/1980 5:00:00 CH", "1980-05-04", true)]
    [InlineData("04/05/1980 00:00:00", "1980-05-04", false)]
    [InlineData("04/05/1980 12:00:00 SA", "1980-05-04", false)]
    public void Text_WithATimeOfDay_IsTheDayMeant(string written, string day, bool isRepaired)
    {
        var member = Read(ListChoices.None, ["A An", written, ""])[0];

        Assert.Equal((day, isRepaired), (member.BirthDate?.ToString(), member.Repairs.Count == 1));
    }

    [Theory]
    [InlineData("25569", "1970-01-01")]
    [InlineData("25.569", "1970-01-01")]
    [InlineData("25568,7083333333", "1970-01-01")]
    [InlineData("10180", null)] // Perhaps the first of January 1980.
    [InlineData("99999", null)]
    [InlineData("-25569", null)]
    [InlineData("45", null)]
    public void SerialText_WhenItCanOnlyBeADay_IsIt(string written, string? day) =>
        Assert.Equal(day, Read(ListChoices.None, ["A An", written, ""])[0].BirthDate?.ToString());

    private static object[][] Exchanged() =>
    [
        ["Lê An", Sheet.Date(ThirdOfMay1980), ""], ["Lê Ba", Sheet.Date(ThirdOfMay1980 + 1), ""], ["Lê Tư", Sheet.Date(ThirdOfMay1980 + 2), ""],
        ["Võ An", "25/03/1980", ""], ["Võ Ba", "26/03/1980", ""], ["Võ Tư", "27/03/1980", ""],
    ];

    private static ParsedMember[] Read(ListChoices choices, params object[][] cells)
    {
        var shape = Sheet.Shape(Headings);
        SheetRow[] rows = [.. cells.Select((row, index) => Sheet.Row(index + 2, row))];
        var survey = ListSurvey.Of(rows, shape, choices);
        var rules = new RowRules(shape, Sheet.AsOf) { Choices = choices, Survey = survey };
        return [.. rows.Select(row => MemberRowParser.Parse(survey.Decoded(row), rules))];
    }
}
