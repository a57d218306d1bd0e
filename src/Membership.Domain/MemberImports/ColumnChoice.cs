namespace Membership.Domain.MemberImports;

/// <summary>Settles which column holds which field where headings leave a choice.</summary>
internal sealed class ColumnChoice
{
    public static readonly MemberField[] OneColumnOnly =
    [
        MemberField.FullName, MemberField.FamilyAndMiddleName, MemberField.MiddleName, MemberField.GivenName,
        MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale,
        MemberField.Sex, MemberField.MaleTick, MemberField.FemaleTick, MemberField.CitizenId, MemberField.FormerIdNumber,
    ];

    private const int MostColumnsOfName = 3;
    private const int LongestKinship = 7;

    private static readonly MemberField[] OfWhomAsked = [MemberField.Sex, MemberField.DateOfBirth, MemberField.BirthYear, MemberField.CitizenId];

    private static readonly MemberField[] TellPeopleApart =
    [
        MemberField.DateOfBirth, MemberField.BirthYear, MemberField.BirthIfMale, MemberField.BirthIfFemale, MemberField.CitizenId,
        MemberField.NumberAndPhone,
    ];

    private readonly string[] _headers;
    private readonly string[] _groups;
    private readonly MemberField?[] _fields;
    private readonly string?[] _ticked;

    public ColumnChoice(HeadingBlock block)
    {
        var headings = block.Headings();
        // Some columns more: what a merged heading covers can stand behind the last heading.
        headings = [.. headings, .. Enumerable.Repeat<IReadOnlyList<string>>([], MostColumnsOfName - 1)];
        _headers = [.. headings.Select(lines => string.Join(" / ", lines))];
        _groups = [.. headings.Select(lines => lines.Count > 1 ? lines[0] : "")];
        _fields = [.. headings.Select(ListHeadings.FieldOf)];
        _ticked = new string?[_fields.Length];
        ChooseName(block);
        ChooseBirth();
        FindCovered(block);
        if (!Has(MemberField.CitizenId))
            Rename(MemberField.FormerIdNumber, MemberField.CitizenId);

        LeaveAlone();
        new OrganizationColumns(headings, _fields, _ticked).Find(block.RowsBelow);
        FindTicks(headings);
        FindAddressParts();
    }

    public ColumnTwice? Twice()
    {
        foreach (var field in OneColumnOnly)
        {
            var columns = Columns(field);
            if (columns.Length > 1)
                return new ColumnTwice(field, [.. columns.Select(column => _headers[column])]);
        }

        return null;
    }

    /// <summary>A column that says no more than "Giới tính", right behind the name of a child or a husband, where the member has none of her own.</summary>
    public ColumnOfWhom? OfWhom()
    {
        string? other = null;
        for (var column = 0; column < _fields.Length; column++)
        {
            if (_fields[column] is { } field && other is not null)
            {
                if (OfWhomAsked.Contains(field))
                    return new ColumnOfWhom(field, _headers[column], other);
                other = null;
            }

            if (_fields[column] is null && _headers[column].Length > 0)
                other = NamesSomebodyElse(_headers[column]) ? _headers[column] : ListHeadings.IsSomebodyElse(_headers[column]) ? other : null;
        }

        return null;
    }

    private static bool NamesSomebodyElse(string header) =>
        ListHeadings.IsSomebodyElse(header) && ListHeadings.Key(header) is var key && (key.Contains("ten", StringComparison.Ordinal) || key.Length <= LongestKinship);

    public ColumnsMissing? Missing() => Missing([.. _fields.OfType<MemberField>()]) is { Count: > 0 } missing ? new ColumnsMissing(missing) : null;

    /// <summary>What a list needs beside these fields, so that its people can be told from each other.</summary>
    public static IReadOnlyList<MemberField> Missing(MemberField[] fields)
    {
        var missing = new List<MemberField>();
        if (!fields.Contains(MemberField.FullName) && !fields.Contains(MemberField.FamilyAndMiddleName))
            missing.Add(MemberField.FullName);
        else if (!fields.Contains(MemberField.FullName) && !fields.Contains(MemberField.GivenName))
            missing.Add(MemberField.GivenName);

        if (!fields.Intersect(TellPeopleApart).Any())
            missing.Add(MemberField.DateOfBirth);

        return missing;
    }

    /// <summary>The same heading again, whole or one of its lines, perhaps in other words.</summary>
    public bool Repeats(ListShape shape)
    {
        var known = shape.Columns.ToDictionary(column => column.Index);
        return Chosen().Where(column => column.Header.Length > 0).All(column =>
            known.TryGetValue(column.Index, out var other) && ((column.Field is not null && column.Field == other.Field) || IsPart(column.Header, other.Header)));
    }

    private static bool IsPart(string header, string whole) => ListHeadings.Key(header) is var key
        && (ListHeadings.Key(whole).StartsWith(key, StringComparison.Ordinal) || ListHeadings.Key(whole).EndsWith(key, StringComparison.Ordinal));

    public IReadOnlyList<ListColumn> Chosen() =>
        [.. Enumerable.Range(0, _fields.Length)
            .Where(column => _fields[column] is not null || _headers[column].Length > 0)
            .Select(column => new ListColumn(column, _headers[column], _fields[column], _ticked[column]))];

    private int[] Columns(MemberField field) => [.. Enumerable.Range(0, _fields.Length).Where(column => _fields[column] == field)];

    private bool Has(MemberField field) => Array.IndexOf(_fields, field) >= 0;

    private void Rename(MemberField from, MemberField? to)
    {
        foreach (var column in Columns(from))
            _fields[column] = to;
    }

    private void ChooseName(HeadingBlock block)
    {
        var full = Array.IndexOf(_fields, MemberField.FullName);
        var given = Array.IndexOf(_fields, MemberField.GivenName);
        if (Has(MemberField.FamilyAndMiddleName))
            ChooseFamilyName(full, given);
        else if (full < 0)
            Rename(MemberField.GivenName, MemberField.FullName);
        else if (given == full + 1)
            Split(full, 2);
        else if (PartsOfName(block, full) is > 1 and var parts)
            Split(full, parts);
        else
            Rename(MemberField.GivenName, null);
    }

    /// <summary>"Họ và tên" merged over two or three columns: the others have no heading, but words below it.</summary>
    private int PartsOfName(HeadingBlock block, int full) =>
        Enumerable.Range(1, MostColumnsOfName - 1).TakeWhile(more => full + more < _headers.Length && _headers[full + more].Length == 0)
            .Where(more => HasWordsBelow(block, full + more)).LastOrDefault() + 1;

    // "Hộ" (household) and "Họ" are one without marks: only a column "Tên" makes it a name.
    private void ChooseFamilyName(int full, int given)
    {
        if (full >= 0 || given >= 0)
            Rename(full >= 0 ? MemberField.FamilyAndMiddleName : MemberField.FullName, null);
        if (full >= 0)
            Rename(MemberField.GivenName, null);
    }

    private void Split(int full, int parts)
    {
        _fields[full] = MemberField.FamilyAndMiddleName;
        if (parts == MostColumnsOfName)
            _fields[full + 1] = MemberField.MiddleName;
        _fields[full + parts - 1] = MemberField.GivenName;
    }

    /// <summary>
    /// What else a merged heading covers: more parts of an address, or the column in which the values really stand when nothing stands
    /// right below the heading.
    /// </summary>
    private void FindCovered(HeadingBlock block)
    {
        for (var column = 0; column + 1 < _fields.Length; column++)
        {
            var next = column + 1;
            if (_fields[column] is not { } field || _headers[next].Length > 0 || _fields[next] is not null)
                continue;

            if (field == MemberField.Address && HasWordsBelow(block, next))
                _fields[next] = field;
            else if (_headers[column].Length > 0 && IsBlankBelow(block, column) && !IsBlankBelow(block, next))
                (_fields[column], _fields[next]) = (null, field);
        }
    }

    private static bool HasWordsBelow(HeadingBlock block, int column) =>
        block.RowsBelow.Any(row => row[column].Kind == CellKind.Text && row[column].Text.Any(char.IsLetter));

    private static bool IsBlankBelow(HeadingBlock block, int column) => block.RowsBelow.All(row => CellText.IsBlank(row[column]));

    // "Ngày sinh" says more than "Năm sinh"; where it is empty, the year still counts.
    private void ChooseBirth()
    {
        if (!Has(MemberField.DateOfBirth) && !Has(MemberField.BirthMonth))
            Rename(MemberField.BirthYear, MemberField.DateOfBirth);
    }

    /// <summary>Of fields that do not decide who a person is, the first column counts; addresses in parts count together.</summary>
    private void LeaveAlone()
    {
        // Vào Đoàn beside vào Hội: which of them the list is about cannot be told from its headings.
        if (Columns(MemberField.AdmittedOn).Length > 1)
            Rename(MemberField.AdmittedOn, null);

        var seen = new HashSet<(MemberField, string)>();
        for (var column = 0; column < _fields.Length; column++)
        {
            if (_fields[column] is { } field and not (MemberField.Organization or MemberField.Leaving) && !OneColumnOnly.Contains(field) && IsSecond(seen, field, column))
                _fields[column] = null;
        }
    }

    /// <summary>Several columns below one group are its values to be ticked; one alone holds the group's values.</summary>
    private void FindTicks(IReadOnlyList<IReadOnlyList<string>> headings)
    {
        var groups = Enumerable.Range(0, headings.Count).Where(column => _fields[column] is null)
            .Select(column => (Column: column, Field: ListHeadings.TickedField(headings[column]))).Where(found => found.Field is not null).ToLookup(found => found.Field!.Value);
        foreach (var group in groups)
        {
            foreach (var (column, field) in group.Where(_ => group.Count() > 1 || !Has(group.Key)))
                (_fields[column], _ticked[column]) = (field, group.Count() > 1 ? headings[column][^1] : null);
        }
    }

    /// <summary>Số nhà | Xã | Huyện side by side are one address, where no column has it whole. One alone says too little.</summary>
    private void FindAddressParts()
    {
        var parts = Enumerable.Range(0, _fields.Length).Where(column => _fields[column] is null && ListHeadings.IsAddressPart(_headers[column])).ToArray();
        if (parts.Length < 2 || Has(MemberField.Address) || Has(MemberField.PermanentAddress))
            return;

        foreach (var column in parts)
            _fields[column] = MemberField.Address;
    }

    private bool IsSecond(HashSet<(MemberField, string)> seen, MemberField field, int column)
    {
        var isNew = seen.All(entry => entry.Item1 != field);
        var isCovered = _headers[column].Length == 0 && column > 0 && _fields[column - 1] == field;
        var isNextPart = field == MemberField.Address && (isCovered || (_groups[column].Length > 0 && seen.Contains((field, _groups[column]))));
        if (isNew)
            seen.Add((field, _groups[column]));

        return !isNew && !isNextPart;
    }
}
