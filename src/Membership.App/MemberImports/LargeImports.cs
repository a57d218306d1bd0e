using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Membership.App.Approvals;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain.MemberImports;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.MemberImports;

/// <summary>Lists that take a second person, and what she agrees to: these rows, choices and answers, and nothing else.</summary>
internal sealed class LargeImports(MembershipDb db, ImportFiles files, SecondPerson secondPerson, Actor actor, TimeProvider clock)
{
    /// <summary>What one user writes or takes back within this time counts together, however many lists it is cut into.</summary>
    private static readonly TimeSpan CountedTogether = TimeSpan.FromHours(24);

    /// <summary>Rows written in the last 24 hours from other lists of who received this one, or of who is writing it.</summary>
    public Task<int> WrittenBesideAsync(MemberImport import, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - CountedTogether;
        return db.MemberImports.IgnoreQueryFilters()
            .Where(other => other.Id != import.Id && other.State == MemberImportState.Committed && other.CommittedAt > since)
            .Where(other => other.ReceivedBy == import.ReceivedBy || other.ReceivedBy == actor.Name)
            .SumAsync(other => other.TakenRows, cancellationToken);
    }

    public async Task<bool> IsNeededToWriteAsync(MemberImport import, CancellationToken cancellationToken) =>
        secondPerson.IsNeededForRows(import.Rows + await WrittenBesideAsync(import, cancellationToken));

    public async Task<bool> IsNeededToUndoAsync(MemberImport import, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().UtcDateTime - CountedTogether;
        var undone = await db.MemberImports.IgnoreQueryFilters()
            .Where(other => other.Id != import.Id && other.UndoneAt > since && other.UndoneBy == actor.Name)
            .SumAsync(other => other.TakenRows, cancellationToken);
        return secondPerson.IsNeededForRows(import.TakenRows + undone);
    }

    /// <summary>SHA-256, lower-case hex, of what writing the list would do: the file, how it is read, each row with its answer, and who has left.</summary>
    public string DigestOf(MemberImport import)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Whether an answer was remembered or given makes no difference to what is written.
        Append(hash, $"{import.Sha256} {JsonSerializer.Serialize(import.Choices with { AreRemembered = false, WrittenValues = null })}");
        using var staging = files.OpenStaging(import.Id);
        foreach (var row in staging.Rows("1 ORDER BY RowNumber"))
            Append(hash, $"{row.RowNumber} {SeenList.DigestOf(row)}");
        if (import.Choices.Mode == ListMode.Full)
        {
            foreach (var member in staging.Missing.OfPeople(null).OrderBy(member => member.MembershipId))
                Append(hash, $"{member.MembershipId} {member.Reason} {member.LeftOn:O}");
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The same of taking it back: what was written, and taken back already.</summary>
    public static string UndoDigestOf(MemberImport import) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{import.Id} {import.TakenRows} {import.CommittedAt:O} {import.UndoneAt:O}"))));

    private static void Append(IncrementalHash hash, FormattableString text) => hash.AppendData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture) + "\n"));
}
