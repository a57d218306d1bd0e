using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Domain.Tests.MemberImports;

public class PersonDifferencesTests
{
    private const long Commune = 5;
    private static readonly DateOnly AsOf = new(2025, 12, 31);

    private static readonly KnownPerson Known = new()
    {
        Id = 1,
        FullName = "Nguyễn Thị Hoa",
        FoldedName = "nguyen thi hoa",
        Sex = Sex.Female,
        BirthDate = PartialDate.TryCreate(1980, 5, 12),
        CitizenId = "092180000001",
        Phone = "0912345678",
        Residences = [new KnownResidence(1, Commune, "khu vực 1", new DateOnly(2020, 1, 1), null)],
    };

    private static readonly ListedPerson Same = new() { FullName = "Nguyễn Thị Hoa", FoldedName = "nguyen thi hoa" };

    public static TheoryData<string, ListedPerson, MemberField?, bool> Rows => new()
    {
        { "an empty cell keeps what is known", Same, null, false },
        { "capitals are no other name", Same with { FullName = "NGUYỄN THỊ HOA" }, null, false },
        { "a name without marks is poorer", Same with { FullName = "Nguyen Thi Hoa" }, null, false },
        { "other marks are another name", Same with { FullName = "Nguyễn Thị Hòa" }, MemberField.FullName, true },
        { "a year is poorer than a date", Same with { BirthDate = PartialDate.TryCreate(1980) }, null, false },
        { "a month is poorer than a date of it", Same with { BirthDate = PartialDate.TryCreate(1980, 5) }, null, false },
        { "another month of the year is another date", Same with { BirthDate = PartialDate.TryCreate(1980, 6) }, MemberField.DateOfBirth, true },
        { "another date would replace one", Same with { BirthDate = PartialDate.TryCreate(1980, 5, 21) }, MemberField.DateOfBirth, true },
        { "another year would replace a date", Same with { BirthDate = PartialDate.TryCreate(1981) }, MemberField.DateOfBirth, true },
        { "another sex would replace one", Same with { Sex = Sex.Male }, MemberField.Sex, true },
        { "another phone is news", Same with { Phone = "0987654321" }, MemberField.Phone, false },
        { "another address is news", Same with { Address = "khu vực 2" }, MemberField.Address, false },
        { "a house says more", Same with { Address = "12/5 Nguyễn Trãi, KV1" }, MemberField.Address, false },
        { "the commune alone says less", Same with { Address = "phường Cái Khế" }, MemberField.Address, true },
        { "another citizen number would replace one", Same with { CitizenId = "092180000009" }, MemberField.CitizenId, true },
        { "an old number is added", Same with { FormerIdNumber = "361234567" }, MemberField.FormerIdNumber, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Between_GivesWhatTheRowWouldChange_AndAsksWhereSomethingWouldBeLost(string because, ListedPerson row, MemberField? expected, bool isAsked)
    {
        var changes = PersonDifferences.Between(Known, row, Commune, AsOf, []);

        (MemberField, bool)[] expectedChanges = expected is { } field ? [(field, isAsked)] : [];
        Assert.True(changes.Select(change => (change.Field, change.IsAsked)).SequenceEqual(expectedChanges), because);
    }

    [Fact]
    public void Between_FillsWhatIsLackingUnasked()
    {
        var known = Known with { Sex = null, BirthDate = PartialDate.TryCreate(1980), CitizenId = null };

        var changes = PersonDifferences.Between(
            known, Same with { Sex = Sex.Female, BirthDate = PartialDate.TryCreate(1980, 5, 12), CitizenId = "092180000001" }, Commune, AsOf, []);

        Assert.Equal([MemberField.DateOfBirth, MemberField.Sex, MemberField.CitizenId], changes.Select(change => change.Field));
        Assert.DoesNotContain(changes, change => change.IsAsked);
    }

    [Theory]
    [InlineData("Trần Thị Hòa", "Trần Thị Hoà")]
    [InlineData("Lý Văn Quý", "Lí Văn Quí")]
    [InlineData("Nguyễn Thị Mỹ", "NGUYỄN THỊ MĨ")]
    [InlineData("Đỗ Kỳ", "Ðỗ Kì")]
    [InlineData("Lê Thị Thuỷ", "Lê Thị Thủy")]
    public void Between_TakesASpellingOfTheNameForNoChange(string known, string listed)
    {
        var row = Same with { FullName = listed };

        Assert.Empty(PersonDifferences.Between(Known with { FullName = known }, row, Commune, AsOf, []));
    }

    [Theory]
    [InlineData("Trần Văn Hùng", "Trần Văn Hưng")]
    [InlineData("Lê Thị Thúy", "Lê Thị Thúi")]
    [InlineData("Phạm Ngân", "Phạm Ngăn")]
    [InlineData("Lê Thị Tây", "Lê Thị Tâi")]
    [InlineData("Nguyen Thi Hoa", "Nguyễn Thị Hoa")]
    public void Between_AsksAboutAnotherName(string known, string listed)
    {
        var row = Same with { FullName = listed };

        Assert.True(Assert.Single(PersonDifferences.Between(Known with { FullName = known }, row, Commune, AsOf, [])).IsAsked);
    }
}
