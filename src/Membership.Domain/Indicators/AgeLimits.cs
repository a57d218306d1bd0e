using Membership.Domain.Members;

namespace Membership.Domain.Indicators;

/// <summary>Between which days one person is of the ages that a definition asks for.</summary>
/// <param name="OldEnoughFrom">Null when there is no lower limit.</param>
/// <param name="TooOldFrom">Null when there is no upper limit.</param>
/// <param name="IsUnknown">The definition asks for an age, and there is no birth date.</param>
internal readonly record struct AgeLimits(DateOnly? OldEnoughFrom, DateOnly? TooOldFrom, bool IsUnknown)
{
    public static AgeLimits Of(IndicatorDefinition definition, PartialDate? birth) => birth is null
        ? new(null, null, definition.AgeFrom is not null || definition.AgeTo is not null)
        : new(Reached(definition.AgeFrom, birth.Value, definition), Reached(definition.AgeTo + 1, birth.Value, definition), false);

    public CountingReason ReasonOn(DateOnly day)
    {
        if (IsUnknown)
            return CountingReason.BirthDateUnknown;
        if (day < OldEnoughFrom)
            return CountingReason.BelowAge;

        return day >= TooOldFrom ? CountingReason.AboveAge : CountingReason.Counted;
    }

    private static DateOnly? Reached(int? age, PartialDate birth, IndicatorDefinition definition)
    {
        if (age is null)
            return null;

        return definition.AgeReference == AgeReference.EndOfYear ? new DateOnly(birth.Year + age.Value, 1, 1) : birth.Reaches(age.Value);
    }
}
