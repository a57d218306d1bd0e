using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Reads one row of a list. Nothing is guessed: what cannot be read is a problem and rejects the row, what is put right is a
/// named repair. Pure, and quick enough for lists of a hundred thousand.
/// </summary>
public static class MemberRowParser
{
    /// <param name="asOf">The day the list speaks of: nobody on it was born or admitted later.</param>
    public static ParsedMember Parse(SheetRow row, ListShape shape, DateOnly asOf)
    {
        var reading = new RowReading(row, shape, asOf);
        var name = NameReader.Read(reading);
        var (birthDate, sexByColumn) = BirthReader.Read(reading);
        var sex = SexReader.Read(reading, sexByColumn);
        var (citizenId, formerId) = NumberReader.ReadIds(reading);
        if (birthDate is null && citizenId is null && reading.Problems.All(problem => !IsAboutIdentity(problem.Field)))
            reading.Report(RowProblemCode.BirthDateMissing, MemberField.DateOfBirth);

        return new ParsedMember
        {
            FullName = name,
            Sex = sex,
            BirthDate = birthDate,
            CitizenId = citizenId,
            FormerIdNumber = formerId,
            Phone = NumberReader.ReadPhone(reading),
            Ethnicity = Named(reading[MemberField.EthnicGroup]) ?? TickReader.Read(reading, MemberField.EthnicGroup),
            Religion = Named(reading[MemberField.Religion]) ?? TickReader.Read(reading, MemberField.Religion),
            Address = Address(reading),
            Branch = CellText.Kept(reading[MemberField.Branch]) ?? CellText.Kept(reading[MemberField.Neighbourhood]),
            AdmittedOn = AdmittedOn(reading),
            Office = CellText.Kept(reading[MemberField.Office]) ?? TickReader.ReadAll(reading, MemberField.Office),
            Problems = reading.Problems,
            Repairs = reading.Repairs,
        };
    }

    // A date or number that is there but cannot be read is already reported; "missing" would be a second, false reason.
    private static bool IsAboutIdentity(MemberField field) => field is MemberField.DateOfBirth or MemberField.BirthYear
        or MemberField.BirthIfMale or MemberField.BirthIfFemale or MemberField.CitizenId;

    /// <summary>A tick or a dash names no people and no religion.</summary>
    private static string? Named(Cell cell) => CellText.IsTick(cell) || CellText.SaysNothing(cell) ? null : CellText.Kept(cell);

    private static string? Address(RowReading row)
    {
        var columns = row.Shape.AddressColumns;
        if (columns.Length <= 1)
            return CellText.Kept(row[MemberField.Address]) ?? CellText.Kept(row[MemberField.PermanentAddress]);

        var parts = columns.Select(column => CellText.Kept(row[column])).OfType<string>().ToArray();
        return parts.Length > 0 ? string.Join(", ", parts) : CellText.Kept(row[MemberField.PermanentAddress]);
    }

    private static PartialDate? AdmittedOn(RowReading row)
    {
        var reading = DateReader.OfEvent(row[MemberField.AdmittedOn], row.AsOf);
        if (reading.Problem is { } problem)
        {
            var code = problem == RowProblemCode.CellHasError ? problem : RowProblemCode.AdmittedOnUnreadable;
            row.Report(code, MemberField.AdmittedOn);
        }

        if (reading.Repair is { } repair)
            row.Repaired(repair);

        return reading.Date;
    }
}
