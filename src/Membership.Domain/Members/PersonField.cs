namespace Membership.Domain.Members;

/// <summary>The person's own fields that officers can correct, named as in <see cref="PersonChange.Field"/>.</summary>
public enum PersonField
{
    FullName = 1,
    Sex = 2,
    DateOfBirth = 3,
    CitizenId = 4,
    FormerIdNumber = 5,
    Phone = 6,
    Ethnicity = 7,
    Religion = 8,
    Education = 9,
    Qualification = 10,
    PoliticalTheory = 11,
}
