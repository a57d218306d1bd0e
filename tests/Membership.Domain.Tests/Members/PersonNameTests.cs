using System.Globalization;
using System.Text;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.Members;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Nguyễn Văn Đức", "nguyen van duc")]
    [InlineData("ĐẶNG  THỊ\u00A0HÒA ", "dang thi hoa")]
    [InlineData("Đặng Thị Hoà", "dang thi hoa")]
    [InlineData("Nguye\u0302\u0303n", "nguyen")]
    [InlineData("  Ưng Thúy", "ung thuy")]
    [InlineData("H’Mông K'Ho", "h’mong k'ho")]
    [InlineData("", "")]
    [InlineData(" \t ", "")]
    public void Fold_WhenSpelledDifferently_IsOneKey(string name, string key)
    {
        var folded = PersonName.Fold(name);

        Assert.Equal(key, folded);
    }

    [Fact]
    public void Fold_WhenLettersAreLookedUp_IsAsIfEachWereTakenApart()
    {
        var letters = Enumerable.Range(0, 0x3000).Select(code => (char)code).ToArray();

        var differing = letters.Where(letter => PersonName.Fold($"a{letter}b") != FoldTakenApart($"a{letter}b"));

        Assert.Empty(differing);
    }

    [Theory]
    [InlineData("NGUYỄN THỊ K'HO", "Nguyễn Thị K'Ho")]
    [InlineData("KʼHO", "KʼHo")] // The letter apostrophe.
    [InlineData("PƯ\u0306IH", "Pư\u0306ih")] // A letter of two parts goes on.
    [InlineData("Đ", "Đ")]
    public void InTitleCase_OfCapitals_BeginsEachWordWithOne(string capitals, string name)
    {
        Assert.Equal(name, PersonName.InTitleCase(capitals));
    }

    [Fact]
    public void Fold_WhenASurrogateIsAlone_DoesNotThrow()
    {
        var folded = PersonName.Fold("An \uD83D");

        Assert.Equal("an \uFFFD", folded);
    }

    [Theory]
    [InlineData(" Nguyễn  Văn\u00A0An\u200B", "Nguyễn Văn An")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("Ðặng Ƣng ðức ƣ Ɖ", "Đặng Ưng đức ư Đ")]
    [InlineData("An\u00AD\uFEFF", "An")]
    [InlineData("Nguye\u0302\u200B\u0303n An", "Nguyễn An")] // Something invisible between a letter and its mark.
    [InlineData("", "")]
    public void Normalize_WhenPastedFromAnywhere_IsStoredInOneForm(string written, string name)
    {
        var normalized = PersonName.Normalize(written);

        Assert.Equal(name, normalized);
        Assert.True(normalized.IsNormalized(NormalizationForm.FormC));
    }

    private static string FoldTakenApart(string text)
    {
        var result = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(letter))
                result.Append(result.Length > 0 && result[^1] != ' ' ? " " : "");
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                result.Append(letter is 'đ' or 'Đ' ? 'd' : char.ToLower(letter, CultureInfo.GetCultureInfo("vi-VN")));
        }

        return result.ToString().TrimEnd();
    }
}
