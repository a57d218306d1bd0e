using System.Security.Cryptography;

namespace Membership.Domain.Users;

/// <summary>Something secret that is read from a screen or paper and typed: one-time passwords, recovery codes.</summary>
public static class RandomCode
{
    /// <summary>32 signs, 5 bits each, without 0, o, 1 and l, which look like one another.</summary>
    private const string Signs = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int SignsPerGroup = 4;

    public static string New(int groups) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Signs, SignsPerGroup)));
}
