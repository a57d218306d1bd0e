using Membership.App.Texts;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

internal static class CandidateText
{
    public static Candidate Of(Person person) => new(
        person.Id,
        person.FullName,
        ShownDate.Of(person.BirthDate),
        person.Sex switch { Sex.Male => "Nam", Sex.Female => "Nữ", _ => null },
        CitizenId.TryParse(person.CitizenId)?.Masked);
}
