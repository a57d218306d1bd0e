namespace Membership.Domain.MemberImports;

/// <summary>Whose memberships a list may bring.</summary>
/// <param name="Own">Code of the organization whose list it is.</param>
/// <param name="Others">Codes of those whose memberships whoever reads the list may write.</param>
/// <param name="OutOfScope">Codes of those whose memberships she may not write.</param>
public sealed record ListOrganizations(string Own, IReadOnlySet<string> Others, IReadOnlySet<string> OutOfScope)
{
    /// <summary>The list says of each person whether she is in its own organization. One that never does leaves it to its title.</summary>
    public bool NamesOwn { get; private init; }

    /// <summary>As the first rows of a table show it.</summary>
    public ListOrganizations In(RowRules rules, IEnumerable<SheetRow> firstRows) => rules.Shape.OrganizationColumns.Length == 0
        ? this
        : this with { NamesOwn = firstRows.Any(row => OrganizationReader.CodesIn(row, rules with { Organizations = this }).Contains(Own)) };

    internal bool Knows(string code) => Others.Contains(code) || OutOfScope.Contains(code);
}
