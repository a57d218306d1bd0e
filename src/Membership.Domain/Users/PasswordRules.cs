using Membership.Domain.Members;

namespace Membership.Domain.Users;

/// <summary>
/// What a password must be: long and not one that everybody thinks of. No kinds of characters are asked for, since they make passwords
/// harder to remember and no harder to guess (NIST SP 800-63B 3.1.1).
/// </summary>
public static class PasswordRules
{
    public const int MinLength = 12;
    public const int MaxLength = 128;
    private const int FewestDifferent = 4;

    /// <param name="common">Folded: whole passwords, and words that digits alone do not make into one.</param>
    /// <returns>Null when it will do.</returns>
    public static Refusal? RefusalOf(string password, string userName, IReadOnlySet<string> common)
    {
        if (password.Length < MinLength)
            return new PasswordTooShort(MinLength);
        if (password.Length > MaxLength)
            return new PasswordTooLong(MaxLength);
        if (password.Distinct().Count() < FewestDifferent)
            return new PasswordRepeatsItself();

        var folded = PersonName.Fold(password);
        if (folded.Contains(PersonName.Fold(userName), StringComparison.Ordinal))
            return new PasswordHoldsUserName();

        var letters = string.Concat(folded.Where(char.IsAsciiLetter));
        return common.Contains(folded) || common.Contains(letters) ? new PasswordIsCommon() : null;
    }
}

public sealed record PasswordTooShort(int MinLength) : Refusal;

public sealed record PasswordTooLong(int MaxLength) : Refusal;

/// <summary>Hardly more than one or two characters, again and again.</summary>
public sealed record PasswordRepeatsItself : Refusal;

public sealed record PasswordHoldsUserName : Refusal;

/// <summary>On the list of passwords that are tried first.</summary>
public sealed record PasswordIsCommon : Refusal;
