namespace Membership.Domain.MemberImports;

/// <summary>
/// A row of the register before and after an import wrote it, so that the import can be undone. For people who came new with the
/// import there are none: the staged row is the image of what was written.
/// </summary>
public sealed class ImportImage
{
    public long Id { get; init; }

    public long ImportId { get; init; }

    public long PersonId { get; init; }

    public ImageTable Table { get; init; }

    /// <summary>Key of the row in its table.</summary>
    public long RowId { get; init; }

    /// <summary>The row's columns as JSON, sealed; null when the import created the row.</summary>
    public byte[]? Before { get; init; }

    /// <summary>SHA-256 over the row's columns as the import left them; null when the import removed the row.</summary>
    public byte[]? AfterHash { get; init; }
}

public enum ImageTable
{
    People = 1,
    Residences = 2,
    Memberships = 3,
}
