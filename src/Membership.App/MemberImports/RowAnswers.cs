using System.Text.Json;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>
/// What the officer answered row by row: cells she corrected on the page, who doubtful rows are, and who has left. Kept in a file of its
/// own, so that a list which is read anew loses none of it. The upload stays as it was received.
/// </summary>
internal sealed class RowAnswers
{
    /// <summary>Corrected cells by the row's key and the column, from 0.</summary>
    public Dictionary<int, Dictionary<int, string>> Edits { get; init; } = [];

    /// <summary>Who last corrected a cell, also back to what the file says; by the row's key and the column, from 0.</summary>
    public Dictionary<int, Dictionary<int, KeptEdit>> EditedBy { get; init; } = [];

    public Dictionary<int, KeptDecision> Decisions { get; init; } = [];

    /// <summary>By membership, who is not named by a full list and was confirmed to have left.</summary>
    public Dictionary<long, KeptLeaving> Leaving { get; init; } = [];

    public static RowAnswers Read(string file, FieldCipher cipher)
    {
        if (!File.Exists(file))
            return new RowAnswers();

        using var stream = SealedFileStream.Open(file, cipher);
        return JsonSerializer.Deserialize<RowAnswers>(stream)!;
    }

    /// <summary>Whole or not at all.</summary>
    public void Write(string file, FieldCipher cipher)
    {
        File.WriteAllBytes(file + ".new", JsonSerializer.SerializeToUtf8Bytes(this));
        SealedFile.SealAsync(file + ".new", cipher, CancellationToken.None).GetAwaiter().GetResult();
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>What a cell of the row says by now.</summary>
    public string TextOf(StagedRow row, int column) =>
        Edits.GetValueOrDefault(row.RowNumber)?.GetValueOrDefault(column) ?? row.Cells.ElementAtOrDefault(column) ?? "";

    /// <summary>Keeps the cells that say something else than the file.</summary>
    public void Edit(StagedRow row, IReadOnlyDictionary<int, string> cells, KeptEdit edit)
    {
        if (!EditedBy.TryGetValue(row.RowNumber, out var editedBy))
            EditedBy[row.RowNumber] = editedBy = [];
        foreach (var (column, text) in cells)
        {
            if (text != TextOf(row, column))
                editedBy[column] = edit;
        }

        var edits = Edits.GetValueOrDefault(row.RowNumber) ?? [];
        foreach (var (column, text) in cells)
        {
            var written = column < row.Cells.Count ? row.Cells[column] : "";
            if (text != written)
                edits[column] = text;
            else
                edits.Remove(column);
        }

        if (edits.Count > 0)
            Edits[row.RowNumber] = edits;
        else
            Edits.Remove(row.RowNumber);
    }

    /// <summary>The row with the officer's cells in place of those of the file: typed text, whatever they were.</summary>
    public SheetRow Apply(SheetRow row)
    {
        if (!Edits.TryGetValue(row.Number, out var edits))
            return row;

        var cells = row.Cells.ToList();
        foreach (var (column, text) in edits)
        {
            while (cells.Count <= column)
                cells.Add(Cell.Empty);
            cells[column] = text.Length == 0 ? Cell.Empty : new Cell(CellKind.Text, text);
        }

        return row with { Cells = cells, Written = row.Written ?? row.Cells, Edited = edits.Keys };
    }

    /// <summary>A row that is doubtful again for the same reason about the same people is decided as it was.</summary>
    public StagedRow Decide(StagedRow row) =>
        row.Verdict == RowVerdict.Doubtful && Decisions.TryGetValue(row.RowNumber, out var kept) && kept.IsAbout(row)
            ? row with { Decision = kept.Decision, PersonId = kept.PersonId }
            : row;

    /// <param name="confirmed">All that are: what was taken back since is forgotten.</param>
    public void KeepLeaving(IEnumerable<MissingMember> confirmed)
    {
        Leaving.Clear();
        foreach (var member in confirmed)
            Leaving[member.MembershipId] = new KeptLeaving(member.Reason!.Value, member.LeftOn!.Value);
    }

    /// <summary>Whom the list still does not name leaves as was confirmed.</summary>
    public MissingMember Decide(MissingMember member) =>
        Leaving.TryGetValue(member.MembershipId, out var kept) && member.From < kept.LeftOn
            ? member with { Reason = kept.Reason, LeftOn = kept.LeftOn }
            : member;
}

/// <param name="By">Account name.</param>
/// <param name="At">UTC.</param>
internal sealed record KeptEdit(string By, DateTime At);

internal sealed record KeptLeaving(MembershipReason Reason, DateOnly LeftOn);

/// <param name="Candidates">About whom it was decided.</param>
internal sealed record KeptDecision(RowDecision Decision, long? PersonId, DoubtReason? Doubt, IReadOnlyList<long> Candidates)
{
    public bool IsAbout(StagedRow row) => row.Details.Doubt == Doubt && row.Details.Candidates.Order().SequenceEqual(Candidates.Order());
}
