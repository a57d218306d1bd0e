using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public class BranchNamesTests
{
    [Theory]
    [InlineData("Chi hội ấp Bình Thạnh", "CH Bình Thạnh")]
    [InlineData("Chi hội ấp Bình Thạnh", "Ấp Bình Thạnh")]
    [InlineData("Chi hội ấp Bình Thạnh", "BÌNH THẠNH")]
    [InlineData("Chi hội ấp Bình Thạnh", "chi hoi: ap Binh-Thanh.")]
    [InlineData("Chi hội ấp Bình Thạnh", "C.H ấp Bình Thạnh")]
    [InlineData("Khu vực 3", "KV3")]
    [InlineData("Khu vực 3", "CH. KV 03")]
    [InlineData("Khu vực 3", "Chi hội phụ nữ khu vực III")]
    [InlineData("Khu vực 3", "Chi đoàn số 3")]
    [InlineData("Tổ 10", "Tổ hội 10")]
    [InlineData("Ấp 2A", "ấp 2 a")]
    public void Read_WhenOnlyTheWritingDiffers_IsTheKnownBranch(string known, string written)
    {
        var reading = Names(known).Read(written);

        Assert.Equal((1, known, false), (reading.Id, reading.Name, reading.IsAsked));
    }

    [Theory]
    [InlineData("Bình Thạnh", "Bình Thạnhh")]
    [InlineData("Chi hội ấp Bình Thạnh", "Chi hội ấp Bình Thành")]
    [InlineData("Trường Long A", "Trường Lnog A")]
    [InlineData("Ấp 3", "Khu vực 3")]
    [InlineData("Ấp Nhơn Phú", "Ấp Nhơn Phú chợ")]
    public void Read_WhenNearlyTheSame_IsAsked(string known, string written)
    {
        var reading = Names(known).Read(written);

        Assert.Equal((null, known, true), (reading.Id, reading.Nearest, reading.IsAsked));
    }

    [Theory]
    [InlineData("Ấp 1", "Ấp 11")]
    [InlineData("Tổ 10", "Tổ 11")]
    [InlineData("Bình Thạnh A", "Bình Thạnh B")]
    [InlineData("Ấp 1", "Ấp 1A")]
    [InlineData("Thới An 1", "Thới An 2")]
    [InlineData("Thới An Đông", "Thới An Tây")]
    [InlineData("Khu vực I", "Khu vực V")]
    public void Read_WhenNumbersOrNamesDiffer_IsAnotherBranch(string known, string written) =>
        Assert.Equal(new BranchReading(written), Names(known).Read(written));

    [Fact]
    public void Read_OfSeveralSpellingsOfOneNewBranch_IsOneWithTheFirstName()
    {
        var names = Names("Ấp 1");

        var first = names.Read("Chi hội Tân Lợi");
        Assert.Same(first, names.Read("CH. Tân Lợi"));
        names.Found(first, 7);

        Assert.Equal([7L, 7L, 7L], new[] { "Chi hội Tân Lợi", "CH. Tân Lợi", "ấp Tân Lợi" }.Select(written => names.Read(written).Id!.Value));
    }

    [Fact]
    public void Read_WhenTwoKnownOnesFit_TakesNeither()
    {
        var reading = Names("Ấp 1", "Tổ 1").Read("Chi hội 1");

        Assert.True(reading.IsAsked);
        Assert.Equal(2, Names("Ấp 1", "Tổ 1").Read("Tổ 01").Id);
    }

    [Theory]
    [InlineData("Bình Thạnh", NewBranches.NotAnswered, 1L)]
    [InlineData("Bình Thạnhh", NewBranches.NotAnswered, null)]
    [InlineData(null, NewBranches.Same, 1L)]
    [InlineData(null, NewBranches.New, null)]
    [InlineData("Bình Thạnhh", NewBranches.Same, null)]
    public void Read_GoesByTheAnswer(string? meaning, NewBranches all, long? id)
    {
        var choices = new ListChoices
        {
            NewBranches = all,
            Values = meaning is null ? new Dictionary<string, string>() : new() { [ListChoices.ValueKey(MemberField.Branch, "binh thanhh")] = meaning },
        };

        var reading = new BranchNames([new KnownBranch(1, "Bình Thạnh")], choices).Read("Bình Thạnhh");

        Assert.Equal((id, false), (reading.Id, reading.IsAsked));
    }

    private static BranchNames Names(params string[] known) => new(known.Select((name, at) => new KnownBranch(at + 1, name)), ListChoices.None);
}
