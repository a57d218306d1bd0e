namespace Membership.Domain.MemberImports;

/// <summary>What a row of a sheet is.</summary>
public enum RowKind
{
    /// <summary>To be parsed. In doubt a row is a person, with a problem: nobody is lost in silence.</summary>
    Person = 1,

    /// <summary>Nothing, or only an ordinal that was typed ahead.</summary>
    Blank,

    /// <summary>"(1) (2) (3)", "A B 1 2 3" under the heading.</summary>
    ColumnNumbers,
    RepeatedHeader,

    /// <summary>"Chi hội khu vực 3" between people.</summary>
    SubHeading,

    /// <summary>"Tổng cộng", "Ấn định danh sách …".</summary>
    Total,

    /// <summary>Notes, place and date, and whoever signs: their names are no members.</summary>
    AfterList,
}

/// <summary>Tells people from all else that stands in a list. Rows must come in their order: it knows in which group it is
/// and whether the signatures have begun. Rows up to the heading count as <see cref="RowKind.RepeatedHeader"/>.</summary>
public sealed class RowSorter(ListShape shape)
{
    private readonly RowLook _look = new(shape);
    private bool _isAfterList;

    /// <summary>The group title that the last rows stand under, without its number; null before the first.</summary>
    public string? CurrentSubHeading { get; private set; }

    /// <summary>A birth date or an identity number stands where they belong: no title, heading or signature has that.</summary>
    internal bool IsSurelyPerson(SheetRow row) => _look.HasSureBirthOrId(row);

    public RowKind Sort(SheetRow row)
    {
        var kind = row.Number <= shape.HeaderRow ? RowKind.RepeatedHeader : KindOf(row);
        if (kind == RowKind.RepeatedHeader)
            _isAfterList = false;
        else if (kind == RowKind.SubHeading)
            CurrentSubHeading = GroupTitle.Below(CurrentSubHeading, GroupTitle.Of(_look.FirstText(row)));

        return kind;
    }

    private RowKind KindOf(SheetRow row)
    {
        var isPerson = _look.HasName(row) && _look.HasBirthOrId(row);
        var isSure = isPerson && _look.HasSureBirthOrId(row);
        if (isSure && _look.HasOrdinal(row))
            return TotalOr(RowKind.Person, row);
        if (_look.IsBlank(row))
            return RowKind.Blank;
        if (!isSure && _look.RepeatsHeading(row))
            return RowKind.RepeatedHeader;
        if (_isAfterList)
            return RowKind.AfterList;

        return isPerson ? KindOfPerson(row, isSure) : KindOfNobody(row);
    }

    private RowKind TotalOr(RowKind kind, SheetRow row) => GroupTitle.IsTotal(_look.FirstText(row)) && !_look.HasDayOfBirthOrId(row) ? RowKind.Total : kind;

    // A total or a group title has numbers where people have birth dates; a signature's date can stand there too.
    private RowKind KindOfPerson(SheetRow row, bool isSure)
    {
        if (isSure)
            return TotalOr(ListEnding.IsSignature(_look.FirstText(row)) && !_look.HasDayOfBirthOrId(row) ? Ended() : RowKind.Person, row);
        if (_look.IsColumnNumbers(row))
            return RowKind.ColumnNumbers;
        if (GroupTitle.NamesUnit(_look.FirstText(row)))
            return RowKind.SubHeading;
        if (!_look.HasOrdinal(row) && ListEnding.IsMarker(_look.Texts(row)))
            return Ended();

        return TotalOr(RowKind.Person, row);
    }

    private RowKind KindOfNobody(SheetRow row)
    {
        var first = _look.FirstText(row);
        if (_look.IsColumnNumbers(row))
            return RowKind.ColumnNumbers;
        if (GroupTitle.IsTotal(first))
            return RowKind.Total;
        if (!_look.HasOrdinal(row) && (ListEnding.IsMarker(_look.Texts(row)) || _look.IsOnlySignersOffice(row)))
            return Ended();
        if (ListEnding.IsNote(first))
            return RowKind.AfterList;
        if (_look.IsSubHeading(row, first))
            return RowKind.SubHeading;

        return _look.HasName(row) || _look.SaysSomethingOfPerson(row) ? RowKind.Person : RowKind.Blank;
    }

    private RowKind Ended()
    {
        _isAfterList = true;
        return RowKind.AfterList;
    }
}
