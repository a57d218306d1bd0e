namespace Membership.App.Samples;

/// <summary>What an import of the list must come to; the five add up to the rows.</summary>
public sealed record ExpectedVerdicts(int New, int Changed = 0, int Unchanged = 0, int Doubtful = 0, int Rejected = 0)
{
    public int Rows => New + Changed + Unchanged + Doubtful + Rejected;
}

/// <summary>A list as an officer might have kept it, with invented people.</summary>
/// <param name="FileName">In data/samples.</param>
/// <param name="Shape">What is peculiar about it, in Vietnamese, for the README.</param>
/// <param name="IntoEmpty">Imported into an empty register.</param>
public sealed record SampleList(string FileName, string Shape, string Organization, SampleCommune Commune, ExpectedVerdicts IntoEmpty, SampleSheet Sheet)
{
    /// <summary>The day every list speaks of.</summary>
    public static readonly DateOnly AsOf = PeopleGenerator.LastDay;

    /// <summary>Imported into the register of the demonstration, where that differs.</summary>
    public ExpectedVerdicts? IntoDemo { get; init; }

    /// <summary>Comma or semicolon; null for a workbook.</summary>
    public char? Separator { get; init; }

    public void Write(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (Separator is { } separator)
            Sheet.WriteCsv(path, separator);
        else
            Sheet.WriteWorkbook(path);
    }
}
