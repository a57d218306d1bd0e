using System.Globalization;
using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>Applies rows to people the register knows, and keeps each value before and after.</summary>
internal sealed class KnownPeopleWriting(RegisterWrite write, RegisterImages images, FieldCipher cipher, ListContext list)
{
    private const int RowsAtOnce = 500;

    private const string RememberRow = "INSERT INTO main.ImportedRows (ImportId, RowNumber, PersonId, TakenAs) VALUES (@import, @row, @person, 2)";

    private const string AddResidence = """
        INSERT INTO main.Residences (PersonId, LocalityId, Address, "From", "To", ImportId, RecordedAt)
        VALUES (@person, @locality, @address, @from, @to, @import, @now)
        """;

    private const string AddMembership = """
        INSERT INTO main.Memberships (PersonId, OrganizationId, UnitId, "From", "To", AdmittedOn, BeganBy, EndedBy, Office, IsClaim, ImportId, RecordedAt)
        VALUES (@person, @organization, @unit, @from, @to, @admitted, @began, @ended, @office, @claim, @import, @now)
        """;

    private const string EndMembership = """UPDATE main.Memberships SET "To" = @to, EndedBy = @ended WHERE Id = @id""";

    private const string AmendMembership =
        """UPDATE main.Memberships SET "From" = @from, AdmittedOn = @admitted, Office = @office WHERE Id = @id""";

    private const string UnitName = "SELECT Name FROM main.OrganizationUnits WHERE Id = @unit";

    private readonly Dictionary<long, string> _unitTexts = [];
    private readonly KnownPeople _people = new(write.Connection, cipher, list);
    private readonly KnownFieldsWriting _fields = new(write, images, cipher, list);
    private readonly ProposalWriting _proposals = new(write, cipher, list);

    public void Apply(IEnumerable<StagedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = _people.WithIds([.. chunk.Select(row => row.PersonId!.Value)], chunk.Select(row => row.Listed!)).ToDictionary(person => person.Id);
            foreach (var row in chunk)
                Apply(row, known[row.PersonId!.Value]);
        }
    }

    /// <summary>Rows that mean, or may mean, people beyond the scope: as at the check, whoever commits.</summary>
    public void ApplyBeyond(IEnumerable<StagedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = _people.WithIds([.. chunk.SelectMany(row => row.Details.Beyond!.PersonIds).Distinct()], chunk.Select(row => row.Listed!))
                .Where(person => !person.IsRestricted).ToDictionary(person => person.Id);
            foreach (var row in chunk)
            {
                var people = row.Details.Beyond!.PersonIds.Where(known.ContainsKey).Select(id => known[id] with { IsWithinScope = false }).ToList();
                if (row.Details.Beyond.IsCertain && people is [var person])
                    Apply(row, person);
                else
                    people.ForEach(one => _proposals.Ask(one.Id, row));
            }
        }
    }

    private void Apply(StagedRow row, KnownPerson person)
    {
        var update = KnownPersonUpdate.Of(person, row.Listed!, list, row.Details.Blank);
        foreach (var change in update.ToWrite(list.Choices))
            _fields.Apply(person, change, list.HomeOf(row.Listed!.CommuneId).On(list.AsOf));
        foreach (var change in update.Membership)
            Apply(person, change, row);
        foreach (var change in update.Proposals)
            _proposals.Propose(person.Id, row, change);
        foreach (var stretch in update.Residence)
        {
            images.Added(ImageTable.Residences, write.Insert(
                AddResidence,
                ("@person", person.Id), ("@locality", stretch.LocalityId), ("@address", row.Listed!.Address),
                ("@from", stretch.From.ToIso()), ("@to", stretch.To?.ToIso())));
            write.Remember(person.Id, "Residence", null, $"{stretch.LocalityId.ToString(CultureInfo.InvariantCulture)} {stretch.From.ToIso()} {stretch.To?.ToIso()}".TrimEnd());
        }

        images.Keep(person.Id);
        write.Execute(RememberRow, ("@row", row.RowNumber), ("@person", person.Id));
        write.Execute("INSERT INTO TouchedPeople (PersonId) VALUES (@person)", ("@person", person.Id));
    }

    private void Apply(KnownPerson known, MembershipChange change, StagedRow row)
    {
        var person = known.Id;
        if (change.Step.Existing is { } existing)
            images.Changes(ImageTable.Memberships, existing.Id);
        switch (change.Step)
        {
            case MembershipStep.Open open:
                var begun = Begin(person, change, open.From, open.To, open.BeganBy, open.EndedBy, change.Listed.AdmittedOn, isClaim: !known.IsWithinScope);
                if (!known.IsWithinScope)
                    _proposals.Claim(person, row, begun);
                Remember(person, change, "Membership", null, $"{change.List.Organization.Code} {open.From.ToIso()}");
                break;
            case MembershipStep.Transfer transfer:
                write.Execute(EndMembership, ("@to", transfer.On.ToIso()), ("@ended", (int)transfer.Reason), ("@id", transfer.From.Id));
                Begin(person, change, transfer.On, null, transfer.Reason, null, change.Listed.AdmittedOn ?? transfer.From.AdmittedOn);
                Remember(person, change, "Unit", UnitText(transfer.From.UnitId), UnitText(UnitOf(change)));
                break;
            case MembershipStep.Relocate relocate:
                write.Execute("UPDATE main.Memberships SET UnitId = @unit WHERE Id = @id", ("@unit", UnitOf(change)), ("@id", relocate.Membership.Id));
                Remember(person, change, "Unit", UnitText(relocate.Membership.UnitId), UnitText(UnitOf(change)));
                break;
            case MembershipStep.Amend amend:
                write.Execute(
                    AmendMembership,
                    ("@from", amend.From.ToIso()), ("@admitted", amend.AdmittedOn?.ToString()), ("@office", amend.Office), ("@id", amend.Membership.Id));
                Remember(person, change, "Membership", Text(amend.Membership), Text(amend.Membership with { From = amend.From, AdmittedOn = amend.AdmittedOn, Office = amend.Office }));
                break;
            default:
                throw new InvalidOperationException($"No write for {change.Step.GetType().Name}");
        }
    }

    private long Begin(
        long person, MembershipChange change, DateOnly from, DateOnly? to, MembershipReason began, MembershipReason? ended, PartialDate? admitted,
        bool isClaim = false)
    {
        var begun = write.Insert(
            AddMembership,
            ("@person", person), ("@organization", change.List.Organization.Id), ("@unit", UnitOf(change)), ("@from", from.ToIso()), ("@to", to?.ToIso()),
            ("@admitted", admitted?.ToString()), ("@began", (int)began), ("@ended", (int?)ended), ("@office", change.Listed.Office), ("@claim", isClaim));
        images.Added(ImageTable.Memberships, begun);
        return begun;
    }

    /// <summary>Branches are founded before; a base unit of another organization only when somebody joins it.</summary>
    private long UnitOf(MembershipChange change) => change.List.UnitOf(change.Listed).BranchId ?? new ListUnits(write, change.List).BaseUnit();

    private void Remember(long person, MembershipChange change, string field, string? before, string? after) =>
        write.Remember(person, field, before, after, change.List.Organization.Id);

    /// <summary>"12 Ấp Bình Thạnh": with the name, because an undo may take the unit away while the history still speaks of it.</summary>
    private string UnitText(long unit) => _unitTexts.TryGetValue(unit, out var known)
        ? known
        : _unitTexts[unit] = $"{unit.ToString(CultureInfo.InvariantCulture)} {write.Texts(UnitName, ("@unit", unit)).SingleOrDefault()}".TrimEnd();

    private static string Text(KnownMembership membership) => $"{membership.From.ToIso()} {membership.AdmittedOn} {membership.Office}".TrimEnd();
}
