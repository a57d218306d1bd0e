using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.App.Tests.MemberImports;

public class ReorganizationNoteTests
{
    [Theory]
    [InlineData("31120", "2024-12-31", "Phường An Hòa đã nhập vào Phường Cái Khế từ ngày 01/07/2025")]
    [InlineData("31178", "2024-12-31", "được chia cho nhiều đơn vị")] // Bùi Hữu Nghĩa: Bình Thủy and a part of Cái Khế.
    [InlineData("31120", "2025-12-31", null)] // Cái Khế of today.
    public async Task Of_WhenTheCommuneOfTheListIsNoMore_SaysWhereItsPeopleAreCounted(string code, string asOf, string? expected)
    {
        await using var database = await TestDatabase.CreateAsync();
        var localities = database.Services.GetRequiredService<LocalityDirectory>();
        var day = DateOnly.ParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var note = ReorganizationNote.Of(localities, localities.Find(code, day)!.LocalityId, day);

        Assert.Contains(expected ?? "", note ?? "", StringComparison.Ordinal);
        Assert.Equal(expected is null, note is null);
    }
}
