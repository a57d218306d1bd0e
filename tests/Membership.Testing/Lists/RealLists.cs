namespace Membership.Testing.Lists;

/// <summary>Every shape of a real list that we know, each with what it must come to.</summary>
public static class RealLists
{
    public static IReadOnlyList<RealList> All { get; } =
    [
        .. HeadingLists.All(),
        .. ValueLists.All(),
        .. LearningLists.All(),
        .. OrganizationLists.All(),
        .. PlaceLists.All(),
        .. GroupLists.All(),
        .. DateLists.All(),
        .. LeaverLists.All(),
        .. FileLists.All(),
        .. SheetLists.All(),
        .. LegacyLists.All(),
        .. SpoiltLists.All(),
    ];
}
