using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Membership.Domain.MemberImports;

namespace Membership.App.MemberImports;

/// <summary>What the officer saw of a checked list, and agrees to by writing it.</summary>
/// <param name="Rows">A digest by row: what it says, whom it means, and what it changes.</param>
/// <param name="Missing">By membership, whom a full list does not name.</param>
internal sealed record SeenList(IReadOnlyDictionary<int, string> Rows, IReadOnlyDictionary<long, MissingMember> Missing)
{
    public static SeenList Of(MemberImport import, ImportFiles files)
    {
        using var staging = files.OpenStaging(import.Id);
        return new SeenList(
            staging.Rows("1 ORDER BY RowNumber").ToDictionary(row => row.RowNumber, DigestOf),
            // Their numbers are only their order.
            import.Choices.Mode == ListMode.Full
                ? staging.Missing.OfPeople(null).ToDictionary(member => member.MembershipId, member => member with { Number = 0 })
                : new Dictionary<long, MissingMember>());
    }

    /// <summary>Null when both say the same.</summary>
    public RegisterChangedSinceCheck? ChangeTo(SeenList now, long importId)
    {
        var (rows, missing) = (Differing(Rows, now.Rows), Differing(Missing, now.Missing));
        return rows + missing == 0 ? null : new RegisterChangedSinceCheck(importId, rows, missing);
    }

    private static int Differing<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> before, IReadOnlyDictionary<TKey, TValue> now)
        where TKey : notnull =>
        before.Keys.Union(now.Keys).Count(key => !before.TryGetValue(key, out var then) || !now.TryGetValue(key, out var value) || !Equals(then, value));

    /// <summary>Of all that the officer sees of a row, and its answer.</summary>
    public static string DigestOf(StagedRow row) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Verdict} {row.Decision} {row.PersonId} {row.MemberFrom:O} {JsonSerializer.Serialize(row.Details.Changes)} {JsonSerializer.Serialize(row.Details.Blank)} {row.Listed}"))));
}
