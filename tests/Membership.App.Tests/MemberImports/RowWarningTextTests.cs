using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.MemberImports;

public sealed class RowWarningTextTests
{
    [Fact]
    public void Of_WhenAnyWarning_IsASentenceOfItsOwnThatSaysWhatToDo()
    {
        var codes = Enum.GetValues<RowWarningCode>();

        var sentences = codes.Select(RowWarningText.Of).ToArray();

        Assert.Equal(codes.Length, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.Contains("Hãy ", sentence, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Repairs_AllHaveWordsOfTheirOwn()
    {
        var codes = Enum.GetValues<RepairCode>();

        Assert.Equal(codes.Length, codes.Select(RepairText.Of).Distinct().Count());
    }

    [Theory]
    [InlineData("Nguyễn\u202ENA", "Nguyễn⟨U+202E⟩NA")]
    [InlineData("An\u0007", "An⟨U+0007⟩")]
    [InlineData("a\nb\tc", "a\nb\tc")]
    [InlineData("H’Mông", "H’Mông")]
    public void ShownCell_WhenSomethingCannotBeSeen_WritesItOut(string text, string shown) => Assert.Equal(shown, ShownCell.Of(text));

    [Fact]
    public void Of_ARowThatNamesOrganizationsBeyondTheScope_NamesThemInOneSentence()
    {
        RowWarning[] warnings =
        [
            new(RowWarningCode.OrganizationOutOfScope, MemberField.Organization, "LHPN"), new(RowWarningCode.OrganizationOutOfScope, MemberField.Organization, "CCB"),
        ];

        var sentence = Assert.Single(RowWarningText.Of(warnings, new Dictionary<string, string> { ["LHPN"] = "Hội Phụ nữ", ["CCB"] = "Hội Cựu chiến binh" }));

        Assert.StartsWith("Người này còn được ghi là hội viên của Hội Phụ nữ, Hội Cựu chiến binh, không", sentence, StringComparison.Ordinal);
    }
}
