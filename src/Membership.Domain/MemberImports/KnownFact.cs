namespace Membership.Domain.MemberImports;

/// <summary>What of a person the register knows and a list would write otherwise. The page counts, asks and filters by these.</summary>
public enum KnownFact
{
    Name = 1,
    BirthDate,
    Sex,

    /// <summary>Citizen number and former number.</summary>
    Numbers,
    Address,
    Branch,
    Phone,
}

/// <summary>What becomes of a value of the register where a list says something else.</summary>
public enum KnownAnswer
{
    /// <summary>Giữ giá trị trong sổ.</summary>
    Keep = 1,

    /// <summary>Lấy theo danh sách.</summary>
    Take = 2,
}

public static class KnownFacts
{
    /// <summary>Those of which nothing is overwritten before the officer has said so.</summary>
    public static readonly IReadOnlyList<KnownFact> Protected = [KnownFact.Name, KnownFact.BirthDate, KnownFact.Sex, KnownFact.Numbers, KnownFact.Address];

    /// <summary>Null for a field that is neither asked about nor counted.</summary>
    public static KnownFact? Of(MemberField field) => field switch
    {
        MemberField.FullName => KnownFact.Name,
        MemberField.DateOfBirth => KnownFact.BirthDate,
        MemberField.Sex => KnownFact.Sex,
        MemberField.CitizenId or MemberField.FormerIdNumber => KnownFact.Numbers,
        MemberField.Address => KnownFact.Address,
        MemberField.Phone => KnownFact.Phone,
        _ => null,
    };

    /// <summary>The field that a fact is of, or the first of them.</summary>
    public static MemberField FieldOf(KnownFact fact) => fact switch
    {
        KnownFact.Name => MemberField.FullName,
        KnownFact.BirthDate => MemberField.DateOfBirth,
        KnownFact.Sex => MemberField.Sex,
        KnownFact.Numbers => MemberField.CitizenId,
        KnownFact.Address => MemberField.Address,
        KnownFact.Branch => MemberField.Branch,
        KnownFact.Phone => MemberField.Phone,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact, "No field of this fact"),
    };
}
