using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>What tells one person from another, of a row or of the register.</summary>
public interface IDescribedPerson
{
    string FullName { get; }

    string FoldedName { get; }

    Sex? Sex { get; }

    PartialDate? BirthDate { get; }

    /// <summary>Twelve digits.</summary>
    string? CitizenId { get; }

    /// <summary>Nine digits.</summary>
    string? FormerIdNumber { get; }

    string? Phone { get; }
}

/// <summary>How far two citizen numbers agree.</summary>
public enum NumberLikeness
{
    /// <summary>One side has none.</summary>
    Unknown = 0,
    Different,

    /// <summary>One digit is another, or two beside each other are exchanged.</summary>
    OneDigitOff,
    Equal,
}

/// <summary>All in which two descriptions of people agree and differ. Null: one side does not know.</summary>
public readonly record struct PersonLikeness(
    NameLikeness Name, BirthLikeness Birth, bool? Sex, NumberLikeness Number, bool? FormerNumber, bool? Phone, bool? Branch)
{
    /// <param name="branch">Whether they belong to the same branch.</param>
    public static PersonLikeness Between(IDescribedPerson one, IDescribedPerson other, bool? branch) => new(
        NameComparison.Of(one.FullName, one.FoldedName, other.FullName, other.FoldedName),
        BirthComparison.Of(one.BirthDate, other.BirthDate),
        one.Sex is null || other.Sex is null ? null : one.Sex == other.Sex,
        OfNumbers(one.CitizenId, other.CitizenId),
        Same(one.FormerIdNumber, other.FormerIdNumber),
        Same(one.Phone, other.Phone),
        branch);

    private static bool? Same(string? one, string? other) => one is null || other is null ? null : one == other;

    private static NumberLikeness OfNumbers(string? one, string? other)
    {
        if (one is null || other is null)
            return NumberLikeness.Unknown;
        if (one == other)
            return NumberLikeness.Equal;
        if (one.Length != other.Length)
            return NumberLikeness.Different;

        var first = one.AsSpan().CommonPrefixLength(other.AsSpan());
        var isOneOff = one.AsSpan(first + 1).SequenceEqual(other.AsSpan(first + 1));
        var isExchanged = first + 1 < one.Length && one[first] == other[first + 1] && one[first + 1] == other[first]
            && one.AsSpan(first + 2).SequenceEqual(other.AsSpan(first + 2));
        return isOneOff || isExchanged ? NumberLikeness.OneDigitOff : NumberLikeness.Different;
    }
}
