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

    public static TheoryData<string, ListedPerson, MemberField?> Rows => new()
    {
        { "an empty cell keeps what is known", Same, null },
        { "capitals are no other name", Same with { FullName = "NGUYỄN THỊ HOA" }, null },
        { "a name without marks is poorer", Same with { FullName = "Nguyen Thi Hoa" }, null },
        { "other marks are another spelling", Same with { FullName = "Nguyễn Thị Hòa" }, MemberField.FullName },
        { "a year is poorer than a date", Same with { BirthDate = PartialDate.TryCreate(1980) }, null },
        { "another date is a correction", Same with { BirthDate = PartialDate.TryCreate(1980, 5, 21) }, MemberField.DateOfBirth },
        { "another year is a correction", Same with { BirthDate = PartialDate.TryCreate(1981) }, MemberField.DateOfBirth },
        { "another phone is news", Same with { Phone = "0987654321" }, MemberField.Phone },
        { "another address is news", Same with { Address = "khu vực 2" }, MemberField.Address },
        { "a citizen number never replaces another", Same with { CitizenId = "092180000009" }, null },
        { "an old number is added", Same with { FormerIdNumber = "361234567" }, MemberField.FormerIdNumber },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Between_GivesWhatTheRowWouldChange(string because, ListedPerson row, MemberField? expected)
    {
        var changes = PersonDifferences.Between(Known, row, Commune, AsOf, []);

        Assert.True(changes.Select(change => (MemberField?)change.Field).SequenceEqual(expected is null ? [] : [expected]), because);
    }
}
