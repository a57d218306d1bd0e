using System.Text;

namespace Membership.App.Audit;

/// <summary>Follows the chain from the first entry to the head.</summary>
internal sealed class AuditCheck(AuditChain chain, PersonChangeCheck changes, List<AuditBreak> breaks)
{
    private AuditHeadRow? _head;

    /// <summary>Null after a gap: what follows cannot be held against anything.</summary>
    private string? _previous = AuditChain.Beginning;
    private long _last;

    /// <summary>How the log stands to the head that is kept outside of the database.</summary>
    public required LogHeadStanding Outside { get; init; }

    /// <summary>That head.</summary>
    public required LogHead? Knows { get; init; }

    public long Entries { get; private set; }

    public string LastHash { get; private set; } = AuditChain.Beginning;

    public void Begin(AuditHeadRow? head)
    {
        if (head is { LastHash.Type: 't' } && Is(head.Seal, chain.Seal(head.Entries, Text(head.LastHash))))
            _head = head;
    }

    public void Next(AuditRow row)
    {
        if (row.Id < 1 || row.Id > (_head?.Entries ?? long.MaxValue))
        {
            breaks.Add(new AuditBreak(AuditBreakKind.EntryInserted, row.Id));
            return;
        }

        if (row.Id > _last + 1)
        {
            breaks.Add(new AuditBreak(AuditBreakKind.EntryMissing, _last + 1));
            _previous = null;
        }

        if (_previous is not null && !Is(row.Hash, chain.Entry(_previous, row.Values)))
            breaks.Add(new AuditBreak(AuditBreakKind.EntryChanged, row.Id));
        else
            changes.Check(row);

        (_last, _previous, LastHash) = (row.Id, Text(row.Hash), Text(row.Hash));
        Entries++;
    }

    public void End()
    {
        if (breaks.Count < AuditVerification.MostBreaks && _last < _head?.Entries)
            breaks.Add(new AuditBreak(AuditBreakKind.EntryMissing, _last + 1));
        if (_head is null || (breaks.Count == 0 && Text(_head.LastHash) != LastHash))
            breaks.Add(new AuditBreak(AuditBreakKind.HeadChanged));
        if (breaks.Count == 0)
            changes.FindUnknown();
        if (OutsideBreak() is { } kind)
            breaks.Add(new AuditBreak(kind));
    }

    /// <summary>That the last entry is another one is no news where it was found changed.</summary>
    private AuditBreakKind? OutsideBreak() => Outside switch
    {
        LogHeadStanding.Missing => AuditBreakKind.HeadFileMissing,
        LogHeadStanding.Changed => AuditBreakKind.HeadFileChanged,
        LogHeadStanding.Shortened when !breaks.Exists(one => one is { Kind: AuditBreakKind.EntryChanged } && one.EntryId == Knows!.Entries) => AuditBreakKind.LogShortened,
        _ => null,
    };

    private static bool Is(StoredValue stored, string expected) => stored.Type == 't' && stored.Bytes.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(expected));

    private static string Text(StoredValue value) => Encoding.UTF8.GetString(value.Bytes);
}
