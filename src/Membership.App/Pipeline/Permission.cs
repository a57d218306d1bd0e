namespace Membership.App.Pipeline;

/// <summary>What a request needs. Each request type declares one with <see cref="RequiresAttribute"/>; a test finds those that do not.</summary>
public enum Permission
{
    SeeFigures = 1,
    SeePeople = 2,
    ImportLists = 3,
    EditPopulation = 4,
    Administer = 5,
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Who asks. Until there is sign-in it is the user of this machine, who may do everything.</summary>
/// <param name="Name">Written beside every change.</param>
public sealed record Actor(string Name, IReadOnlySet<Permission> Permissions)
{
    public static Actor OfThisMachine { get; } = new(Environment.UserName, Enum.GetValues<Permission>().ToHashSet());
}

