namespace Membership.Domain.Members;

/// <summary>As printed on the citizen card (Circular 06/2021/TT-BCA). Unknown is null, never a third member.</summary>
public enum Sex
{
    Male = 1,
    Female = 2,
}
