using Membership.Domain.MemberImports;
using Membership.Domain.Members;
using Membership.Domain.Proposals;

namespace Membership.App.MemberImports;

/// <summary>What a row says that is not its officer's to write, as <see cref="Proposal"/> keeps it.</summary>
internal sealed record ProposedChange(ProposalKind Kind)
{
    public PersonField? Field { get; init; }

    /// <summary>Not sealed yet.</summary>
    public string? Value { get; init; }

    /// <summary>Of a membership.</summary>
    public MembershipChange? Membership { get; init; }

    /// <summary>Of a residence; its address is the row's.</summary>
    public ResidenceStretch? Home { get; init; }

    /// <summary>Null: who covers the person decides.</summary>
    public long? WardId { get; init; }

    public static ProposedChange OfWard(ResidenceStretch home) => Of(home) with { WardId = home.LocalityId };

    public static ProposedChange Of(ResidenceStretch home) => new(ProposalKind.Residence) { Home = home };

    public static ProposedChange Of(MembershipChange change) => new(ProposalKind.Membership) { Membership = change };

    public static ProposedChange Of(FieldChange change, KnownPerson person, ListContext list)
    {
        if (change.Field != MemberField.Address)
            return new ProposedChange(ProposalKind.Field) { Field = Enum.Parse<PersonField>(PersonFieldName(change.Field)), Value = change.After };

        var home = person.Residences.Last(residence => residence.Contains(list.AsOf));
        return new ProposedChange(ProposalKind.Residence) { Home = new ResidenceStretch(home.LocalityId, home.From, home.To), Value = change.After };
    }

    private static string PersonFieldName(MemberField field) => field == MemberField.EthnicGroup ? nameof(PersonField.Ethnicity) : field.ToString();
}
