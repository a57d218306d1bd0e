using Membership.App.Keys;
using Membership.Domain.Members;

namespace Membership.App.Members;

/// <summary>A number and its blind index are always set together.</summary>
public static class PersonNumbers
{
    public static void SetCitizenId(this Person person, string? number, FieldCipher cipher) =>
        (person.CitizenId, person.CitizenIdIndex) = (cipher.SealOrNull(number, SealedPlace.Of(person, SealedKind.CitizenId)), cipher.IndexOrNull(number));

    public static void SetPhone(this Person person, string? number, FieldCipher cipher) =>
        (person.Phone, person.PhoneIndex) = (cipher.SealOrNull(number, SealedPlace.Of(person, SealedKind.Phone)), cipher.IndexOrNull(number));

    /// <summary>All but the last four digits hidden; null when not known.</summary>
    public static string? MaskedCitizenId(this Person person, FieldCipher cipher) =>
        Domain.Members.CitizenId.TryParse(cipher.OpenOrNull(person.CitizenId, SealedPlace.Of(person, SealedKind.CitizenId)))?.Masked;
}
