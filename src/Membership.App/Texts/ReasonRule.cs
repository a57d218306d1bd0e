using FluentValidation;

namespace Membership.App.Texts;

/// <summary>What counts as a reason wherever one must be given.</summary>
internal static class ReasonRule
{
    private const int FewestLetters = 10;
    private const int MostLetters = 500;

    public static void IsAReason<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(reason => reason.Trim().Length is >= FewestLetters and <= MostLetters)
        .WithMessage("Hãy ghi lý do, từ 10 đến 500 ký tự.");
}
