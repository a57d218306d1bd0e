using Membership.Domain.Forms;

namespace Membership.Domain.Tests.Forms;

public class OpenedFormTests
{
    [Theory]
    [InlineData("Lan", "Lan", "Lan", FieldStanding.Agreed)]
    [InlineData("Lan", "Lan", "Lân", FieldStanding.Own)]
    [InlineData("Lan", "Liên", "Lan", FieldStanding.Others)]
    [InlineData("Lan", "Liên", "Lân", FieldStanding.Both)]
    [InlineData("Lan", "Lân", "Lân", FieldStanding.Agreed)]
    [InlineData(null, null, "Lân", FieldStanding.Own)]
    [InlineData(null, "", "Lân", FieldStanding.Both)]
    [InlineData("Lan", null, "Lan", FieldStanding.Others)]
    [InlineData("Lan", "Liên", null, FieldStanding.Both)]
    public void Standing_OfAField_IsByWhoChangedIt(string? opened, string? now, string? typed, FieldStanding expected)
    {
        var form = new OpenedForm(DateTime.UnixEpoch, new Dictionary<string, string> { ["name"] = OpenedForm.StampOf(opened) });

        Assert.Equal(expected, form.Of("name", now, typed));
    }

    [Theory]
    [InlineData("Lan", "Lan", FieldStanding.Agreed)]
    [InlineData("Lan", "Lân", FieldStanding.Both)]
    public void Standing_WhenNobodyKnowsWhatTheFormSaid_IsAskedAbout(string now, string typed, FieldStanding expected) =>
        Assert.Equal(expected, OpenedForm.Unknown.Of("name", now, typed));

    [Theory]
    [InlineData(null, null, "yes", false)]
    [InlineData(null, "no", "yes", true)]
    [InlineData(null, "yes", "yes", false)]
    [InlineData("yes", "no", "yes", true)] // as it was opened, and still not what was answered meanwhile
    public void Answer_ThatWouldReplaceAnother_IsOvertaken(string? opened, string? now, string typed, bool expected)
    {
        var form = new OpenedForm(DateTime.UnixEpoch, new Dictionary<string, string> { ["repair"] = OpenedForm.StampOf(opened) });

        Assert.Equal(expected, form.IsOvertaken("repair", now, typed));
    }
}
