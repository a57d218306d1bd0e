using Membership.App.Keys;
using Membership.App.Members;
using Membership.App.Texts;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

internal static class CandidateText
{
    public static Candidate Of(Person person, FieldCipher cipher) => new(
        person.Id,
        person.FullName,
        ShownDate.Of(person.BirthDate),
        person.Sex switch { Sex.Male => "Nam", Sex.Female => "Nữ", _ => null },
        person.MaskedCitizenId(cipher));
}
