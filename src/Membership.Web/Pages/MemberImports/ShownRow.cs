using Membership.App.MemberImports;
using Membership.App.Texts;
using Membership.Domain.MemberImports;

namespace Membership.Web.Pages.MemberImports;

/// <summary>A staged row as the preview shows it: what was understood, or what stands in the cell when it was not.</summary>
public sealed class ShownRow(StagedRow row, IReadOnlyList<ListColumn> columns)
{
    public string Name => row.Listed?.FullName
        ?? (Cells(MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName) is { Length: > 0 } name ? name : "(không có tên)");

    public string Birth => row.Listed is { } listed
        ? ShownDate.Of(listed.BirthDate) ?? ""
        : Cells(MemberField.DateOfBirth, MemberField.BirthIfMale, MemberField.BirthIfFemale);

    public string Sex => row.Listed?.Sex switch
    {
        Domain.Members.Sex.Male => "Nam",
        Domain.Members.Sex.Female => "Nữ",
        _ => row.Listed is not null ? "" : SexWritten,
    };

    /// <summary>Masked, also in a row that could not be read: it stands in full where it can be mended.</summary>
    public string CitizenId => row.Listed is { } listed
        ? Domain.Members.CitizenId.TryParse(listed.CitizenId)?.Masked ?? Masked(listed.FormerIdNumber)
        : Masked(Cells(MemberField.CitizenId, MemberField.FormerIdNumber));

    public string Branch => row.Listed is { } listed ? ShownCell.Of(listed.Branch ?? "") : Cells(MemberField.Branch, MemberField.Neighbourhood);

    private string SexWritten => Cells(MemberField.Sex) is { Length: > 0 } sex ? sex
        : Cells(MemberField.MaleTick).Length > 0 ? "Nam"
        : Cells(MemberField.FemaleTick).Length > 0 ? "Nữ" : "";

    private static string Masked(string? number) => number is { Length: > 4 } ? new string('•', number.Length - 4) + number[^4..] : "";

    private string Cells(params MemberField[] fields) => string.Join(' ', columns
        .Where(column => column.Field is { } field && fields.Contains(field))
        .Select(column => ShownCell.Of(row.TextOf(column.Index)))
        .Where(text => !string.IsNullOrWhiteSpace(text)));
}
