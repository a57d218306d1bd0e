using System.Security.Cryptography;
using System.Text;

namespace Membership.Domain.Users;

/// <summary>What proves, beside the password, that it is her: a code of the authenticator app or one of ten recovery codes, each once.</summary>
public static class SecondFactor
{
    private const int RecoveryCodes = 10;

    /// <summary>Six groups: 120 bits, too many to be found from a hash.</summary>
    private const int GroupsOfRecoveryCode = 6;

    /// <summary>Takes the code: it is not accepted a second time.</summary>
    /// <param name="secret">The user's, opened.</param>
    /// <param name="typed">As typed, with blanks and hyphens where she likes.</param>
    public static bool TryUse(User user, string secret, string typed, DateTime utc)
    {
        var code = Compact(typed);
        if (Totp.StepOf(secret, code, utc, user.LastTotpStep) is not { } step)
            return TryUseRecoveryCode(user, code);

        user.LastTotpStep = step;
        return true;
    }

    /// <summary>Gives her new recovery codes, and returns them: they are not kept in a form that could be shown again.</summary>
    public static IReadOnlyList<string> RenewRecoveryCodes(User user)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => RandomCode.New(GroupsOfRecoveryCode)).ToList();
        user.RecoveryCodes = string.Join(' ', codes.Select(code => HashOf(Compact(code))));
        return codes;
    }

    public static int RecoveryCodesLeft(User user) => HashesOf(user).Length;

    public static void TurnOff(User user) =>
        (user.HasSecondFactor, user.AuthenticatorKey, user.LastTotpStep, user.RecoveryCodes) = (false, null, null, null);

    private static bool TryUseRecoveryCode(User user, string code)
    {
        var used = HashOf(code);
        var left = HashesOf(user).Where(hash => hash != used).ToList();
        if (left.Count == RecoveryCodesLeft(user))
            return false;

        user.RecoveryCodes = string.Join(' ', left);
        return true;
    }

    private static string[] HashesOf(User user) => (user.RecoveryCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string Compact(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
