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
}
