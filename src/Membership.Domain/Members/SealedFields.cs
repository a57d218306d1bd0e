namespace Membership.Domain.Members;

/// <summary>The fields of a <see cref="Person"/> that are stored sealed, and whose values are sealed in <see cref="PersonChange"/> too.</summary>
public static class SealedFields
{
    public static readonly IReadOnlySet<string> Names = new HashSet<string>
    {
        nameof(Person.CitizenId), nameof(Person.FormerIdNumber), nameof(Person.Phone), nameof(Person.Ethnicity), nameof(Person.Religion),
    };
}
