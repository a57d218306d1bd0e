namespace Membership.Web.Pages.MemberImports;

/// <summary>The way from page to page of a long table: what _Pager shows.</summary>
/// <param name="Label">Which table, for who cannot see it.</param>
/// <param name="Page">From 1.</param>
/// <param name="Link">The address of a page.</param>
public sealed record Pager(string Label, int Page, int Pages, Func<int, string> Link)
{
    /// <summary>At least one.</summary>
    public static int PagesOf(int rows, int pageSize) => Math.Max(1, (rows + pageSize - 1) / pageSize);
}
