using Membership.Domain.Users;

namespace Membership.App.Pipeline;

/// <summary>What a request needs. Each request type declares one, and what it concerns; a test finds those that do not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Says why a request concerns no place, import or person that its actor's scope would have to cover.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConcernsNothingAttribute(string because) : Attribute
{
    public string Because { get; } = because;
}

/// <summary>The request is about a locality and, unless null, one organization: both must be in its actor's scope.</summary>
public interface IConcernsPlace
{
    /// <summary>Official code, read as of <see cref="AsOf"/>.</summary>
    string LocalityCode { get; }

    DateOnly AsOf { get; }

    /// <summary>Null: all organizations together.</summary>
    string? OrganizationCode { get; }
}

/// <summary>The request is about a received list, of one commune and one organization.</summary>
public interface IConcernsImport
{
    long ImportId { get; }
}

/// <summary>The request is about a person whom its actor covers: not by a list alone that nobody has agreed to yet.</summary>
public interface IConcernsPerson
{
    long PersonId { get; }
}

/// <summary>Of somebody whom a list alone brought into the scope it shows only what that list may show.</summary>
public interface IShowsClaimedPerson : IConcernsPerson;
