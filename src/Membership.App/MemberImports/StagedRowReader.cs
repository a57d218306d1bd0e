using System.Text.Encodings.Web;
using System.Text.Json;
using Membership.App.Database;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Microsoft.Data.Sqlite;

namespace Membership.App.MemberImports;

/// <summary>Vietnamese letters stay readable in the staging file.</summary>
internal static class StagingJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>Turns a line of the staging table back into what was staged; columns in the order of the table.</summary>
internal static class StagedRowReader
{
    public static StagedRow Read(SqliteDataReader reader) => new(
        reader.GetInt32(0),
        (RowVerdict)reader.GetInt32(1),
        JsonSerializer.Deserialize<string[]>(reader.GetString(2), StagingJson.Options)!,
        Listed(reader),
        reader.TextOrNull(15) is { } details ? JsonSerializer.Deserialize<RowDetails>(details, StagingJson.Options)! : RowDetails.None,
        reader.IsDBNull(16) ? null : reader.GetInt64(16),
        reader.Day(17))
    {
        Decision = (RowDecision)reader.GetInt32(18),
    };

    private static ListedPerson? Listed(SqliteDataReader reader) => reader.TextOrNull(3) is not { } fullName ? null : new ListedPerson
    {
        FullName = fullName,
        FoldedName = reader.GetString(4),
        Sex = reader.IsDBNull(6) ? null : (Sex)reader.GetInt32(6),
        BirthDate = reader.PartialDateOrNull(7),
        CitizenId = reader.TextOrNull(8),
        FormerIdNumber = reader.TextOrNull(9),
        Phone = reader.TextOrNull(10),
        Address = reader.TextOrNull(11),
        Branch = reader.TextOrNull(12),
        AdmittedOn = reader.PartialDateOrNull(13),
        Office = reader.TextOrNull(14),
    };
}
