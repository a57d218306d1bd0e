using System.Text;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public sealed class NameComparisonTests
{
    [Theory]
    [InlineData("Lê Thị Hòa", "LÊ THỊ HOÀ", NameLikeness.Equal)]
    [InlineData("Nguyễn Thị Thúy", "Nguyễn Thị Thuý", NameLikeness.Equal)]
    [InlineData("Phan Văn Quý", "Phan Văn Quí", NameLikeness.Equal)]
    [InlineData("Phan Văn Quý", "Phan Văn Qúy", NameLikeness.Equal)]
    [InlineData("Lý Thị Mỹ", "Lí Thị Mĩ", NameLikeness.Equal)]
    [InlineData("Trần Kỳ Vỹ", "Trần Kì Vĩ", NameLikeness.Equal)]
    [InlineData("Ðoàn Văn Đông", "Đoàn  Văn\u200B Ðông", NameLikeness.Equal)]
    [InlineData("Nguyễn Văn Hùng", "Nguyen Van Hung", NameLikeness.WithoutMarks)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Văn Hung", NameLikeness.WithoutMarks)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", NameLikeness.OtherMarks)]
    [InlineData("Lê Thị Ngân", "Lê Thị Ngăn", NameLikeness.OtherMarks)]
    [InlineData("Lê Thị Thúy", "Lê Thị Thúi", NameLikeness.OneLetterOff)]
    [InlineData("Lê Thị Ngân", "Lê Thị Gnân", NameLikeness.OneLetterOff)]
    [InlineData("Lê Thị Phượng", "Lê Thị Phượn", NameLikeness.OneLetterOff)]
    [InlineData("Nguyễn Thị Mỹ Lan", "Nguyễn Thị Lan", NameLikeness.WordsMissing)]
    [InlineData("Nguyễn Thị Mỹ Lan", "Nguyễn Lan", NameLikeness.WordsMissing)]
    [InlineData("Nguyễn Thị Lan", "Nguyễn ThịLan", NameLikeness.WordsJoined)]
    [InlineData("Nguyễn Mỹ Lan", "Nguyễn MỹLan", NameLikeness.WordsJoined)]
    [InlineData("Nguyễn Thị Lan", "NguyễnThịLan", NameLikeness.WordsJoined)]
    [InlineData("Nguyễn Thị Lan", "Trần Ngọc Lan", NameLikeness.GivenName)]
    [InlineData("Nguyễn Thị Lan", "Lan", NameLikeness.GivenName)]
    [InlineData("Nguyễn Thị Lan", "Nguyễn Thị Hoa", NameLikeness.Different)]
    [InlineData("Lê Văn Hùng", "Lâ Văn Hưng", NameLikeness.Different)]
    public void Of_TellsHowFarTwoSpellingsAgree(string name, string other, NameLikeness expected)
    {
        Assert.Equal((expected, expected), (Compare(name, other), Compare(other, name)));
        Assert.Equal(expected, Compare(name.Normalize(NormalizationForm.FormD), other));
    }

    [Theory]
    [InlineData("1960-05-12", "1960-05-12", BirthLikeness.Equal)]
    [InlineData("1960-01-01", "1960-01-01", BirthLikeness.SameFirstOfYear)]
    [InlineData("1960", "1960", BirthLikeness.SameVague)]
    [InlineData("1960", "1960-05-12", BirthLikeness.Within)]
    [InlineData("1960-05", "1960-05-12", BirthLikeness.Within)]
    [InlineData("1960-01-01", "1960-05-12", BirthLikeness.Within)]
    [InlineData("1960-05-12", "1960-12-05", BirthLikeness.Exchanged)]
    [InlineData("1960-05-12", "1960-05-13", BirthLikeness.Nearly)]
    [InlineData("1960-06-30", "1960-07-01", BirthLikeness.Nearly)]
    [InlineData("1959-12-31", "1960-01-01", BirthLikeness.Nearly)]
    [InlineData("1960-05-12", "1960-05-22", BirthLikeness.Nearly)]
    [InlineData("1960-05-12", "1960-05-21", BirthLikeness.Nearly)]
    [InlineData("1967-05-12", "1976-05-12", BirthLikeness.Nearly)]
    [InlineData("1960-05-12", "1961-05-12", BirthLikeness.Nearly)]
    [InlineData("1960-05", "1960-06-12", BirthLikeness.Different)]
    [InlineData("1960-05-12", "1960-06-14", BirthLikeness.Different)]
    [InlineData("1960", "1961-05-12", BirthLikeness.Different)]
    public void Of_TellsHowFarTwoBirthsAgree(string birth, string other, BirthLikeness expected) => Assert.Equal(
        (expected, expected),
        (BirthComparison.Of(PartialDate.Parse(birth), PartialDate.Parse(other)), BirthComparison.Of(PartialDate.Parse(other), PartialDate.Parse(birth))));

    private static NameLikeness Compare(string name, string other) => NameComparison.Of(name, Folded(name), other, Folded(other));

    /// <summary>As rows and the register hold it.</summary>
    private static string Folded(string name) => PersonName.Fold(PersonName.Normalize(name));
}
