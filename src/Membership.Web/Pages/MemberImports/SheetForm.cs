using Membership.App.MemberImports;
using Membership.Domain.MemberImports;

namespace Membership.Web.Pages.MemberImports;

/// <summary>One sheet in the form that says how a list is to be read: as it was guessed, or as the officer sent it.</summary>
public sealed class SheetForm
{
    public string Sheet { get; set; } = "";

    public bool IsRead { get; set; }

    /// <summary>0 or nothing: the list has no heading.</summary>
    public int? HeaderRow { get; set; }

    /// <summary>One for each column, A first; null: not used.</summary>
    public List<MemberField?> Fields { get; set; } = [];

    public static SheetForm Of(SheetLook look, bool isRead) => new()
    {
        Sheet = look.Name,
        IsRead = isRead,
        HeaderRow = look.HeaderRow,
        Fields = [.. look.Columns.Select(column => column.Field)],
    };

    public bool HasOtherColumnsThan(SheetForm shown) => !Fields.SequenceEqual(shown.Fields);

    public bool HasOtherHeadingThan(SheetForm shown) => (HeaderRow ?? 0) != (shown.HeaderRow ?? 0);

    /// <param name="shown">What the page had shown.</param>
    /// <param name="isConfirmed">The columns were asked about, so that those left as they are are an answer as well.</param>
    public ChosenTable Chosen(SheetForm shown, bool isConfirmed)
    {
        var headerRow = HeaderRow ?? 0;
        // Under another heading stand other columns: they are found again from there, unless they were chosen as well.
        if (headerRow > 0 && HasOtherHeadingThan(shown) && !HasOtherColumnsThan(shown))
            return new ChosenTable(Sheet, headerRow, []);
        if (!isConfirmed && !HasOtherColumnsThan(shown) && !HasOtherHeadingThan(shown))
            return new ChosenTable(Sheet, 0, []);

        return new ChosenTable(
            Sheet, headerRow, [.. Fields.Select((field, index) => (field, index)).Where(column => column.field is not null).Select(column => new ChosenColumn(column.index, column.field!.Value))]);
    }
}
