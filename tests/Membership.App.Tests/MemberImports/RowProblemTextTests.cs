using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.App.Tests.MemberImports;

public sealed class RowProblemTextTests
{
    [Fact]
    public void Of_WhenAnyProblem_IsASentenceOfItsOwnThatSaysWhatToDo()
    {
        var codes = Enum.GetValues<RowProblemCode>();

        var sentences = codes.Select(code => RowProblemText.Of(new RowProblem(code, MemberField.DateOfBirth, "x"))).ToArray();

        Assert.Equal(codes.Length, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.Contains("Hãy ", sentence, StringComparison.Ordinal));
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("12/05/1795", "Ngày sinh “12/05/1795” trước năm 1900. Hãy kiểm tra lại.")]
    [InlineData("2031", "Ngày sinh “2031” sau ngày của danh sách. Hãy kiểm tra lại.")]
    [InlineData("-1", "Ngày sinh “-1” trước năm 1900 hoặc sau ngày của danh sách. Hãy kiểm tra lại.")]
    public void Of_ADateOutOfRange_SaysOnWhichSide(string written, string sentence) =>
        Assert.Equal(sentence, RowProblemText.Of(new RowProblem(RowProblemCode.DateOutOfRange, MemberField.DateOfBirth, written)));
}
