using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// Reads one row of a list. Nothing is guessed: what cannot be read is a problem and rejects the row, what is put right is a
/// named repair. Pure, and quick enough for lists of a hundred thousand.
/// </summary>
public static class MemberRowParser
{
    /// <summary>With nothing answered and nothing surveyed.</summary>
    public static ParsedMember Parse(SheetRow row, ListShape shape, DateOnly asOf) => Parse(row, new RowRules(shape, asOf));

    /// <param name="row">As <see cref="ListSurvey.Decoded(SheetRow)"/> gives it.</param>
    public static ParsedMember Parse(SheetRow row, RowRules rules)
    {
        var reading = new RowReading(row, rules);
        reading.NoteConverted();
        var name = NameReader.Read(reading);
        var (birthDate, sexByColumn) = BirthReader.Read(reading);
        var sex = SexReader.Read(reading, sexByColumn);
        var (citizenId, formerId) = NumberReader.ReadIds(reading);
        if (birthDate is null && citizenId is null && reading.Problems.All(problem => !IsAboutIdentity(problem.Field)))
            reading.Report(RowProblemCode.BirthDateMissing, MemberField.DateOfBirth);

        var organizations = OrganizationReader.Read(reading);
        var admittedOn = AdmittedOn(reading) ?? organizations.OwnSince;
        var phone = NumberReader.ReadPhone(reading);
        var (address, communeId) = AddressReader.Read(reading);
        reading.ReportBroken();
        RowWarnings.Find(reading, name, sex, birthDate, citizenId, admittedOn);
        return new ParsedMember
        {
            FullName = name,
            Sex = sex,
            BirthDate = birthDate,
            CitizenId = citizenId,
            FormerIdNumber = formerId,
            Phone = phone,
            Ethnicity = NamedValues.EthnicGroup(reading),
            Religion = NamedValues.Religion(reading),
            Learning = LearningReader.Read(reading),
            Address = address,
            CommuneId = communeId,
            Branch = reading.Kept(MemberField.Branch, MemberField.Neighbourhood),
            AdmittedOn = admittedOn,
            Office = reading.Kept(MemberField.Office) ?? TickReader.ReadAll(reading, MemberField.Office),
            AlsoIn = organizations.AlsoIn,
            IsInOthersOnly = organizations.IsInOthersOnly,
            IsStruckThrough = reading.IsStruckThrough,
            Problems = reading.Problems,
            Repaired = reading.Repairs,
            Warnings = reading.Warnings,
        };
    }

    // A date or number that is there but cannot be read is already reported; "missing" would be a second, false reason.
    private static bool IsAboutIdentity(MemberField field) => field is MemberField.DateOfBirth or MemberField.BirthYear
        or MemberField.BirthIfMale or MemberField.BirthIfFemale or MemberField.CitizenId;

    private static PartialDate? AdmittedOn(RowReading row)
    {
        var reading = DateReader.OfEvent(row, MemberField.AdmittedOn);
        if (reading.Problem is { } problem)
        {
            var code = problem is RowProblemCode.CellHasError or RowProblemCode.DateOrderUnclear ? problem : RowProblemCode.AdmittedOnUnreadable;
            row.Report(code, MemberField.AdmittedOn);
        }

        if (reading.Repair is { } repair)
            row.Repaired(repair, MemberField.AdmittedOn);

        return reading.Date;
    }
}
