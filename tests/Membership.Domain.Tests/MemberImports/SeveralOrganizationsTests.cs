using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

/// <summary>Lists that name several organizations: a column of names, or a column to be ticked for each.</summary>
public sealed class SeveralOrganizationsTests
{
    private static readonly HashSet<string> Everything = ["DANG", "CD", "HND", "DTN", "LHPN", "CCB", "CTD"];

    [Theory]
    [InlineData("HND|PN|CCB", "HND PN CCB")]
    [InlineData("Hội Nông dân|Hội LHPN|Cựu chiến binh", "Hội Nông dân Hội LHPN Cựu chiến binh")]
    [InlineData("Đoàn viên||", "Đoàn viên")]
    [InlineData("Đảng viên|Công đoàn|", "Đảng viên Công đoàn")]
    [InlineData("Phụ nữ||", "")] // Alone a sex, a livelihood, a college.
    [InlineData("Nông dân|Phụ nữ|", "")]
    [InlineData("TC|CĐ|ĐH", "")]
    [InlineData("Đơn vị|Chi hội|", "")]
    [InlineData("Người giới thiệu vào Đoàn|Hội viên|Chi đoàn", "")]
    public void Columns_NamedAsOrganizations_AreTickedForThem(string headings, string expected)
    {
        var shape = Sheet.Shape($"STT|Họ và tên|Năm sinh|{headings}", "1|Lê Văn Tám|1970|x||x");

        Assert.Equal(expected, string.Join(' ', shape.Columns.Where(column => column.Field == MemberField.Organization).Select(column => column.Value)));
    }

    [Fact]
    public void Columns_UnderAGroup_MayHaveShortNames()
    {
        var shape = Sheet.Shape("STT|Họ và tên|Năm sinh|Tham gia tổ chức||||Ghi chú", "|||ND|PN|CĐ|Khác|", "1|Lê Văn Tám|1970|x|||Hội CTĐ|");

        Assert.Equal(
            ["3 ND", "4 PN", "5 CĐ", "6 "],
            shape.Columns.Where(column => column.Field == MemberField.Organization).Select(column => $"{column.Index} {column.Value}"));
    }

    [Theory]
    [InlineData("Công đoàn", "CĐ Trường Tiểu học An Cư")]
    [InlineData("Tổ chức", "Công ty TNHH Hậu Giang")]
    [InlineData("Đảng viên", "Chi bộ khu vực 3")]
    public void Columns_WhoseValuesAreNeither_AreLeftAlone(string heading, string value)
    {
        var shape = Sheet.Shape($"STT|Họ và tên|Năm sinh|{heading}", $"1|Lê Văn Tám|1970|{value}");

        Assert.DoesNotContain(shape.Columns, column => column.Field == MemberField.Organization);
    }

    [Fact]
    public void Columns_OfAGroupAboutSomethingElse_KeepItsField()
    {
        var shape = Sheet.Shape("STT|Họ và tên|Năm sinh|Chuyên môn|||Đảng viên", "|||TC|CĐ|ĐH|", "1|Lê Văn Tám|1970|||x|x");

        Assert.Equal("Qualification CĐ", $"{shape.Columns[4].Field} {shape.Columns[4].Value}");
        Assert.Equal(MemberField.Organization, shape.Columns[6].Field);
    }

    [Theory]
    [InlineData("Hội Liên hiệp Phụ nữ Việt Nam", "LHPN")]
    [InlineData("Đoàn TNCS HCM", "DTN")]
    [InlineData("Đoàn viên công đoàn", "CD")]
    [InlineData("hội viên Hội CCB", "CCB")]
    [InlineData("ĐCSVN", "DANG")]
    [InlineData("Hội Chữ thập đỏ", "CTD")]
    [InlineData("HND, PN; CCB", "CCB LHPN")]
    [InlineData("Hội Nông dân / ĐTN + Đảng viên", "DANG DTN")]
    [InlineData("Hội ND và Hội PN", "LHPN")]
    [InlineData("Không", "")]
    [InlineData("", "")]
    public void Names_InOneCell_AreTheOtherOrganizations(string cell, string expected)
    {
        var parsed = Parse("STT|Họ và tên|Năm sinh|Đoàn thể tham gia", ["1", "Lê Văn Tám", "1970", cell]);

        Assert.Equal(expected, Codes(parsed));
        Assert.Empty(parsed.Warnings);
    }

    [Fact]
    public void Ticks_GiveTheOtherOrganizations_WithTheDayOfJoining()
    {
        var parsed = Parse("STT|Họ và tên|Năm sinh|HND|LHPN|CCB|Đảng viên", ["1", "Lê Thị Tám", "1970", "x", "✓", "-", "03/02/2010"]);

        Assert.Equal("""{"DANG":"2010-02-03","LHPN":null}""", parsed.AlsoIn!.Text);
        Assert.Equal([new OtherMembership("DANG", PartialDate.TryCreate(2010, 2, 3)), new OtherMembership("LHPN", null)], parsed.AlsoIn.All);
        Assert.False(parsed.IsInOthersOnly);
    }

    [Fact]
    public void Day_InTheOwnColumn_IsThatOfJoining()
    {
        var parsed = Parse("Họ và tên|Năm sinh|HND|LHPN", ["Lê Thị Tám", "1970", "05/2011", "x"]);

        Assert.Equal(PartialDate.TryCreate(2011, 5), parsed.AdmittedOn);
    }

    [Fact]
    public void OwnOrganization_NotTickedBesideAnother_IsNoMembership()
    {
        const string headings = "Họ và tên|Năm sinh|HND|LHPN";

        var other = Parse(headings, ["Lê Thị Tám", "1970", "", "x"], ["Võ Văn Bé", "1971", "x", ""]);
        var none = Parse(headings, ["Lê Thị Tám", "1970", "", ""], ["Võ Văn Bé", "1971", "x", ""]);
        var ownNeverTicked = Parse(headings, ["Lê Thị Tám", "1970", "", "x"], ["Võ Văn Bé", "1971", "", ""]);

        Assert.True(other.IsInOthersOnly);
        Assert.Equal([RowWarningCode.NotInOwnOrganization], other.Warnings.Select(warning => warning.Code));
        Assert.False(none.IsInOthersOnly);
        Assert.Equal("LHPN", Codes(ownNeverTicked));
        Assert.False(ownNeverTicked.IsInOthersOnly);
    }

    [Fact]
    public void UnionMembers_InAListOfTheTradeUnion_AreNoYouths()
    {
        var rules = Rules("Họ và tên|Năm sinh|Đảng viên|Đoàn viên", "CD", Everything, [], ["Lê Thị Tám", "1970", "x", "x"]);

        Assert.Equal("DANG", Codes(MemberRowParser.Parse(Sheet.Row(2, "Lê Thị Tám", "1970", "x", "x"), rules)));
    }

    [Theory]
    [InlineData("Hội Thơ", RowWarningCode.OrganizationUnknown, "Hội Thơ")]
    [InlineData("MTTQ", RowWarningCode.OrganizationUnknown, "MTTQ")] // Has no members of its own.
    [InlineData("CCB", RowWarningCode.OrganizationOutOfScope, "CCB")]
    public void Name_ThatCannotBeWritten_IsAWarning(string cell, RowWarningCode code, string text)
    {
        var rules = Rules("Họ và tên|Năm sinh|Đoàn thể", "HND", ["LHPN"], ["CCB"], ["Võ Văn Bé", "1971", "PN"]);

        var parsed = MemberRowParser.Parse(Sheet.Row(3, "Lê Thị Tám", "1970", $"LHPN, {cell}"), rules);

        Assert.Equal("LHPN", Codes(parsed));
        Assert.Equal([new RowWarning(code, MemberField.Organization, text)], parsed.Warnings);
    }

    [Fact]
    public void Name_ThatTheOfficerExplained_IsTaken()
    {
        var rules = Rules("Họ và tên|Năm sinh|Đoàn thể", "HND", Everything, [], ["Võ Văn Bé", "1971", "PN"]);
        var choices = new ListChoices { Values = new Dictionary<string, string> { [ListChoices.ValueKey(MemberField.Organization, "hoi bo doi")] = "CCB" } };

        var parsed = MemberRowParser.Parse(Sheet.Row(3, "Lê Văn Tám", "1970", "Hội Bộ đội"), rules with { Choices = choices });

        Assert.Equal("CCB", Codes(parsed));
        Assert.Empty(parsed.Warnings);
    }

    [Fact]
    public void Row_OnlyOfOrganizationsBeyondTheScope_IsAProblem()
    {
        var rules = Rules("Họ và tên|Năm sinh|HND|CCB", "HND", ["LHPN"], ["CCB"], ["Võ Văn Bé", "1971", "x", ""]);

        var parsed = MemberRowParser.Parse(Sheet.Row(3, "Lê Văn Tám", "1970", "", "x"), rules);

        Assert.Equal([RowProblemCode.OnlyInOtherOrganizations], parsed.Problems.Select(problem => problem.Code));
    }

    [Theory]
    [InlineData("ủy viên")]
    [InlineData("31/02/2010")]
    [InlineData("35")]
    public void Cell_BelowAnOrganizationThatIsNeither_IsAWarning(string cell)
    {
        var rules = Rules("Họ và tên|Năm sinh|Hội CCB", "HND", Everything, [], ["Võ Văn Bé", "1971", "x"]);

        var parsed = MemberRowParser.Parse(Sheet.Row(3, "Lê Văn Tám", "1970", cell), rules);

        Assert.Null(parsed.AlsoIn);
        Assert.Equal([new RowWarning(RowWarningCode.OrganizationCellUnclear, MemberField.Organization, cell)], parsed.Warnings);
    }

    [Fact]
    public void Columns_ChosenByHand_AreTickedWhereTheirHeadingIsAnOrganization()
    {
        var table = new ChosenTable("DS", 1, [new(0, MemberField.FullName), new(1, MemberField.DateOfBirth), new(2, MemberField.Organization), new(3, MemberField.Organization)]);

        var shape = ChosenShape.Of(table, Sheet.Of("Họ và tên|Năm sinh|Phụ nữ|Sinh hoạt", "Lê Thị Tám|1970|x|CCB")).Value;

        Assert.Equal(["Phụ nữ", null], shape.Columns.Skip(2).Select(column => column.Value));
    }

    [Fact]
    public void Plan_OfAnOtherOrganization_LeavesAMembershipElsewhereWhereItIs()
    {
        var elsewhere = new KnownMembership(1, 7, 7, new DateOnly(2020, 1, 1), null, null, MembershipReason.Listed, null);
        var listed = new ListedPerson { FullName = "Lê Văn Tám", FoldedName = "le van tam" };

        Assert.Empty(MembershipPlan.DecideOther([elsewhere], listed, Sheet.AsOf, new ListedUnit(8, null, false)));
        Assert.Empty(MembershipPlan.DecideOther([elsewhere], listed, Sheet.AsOf, new ListedUnit(7, null, false)));
        Assert.Equal(
            [new MembershipStep.Open(Sheet.AsOf, null, MembershipReason.Listed, null)],
            MembershipPlan.DecideOther([], listed, Sheet.AsOf, new ListedUnit(null, null, false)));
    }

    [Fact]
    public void FirstDay_OfARow_IsTheEarliestOfItsMemberships()
    {
        var others = OtherMemberships.Parse("""{"CCB":"2010-05","LHPN":null}""");
        var listed = new ListedPerson { FullName = "Lê Văn Tám", FoldedName = "le van tam", AdmittedOn = PartialDate.TryCreate(2015), AlsoIn = others };

        Assert.Equal(new DateOnly(2010, 5, 1), MembershipPlan.FirstDay(listed, Sheet.AsOf));
        Assert.Equal(new DateOnly(2015, 1, 1), MembershipPlan.FirstDay(listed with { AlsoIn = null }, Sheet.AsOf));
        Assert.Equal(Sheet.AsOf, MembershipPlan.FirstDay(listed with { AlsoIn = null, IsInOthersOnly = true }, Sheet.AsOf));
    }

    /// <summary>The first row, in a list of Hội Nông dân whose reader may write everything.</summary>
    private static ParsedMember Parse(string headings, params string[][] rows) =>
        MemberRowParser.Parse(Sheet.Row(2, [.. rows[0]]), Rules(headings, "HND", [.. Everything.Where(code => code != "HND")], [], rows));

    private static RowRules Rules(string headings, string own, HashSet<string> others, HashSet<string> outOfScope, params string[][] rows)
    {
        var below = rows.Select((row, at) => Sheet.Row(at + 2, [.. row])).ToArray();
        var rules = new RowRules(ListShapeFinder.Find([.. Sheet.Of(headings), .. below]).Value, Sheet.AsOf);
        return rules with { Organizations = new ListOrganizations(own, others, outOfScope).In(rules, below) };
    }

    private static string Codes(ParsedMember parsed) => string.Join(' ', parsed.AlsoIn?.All.Select(other => other.Code) ?? []);
}
