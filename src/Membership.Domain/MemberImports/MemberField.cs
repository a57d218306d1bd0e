namespace Membership.Domain.MemberImports;

/// <summary>What a column of a member list can hold. Fields that <see cref="ParsedMember"/> lacks are recognised so that the
/// officer sees that they were understood and left alone.</summary>
public enum MemberField
{
    /// <summary>Số thứ tự: typed ahead, from 1 again in each group, never anybody's identity.</summary>
    Ordinal = 1,
    FullName,

    /// <summary>Họ đệm, or the first of two columns under "Họ và tên".</summary>
    FamilyAndMiddleName,

    /// <summary>Chữ đệm, where family, middle and given name have a column each.</summary>
    MiddleName,
    GivenName,
    DateOfBirth,

    /// <summary>Năm sinh beside a "Ngày sinh", or the year of a birth date over three columns.</summary>
    BirthYear,
    BirthDay,
    BirthMonth,

    /// <summary>The "Nam" column under a birth heading: holds the birth date of men, or a cross.</summary>
    BirthIfMale,
    BirthIfFemale,
    Sex,
    MaleTick,

    /// <summary>The "Nữ" column: a cross for women; alone in a list, blank means a man.</summary>
    FemaleTick,
    CitizenId,

    /// <summary>Số CMND in a list that also has a column of citizen numbers.</summary>
    FormerIdNumber,
    IdIssuedOn,
    IdIssuedAt,
    Phone,

    /// <summary>The family's telephone, used when the member has none.</summary>
    HomePhone,
    Email,

    /// <summary>Where the person lives; several columns (số nhà, ấp, xã) under one heading are one address.</summary>
    Address,

    /// <summary>Nơi thường trú, used when there is no other address.</summary>
    PermanentAddress,
    PlaceOfOrigin,
    PlaceOfBirth,

    /// <summary>Chi hội, chi đoàn, tổ hội: the organization's own unit.</summary>
    Branch,

    /// <summary>Đơn vị, lớp, khu phố, ấp: stands for the branch where a list has no column of branches.</summary>
    Neighbourhood,

    /// <summary>Ngày vào Hội, Đoàn …: when the person joined the organization of the list.</summary>
    AdmittedOn,
    AdmissionResolution,
    CardNumber,
    CardIssuedOn,
    Office,
    JoinedPartyOn,
    FullPartyMemberOn,
    Occupation,
    Education,
    Qualification,
    PoliticalTheory,
    ComputerSkills,
    ForeignLanguages,
    EthnicGroup,
    Religion,
    Household,
    Rating,

    /// <summary>Tuổi: recognised, but no birth date can be made of it.</summary>
    Age,
    Note,

    /// <summary>Tổ chức, đoàn thể mà người đó tham gia: names, or a column for each organization.</summary>
    Organization,
    /// <summary>Lý do giảm, ngày mất, nơi chuyển đến: whoever has something there is no member any more.</summary>
    Leaving,

    /// <summary>CCCD/SĐT: a citizen number and a telephone in one cell, each told by its digits.</summary>
    NumberAndPhone,
}

internal static class MemberFields
{
    private static readonly HashSet<MemberField> NotKept =
    [
        MemberField.Ordinal, MemberField.IdIssuedOn, MemberField.IdIssuedAt, MemberField.Email, MemberField.PlaceOfOrigin, MemberField.PlaceOfBirth,
        MemberField.AdmissionResolution, MemberField.CardNumber, MemberField.CardIssuedOn, MemberField.JoinedPartyOn, MemberField.FullPartyMemberOn,
        MemberField.Occupation, MemberField.ComputerSkills, MemberField.ForeignLanguages, MemberField.Household, MemberField.Rating, MemberField.Age,
        MemberField.Note, MemberField.Leaving,
    ];

    /// <summary>Whether the register keeps what stands in a column of this field.</summary>
    public static bool IsKept(MemberField field) => !NotKept.Contains(field);

    /// <summary>The field that goes before another one where both have something to say; null for none.</summary>
    public static MemberField? Before(MemberField field) => field switch
    {
        MemberField.PermanentAddress => MemberField.Address,
        MemberField.HomePhone => MemberField.Phone,
        MemberField.Neighbourhood => MemberField.Branch,
        _ => null,
    };
}
