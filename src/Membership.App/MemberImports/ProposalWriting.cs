using Membership.App.Database;
using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Proposals;

namespace Membership.App.MemberImports;

/// <summary>Writes what a list proposes, in the transaction of its commit. A rehearsal proposes nothing.</summary>
internal sealed class ProposalWriting(RegisterWrite write, FieldCipher cipher, ListContext list)
{
    private const string Add = """
        INSERT INTO main.Proposals (PersonId, Kind, State, Field, Value, WardId, HomeId, OrganizationId, UnitId, MembershipId, "From", "To", AdmittedOn,
            ImportId, RowNumber, ProposedBy, ProposedAt)
        VALUES (@person, @kind, 1, @field, @value, @ward, @home, @organization, @unit, @membership, @from, @to, @admitted, @import, @row, @by, @now)
        """;

    private const string NewElsewhere =
        "SELECT PersonId, RowNumber, Address, MemberFrom FROM TakenAsNew WHERE CommuneId IS @commune ORDER BY PersonId";

    private bool IsRehearsal => write.Target != RegisterWrite.Register;

    public void Propose(long person, StagedRow row, ProposedChange change)
    {
        var listed = change.Membership?.Listed ?? row.Listed!;
        var context = change.Membership?.List ?? list;
        Write(
            person, row.RowNumber, change.Kind, change.Field,
            change.Value ?? ValueOf(change.Kind, listed), change.WardId, change.Home?.LocalityId, context.Organization.Id, UnitOf(context, listed), null,
            change.Home?.From ?? FirstDayOf(change.Membership, listed), change.Home?.To, AdmittedOn(change.Membership));
    }

    private static string? ValueOf(ProposalKind kind, ListedPerson listed) =>
        kind switch { ProposalKind.Residence => listed.Address, ProposalKind.Membership => listed.Office, _ => null };

    private static PartialDate? AdmittedOn(MembershipChange? change) => change?.Listed.AdmittedOn;

    private DateOnly FirstDayOf(MembershipChange? change, ListedPerson listed) =>
        change?.Step is MembershipStep.Transfer transfer ? transfer.On : MembershipPlan.FirstDay(listed, list.AsOf);

    /// <summary>That the unit may see what others recorded of her.</summary>
    public void Claim(long person, StagedRow row, long membership) => Write(
        person, row.RowNumber, ProposalKind.Claim, null, null, null, null, list.Organization.Id, UnitOf(list, row.Listed!), membership, row.MemberFrom, null, null);

    /// <summary>Whether she is the one in the row.</summary>
    public void Ask(long person, StagedRow row) => Write(
        person, row.RowNumber, ProposalKind.Membership, null, row.Listed!.Office, null, null, list.Organization.Id, UnitOf(list, row.Listed), null, row.MemberFrom, null,
        row.Listed.AdmittedOn);

    /// <summary>Of the new people whom their rows put into a commune that the officer does not cover.</summary>
    public void ProposeHomesOfNew(long commune)
    {
        if (IsRehearsal)
            return;

        var people = write.Rows(
            NewElsewhere, reader => (reader.GetInt64(0), reader.GetInt32(1), reader.TextOrNull(2), reader.Day(3)), ("@commune", commune));
        foreach (var (person, row, address, from) in people)
        {
            if (list.HomeOf(commune).Stretches(from) is [.., var last])
                Write(person, row, ProposalKind.Residence, null, address, last.LocalityId, last.LocalityId, list.Organization.Id, list.BaseUnitId, null, from, last.To, null);
        }
    }

    private void Write(
        long person, int row, ProposalKind kind, PersonField? field, string? value, long? ward, long? home, long organization, long? unit, long? membership,
        DateOnly from, DateOnly? to, PartialDate? admitted)
    {
        if (IsRehearsal)
            return;

        write.Execute(
            Add,
            ("@person", person), ("@kind", (int)kind), ("@field", (int?)field), ("@value", cipher.SealOrNull(value, SealedPlace.OfProposal(person))?.Text), ("@ward", ward), ("@home", home),
            ("@organization", organization), ("@unit", unit), ("@membership", membership), ("@from", from.ToIso()), ("@to", to?.ToIso()),
            ("@admitted", admitted?.ToString()), ("@row", row));
    }

    private static long? UnitOf(ListContext context, ListedPerson listed) => context.UnitOf(listed).BranchId ?? context.BaseUnitId;
}
