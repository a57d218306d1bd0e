namespace Membership.App.Statistics;

/// <param name="FileName">Without a path, in ASCII: it goes into a header and onto any disk.</param>
public sealed record ExportedWorkbook(string FileName, byte[] Content)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
