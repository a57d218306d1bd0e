namespace Membership.Domain.MemberImports;

/// <param name="CommuneId">Where the officer said that the address means another commune than the list's.</param>
internal readonly record struct AddressReading(string? Address, long? CommuneId);

/// <summary>Reads where the person of a row lives: the address as it is kept, and the commune that it names.</summary>
internal static class AddressReader
{
    public static AddressReading Read(RowReading row)
    {
        var columns = row.Shape.AddressColumns;
        if (columns.Length <= 1)
            return Whole(row, row.Kept(MemberField.Address, MemberField.PermanentAddress));

        var parts = Array.ConvertAll(columns, column => row.Kept(MemberField.Address, row[column]));
        // Half an address would take the place of a whole one.
        if (Array.Exists(columns, column => CellText.IsUnclear(row[column])))
            return default;
        if (Array.TrueForAll(parts, part => part is null))
            return Whole(row, row.Kept(MemberField.PermanentAddress));

        var address = string.Join(", ", parts.OfType<string>());
        return row.Shape.AddressLevels is { Commune: >= 0 } levels && parts[levels.Commune] is { } commune
            ? new AddressReading(address, CommuneOf(row, row.Rules.Places?.Match(commune, levels.Of(parts, levels.District), levels.Of(parts, levels.Province))))
            : Whole(row, address);
    }

    private static AddressReading Whole(RowReading row, string? address) =>
        new(address, address is null ? null : CommuneOf(row, row.Rules.Places?.Match(address)));

    private static long? CommuneOf(RowReading row, PlaceReading? place)
    {
        if (place is null or { Outcome: PlaceOutcome.Nothing or PlaceOutcome.Own })
            return null;

        var (places, answer) = (row.Rules.Places!, row.Rules.Choices.Values.GetValueOrDefault(place.Key));
        if (answer is "")
            return null;
        if (answer is not null && places.Names.IdOf(answer) is { } commune)
            return commune == places.Own ? null : commune;

        row.Warn(place.Outcome == PlaceOutcome.Unknown ? RowWarningCode.CommuneUnknown : RowWarningCode.AnotherCommune, MemberField.Address, place.Text);
        return null;
    }
}
