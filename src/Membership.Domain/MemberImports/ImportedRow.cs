namespace Membership.Domain.MemberImports;

/// <summary>That a row of an import was written to the register, and to whom: a row is never taken twice.</summary>
public sealed class ImportedRow
{
    public long ImportId { get; init; }

    /// <summary>As Excel numbers it.</summary>
    public int RowNumber { get; init; }

    public long PersonId { get; init; }

    public RowVerdict TakenAs { get; init; }
}
