using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.Testing.Lists;

/// <summary>A list of a shape that officers really use, with what an import into an empty register must come to.</summary>
public sealed record RealList(string Name, byte[] Content)
{
    public static readonly DateOnly AsOf = new(2025, 12, 31);

    public string FileName { get; init; } = "danh-sach.xlsx";

    public string Organization { get; init; } = "HND";

    /// <summary>Everybody who is taken as new, with every value.</summary>
    public IReadOnlyList<ExpectedPerson> People { get; init; } = [];

    /// <summary>Rows that are not taken, with all their problems.</summary>
    public IReadOnlyList<(int Row, RowProblemCode[] Problems)> Rejected { get; init; } = [];

    /// <summary>Rows that wait for a decision.</summary>
    public IReadOnlyList<int> Doubtful { get; init; } = [];

    /// <summary>Name of the question that must be asked; null for none.</summary>
    public string? Question { get; init; }

    /// <summary>Names of repairs with the number of rows.</summary>
    public IReadOnlyList<(string Repair, int Rows)> Repairs { get; init; } = [];

    /// <summary>Warnings of communes that are not the list's, each with its place and the number of rows.</summary>
    public IReadOnlyList<(string Warning, int Rows)> Places { get; init; } = [];

    public override string ToString() => Name;
}

/// <summary>A row as the register must understand it. Null: the list does not say.</summary>
/// <param name="Row"><see cref="ListRow.Key"/>.</param>
/// <param name="Birth">yyyy-MM-dd, yyyy-MM or yyyy.</param>
public sealed record ExpectedPerson(int Row, string Name, string? Birth, Sex? Sex, string? CitizenId)
{
    public string? FormerId { get; init; }

    public string? Phone { get; init; }

    public string? Branch { get; init; }

    public string? AdmittedOn { get; init; }

    public string? Address { get; init; }

    public string? Ethnicity { get; init; }

    public string? Religion { get; init; }

    public string? Office { get; init; }

    public string? Education { get; init; }

    public string? Qualification { get; init; }

    public string? PoliticalTheory { get; init; }

    /// <summary>Codes of other organizations, each with the day of joining if the list says it.</summary>
    public string? AlsoIn { get; init; }

    public bool IsInOthersOnly { get; init; }

    public static ExpectedPerson Of(ListedPerson listed, int row) => new(row, listed.FullName, listed.BirthDate?.ToString(), listed.Sex, listed.CitizenId)
    {
        FormerId = listed.FormerIdNumber,
        Phone = listed.Phone,
        Branch = listed.Branch,
        AdmittedOn = listed.AdmittedOn?.ToString(),
        Address = listed.Address,
        Ethnicity = listed.Ethnicity,
        Religion = listed.Religion,
        Office = listed.Office,
        Education = listed.Learning.Education,
        Qualification = listed.Learning.Qualification,
        PoliticalTheory = listed.Learning.PoliticalTheory,
        AlsoIn = listed.AlsoIn is { } others ? string.Join(' ', others.All.Select(other => $"{other.Code} {other.Since}".Trim())) : null,
        IsInOthersOnly = listed.IsInOthersOnly,
    };
}
