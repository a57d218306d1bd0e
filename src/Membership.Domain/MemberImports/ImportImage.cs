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

    /// <summary>The row's columns as JSON, sealed whole; null when the import created the row.</summary>
    public byte[]? Before { get; init; }

    /// <summary>Keyed hash over the row's columns, opened, as the import left them: another key of sealing does not change it.</summary>
    public required byte[] AfterHash { get; init; }
}

public enum ImageTable
{
    People = 1,
    Residences = 2,
    Memberships = 3,
}
