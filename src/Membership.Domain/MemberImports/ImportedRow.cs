namespace Membership.Domain.MemberImports;

/// <summary>That a row of an import was written to the register, and to whom: a row is never taken twice.</summary>
public sealed class ImportedRow
{
    public long ImportId { get; init; }

    /// <summary>
    /// The row in its file: <see cref="ListRow.Key"/>. Below 0 for a member whom a full list does not name and whose membership
    /// the import ended.
    /// </summary>
    public int RowNumber { get; init; }

    public long PersonId { get; init; }

    public RowVerdict TakenAs { get; init; }

    /// <summary>What became of the row when the import was undone; null while it is not.</summary>
    public UndoOutcome? UndoneAs { get; set; }
}

/// <summary>What undoing an import did with a row. Exactly one each.</summary>
public enum UndoOutcome
{
    /// <summary>Hoàn lại: the register is as it was before.</summary>
    Restored = 1,

    /// <summary>Giữ nguyên: somebody corrected the person's data since.</summary>
    KeptAsCorrectedSince = 2,

    /// <summary>Giữ nguyên: a later list spoke of the person.</summary>
    KeptAsInLaterList = 3,

    /// <summary>Không hoàn lại được: the person's data may only be kept.</summary>
    ImpossibleAsRestricted = 4,

    /// <summary>Không hoàn lại được: the person's data were made anonymous.</summary>
    ImpossibleAsAnonymised = 5,

    /// <summary>Không hoàn lại được: what the import changed was not kept, as before release 0.4, or was erased since.</summary>
    ImpossibleAsNotRecorded = 6,

    /// <summary>Giữ nguyên: who covers the person has agreed to what the list proposed.</summary>
    KeptAsAgreed = 7,
}
