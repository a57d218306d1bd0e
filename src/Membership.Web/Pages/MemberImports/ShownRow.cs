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
        _ => "",
    };

    /// <summary>Masked; a number that could not be read is shown as it stands, so that it can be mended.</summary>
    public string CitizenId => row.Listed is { } listed
        ? Domain.Members.CitizenId.TryParse(listed.CitizenId)?.Masked ?? MaskedFormer(listed.FormerIdNumber)
        : "";

    public string Branch => row.Listed?.Branch is { } branch ? ShownCell.Of(branch) : "";

    private static string MaskedFormer(string? number) => number is { Length: > 4 } ? new string('•', number.Length - 4) + number[^4..] : "";

    private string Cells(params MemberField[] fields) => string.Join(' ', columns
        .Where(column => column.Field is { } field && fields.Contains(field))
        .Select(column => ShownCell.Of(row.TextOf(column.Index)))
        .Where(text => !string.IsNullOrWhiteSpace(text)));
}
