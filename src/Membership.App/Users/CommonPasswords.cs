using Membership.App.ReferenceData;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>Holds every new password against <see cref="PasswordRules"/>, wherever it is set.</summary>
internal sealed class CommonPasswords(ReferenceFolder reference) : IPasswordValidator<User>
{
    private readonly Lazy<HashSet<string>> _common = new(() => Read(reference.FileOf("common-passwords.txt")));

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(PasswordRules.RefusalOf(password ?? "", user.UserName, _common.Value) is { } refusal
            ? IdentityResult.Failed(new RefusedPassword(refusal))
            : IdentityResult.Success);

    private static HashSet<string> Read(string file) => File.ReadLines(file).Where(line => line.Length > 0 && line[0] != '#').Select(PersonName.Fold).ToHashSet();
}

/// <summary>Carries our refusal through Identity's result.</summary>
internal sealed class RefusedPassword(Domain.Refusal refusal) : IdentityError
{
    public Domain.Refusal Refusal { get; } = refusal;
}
