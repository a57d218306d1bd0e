using System.Text;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Membership.App.Users;

/// <summary>
/// Identity's PBKDF2 over the composed form: one keyboard sends "ậ" as one character, another as three. Takes as long for who does not
/// exist, so that the time of an answer does not tell who does.
/// </summary>
internal sealed class UserPasswordHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<User>(options)
{
    /// <summary>Of PBKDF2-HMAC-SHA512: at least what OWASP asks for (Password Storage Cheat Sheet, 2025).</summary>
    public const int Iterations = 210_000;

    private static readonly User NoUser = new() { UserName = "", NormalizedUserName = "", DisplayName = "", SecurityStamp = "" };

    private string? _hashOfNoUser;

    public override string HashPassword(User user, string password) => base.HashPassword(user, password.Normalize(NormalizationForm.FormC));

    public override PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, providedPassword.Normalize(NormalizationForm.FormC));

    public void VerifyForNoUser(string providedPassword) =>
        VerifyHashedPassword(NoUser, _hashOfNoUser ??= HashPassword(NoUser, RandomCode.New(groups: 4)), providedPassword);
}
