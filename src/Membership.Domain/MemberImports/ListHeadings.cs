using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>
/// The headings of member lists and what they mean. Compared without marks, case, punctuation, brackets and line breaks; taken
/// from lists and forms in use. The only place where a new spelling is added.
/// </summary>
internal static class ListHeadings
{
    private static readonly (MemberField Field, string Spellings)[] Known =
    [
        (MemberField.Ordinal, "STT; TT; Số TT; Số thứ tự; Thứ tự"),
        (MemberField.FullName,
            "Họ và tên; Họ tên; Họ, chữ đệm và tên; Họ, chữ đệm, tên; Họ tên khai sinh; Họ và tên khai sinh; Tên đầy đủ; "
            + "Tên hội viên; Tên đoàn viên; Họ và chữ đệm và tên; Họ, đệm và tên; Họ và tên đầy đủ; Tên cán bộ"),
        (MemberField.FamilyAndMiddleName,
            "Họ đệm; Họ và đệm; Họ lót; Họ và chữ đệm; Họ và tên đệm; Họ chữ đệm; Họ tên đệm; Họ và tên lót; Họ"),
        (MemberField.MiddleName, "Đệm; Chữ đệm; Tên đệm; Chữ lót; Tên lót"),
        (MemberField.GivenName, "Tên"),
        (MemberField.DateOfBirth,
            "Ngày sinh; Ngày, tháng, năm sinh; Ngày tháng năm sinh; Sinh ngày; NS; Ngày/tháng/năm sinh; Ngày năm sinh; "
            + "Ngày tháng sinh; Ngày sinh hoặc năm sinh; Ngày, năm sinh; NTNS"),
        (MemberField.BirthYear, "Năm sinh; Sinh năm"),
        (MemberField.Sex, "Giới tính; Phái; GT; Nam/Nữ; Giới; Nam, nữ; Giới tính Nam/Nữ"),
        (MemberField.MaleTick, "Nam"),
        (MemberField.FemaleTick, "Nữ"),
        (MemberField.CitizenId,
            "Số CMND/CCCD; Số CCCD/CMND; CMND/CCCD; CCCD/CMND; Số thẻ căn cước/CMND; Số thẻ căn cước; Thẻ căn cước; Mã định danh; "
            + "Mã định danh cá nhân; Số CCCD; CCCD; Số định danh; Số định danh cá nhân; Số ĐDCN; ĐDCN; Căn cước; Căn cước công dân; "
            + "Số căn cước công dân; Số căn cước; Thẻ CCCD; Số thẻ CCCD; Số thẻ căn cước công dân; CC/CCCD; Số CC/CCCD; Số CC; "
            + "Số CCCD hoặc số định danh cá nhân; Số giấy tờ; Số giấy tờ tùy thân; CC/CCCD/CMND; CMND/CCCD/CC; "
            + "Số định danh cá nhân/CCCD; Số CCCD/Số định danh cá nhân; Số CCCD/Định danh cá nhân"),
        (MemberField.FormerIdNumber,
            "CMND; Số CMND; Chứng minh nhân dân; Số chứng minh nhân dân; CMT; Số CMT; CMTND; Số CMTND; CMND cũ; Số CMND cũ"),
        (MemberField.IdIssuedOn, "Ngày cấp; Ngày cấp CCCD; Ngày cấp CMND; Ngày cấp CMND/CCCD"),
        (MemberField.IdIssuedAt, "Nơi cấp; Nơi cấp CCCD; Nơi cấp CMND; Nơi cấp CMND/CCCD"),
        (MemberField.CardNumber,
            "Mã định danh đoàn viên; Mã số đoàn viên; Mã số hội viên; Mã hội viên; Mã đoàn viên; Số thẻ đoàn; Số thẻ đoàn viên; "
            + "Số thẻ; Mã SV; MSSV; MASV; Mã sinh viên; Mã số sinh viên; Mã cán bộ; Mã số; Số thẻ hội viên; Mã HV; Số thẻ hội"),
        (MemberField.CardIssuedOn, "Ngày cấp thẻ; Ngày cấp thẻ hội viên; Ngày cấp thẻ đoàn"),
        (MemberField.EthnicGroup, "Dân tộc; Tên dân tộc"),
        (MemberField.Religion, "Tôn giáo"),
        (MemberField.Education, "Trình độ văn hóa; Học vấn; Văn bằng; Trình độ học vấn; Trình độ; Văn hóa"),
        (MemberField.Qualification, "Trình độ chuyên môn; Chuyên môn; Học vị; Học hàm; Trình độ chuyên môn nghiệp vụ"),
        (MemberField.PoliticalTheory, "Trình độ LLCT; Lý luận chính trị; Trình độ lý luận chính trị; LLCT; Chính trị"),
        (MemberField.ComputerSkills, "Tin học"),
        (MemberField.ForeignLanguages, "Ngoại ngữ"),
        (MemberField.AdmittedOn,
            "Ngày vào Đoàn; Ngày vào Hội; Thời gian vào Đoàn; Thời gian vào Hội; Ngày vào Hội CCB; Ngày vào Hội LHPN; "
            + "Ngày vào Hội Nông dân; Ngày vào Hội ND; Ngày vào công đoàn; Ngày kết nạp; Ngày kết nạp Đoàn; Ngày kết nạp Hội; "
            + "Năm vào Hội; Năm vào Đoàn; Tháng năm vào Hội; Ngày tháng năm vào Hội; Ngày, tháng, năm vào Đoàn; Ngày tham gia; "
            + "Năm kết nạp; Ngày gia nhập; Ngày vào Hội/Đoàn; Ngày vào HND; Ngày vào CCB; Ngày vào Hội LHPNVN; Ngày vào tổ chức; "
            + "Ngày gia nhập công đoàn; Ngày vào Đoàn TNCS; Năm vào Hội CCB; Thời gian kết nạp; Tháng, năm vào Đoàn; Năm gia nhập; "
            + "Ngày, tháng, năm vào Hội; Ngày tháng năm vào Đoàn; Ngày vào Hội phụ nữ; Ngày vào CĐ; Ngày vào Đoàn/Hội"),
        (MemberField.AdmissionResolution, "Số Nghị quyết chuẩn y kết nạp đoàn viên; Số quyết định kết nạp; Số NQ kết nạp"),
        (MemberField.JoinedPartyOn,
            "Thời gian vào Đảng; Ngày kết nạp dự bị; Ngày vào Đảng; Ngày kết nạp Đảng; Năm vào Đảng; Ngày vào Đảng dự bị; "
            + "Ngày vào Đảng (dự bị, chính thức)"),
        (MemberField.FullPartyMemberOn, "Ngày kết nạp chính thức; Ngày chính thức; Ngày vào Đảng chính thức"),
        (MemberField.Office,
            "Chức vụ; Chức vụ trong chi đoàn; Chức vụ trong chi hội; Chức danh; Chức vụ trong Hội; Chức vụ trong Đoàn; Vai trò; "
            + "Chức vụ Hội; Chức vụ công đoàn; Chức vụ, chức danh"),
        (MemberField.Occupation, "Nghề nghiệp; Nghề nghiệp hiện nay; Đối tượng đoàn viên; Đơn vị công tác hiện tại; Việc làm"),
        (MemberField.Address,
            "Địa chỉ; Địa chỉ liên hệ; Nơi ở hiện nay; Chỗ ở hiện tại; Chỗ ở hiện nay; Nơi ở; Chỗ ở; Tạm trú; Nơi cư trú; "
            + "Địa chỉ cư trú; Địa chỉ hiện nay; Nơi tạm trú; Nơi ở hiện tại; Địa chỉ chỗ ở; Địa chỉ nơi ở"),
        (MemberField.PermanentAddress,
            "Địa chỉ thường trú; Hộ khẩu thường trú; Nơi thường trú; Thường trú; HKTT; Nơi ĐKHK thường trú; "
            + "Nơi đăng ký hộ khẩu thường trú; Địa chỉ GD; Địa chỉ gia đình"),
        (MemberField.PlaceOfOrigin, "Quê quán; Nguyên quán"),
        (MemberField.PlaceOfBirth, "Nơi sinh"),
        (MemberField.Phone,
            "Số điện thoại; Điện thoại; Điện thoại liên hệ; Số ĐT; SĐT; ĐT DĐ; ĐTDĐ; ĐT; Phone; Di động; Số điện thoại liên hệ; "
            + "Số di động; Điện thoại di động; SĐT liên hệ; Số ĐTDĐ; Số phone; Số điện thoại di động; ĐT liên hệ; Số ĐT liên hệ; "
            + "Số ĐT di động; SĐT/Zalo; Số điện thoại/Zalo; Số Zalo; Mobile; Số điện thoại cá nhân"),
        (MemberField.HomePhone, "ĐT GĐ; Điện thoại gia đình; SĐT gia đình; Điện thoại bàn"),
        (MemberField.Email, "Email; Email liên hệ; Địa chỉ email; Email 2; Mail; Thư điện tử; E-mail"),
        (MemberField.Branch,
            "Chi hội; Chi đoàn; Liên chi đoàn; Tổ hội; Chi bộ; Chi hội/tổ; Chi tổ hội; Chi/tổ hội; Tên chi hội; Chi hội, tổ hội; "
            + "Tổ phụ nữ; Phân hội; Phân đoàn; Tổ công đoàn; Công đoàn bộ phận; Sinh hoạt tại chi hội; Chi hội phụ nữ; "
            + "Chi hội nông dân; Thuộc chi hội; Thuộc chi đoàn"),
        (MemberField.Neighbourhood,
            "Đơn vị; Lớp; Mã lớp; Tổ dân phố; Khu phố; Ấp; Thôn; Đơn vị công tác; Khu vực; Khu dân cư; Tổ; Khóm; Ấp/khu vực; "
            + "Khu vực/ấp; Ấp, khu vực; Nơi công tác"),
        (MemberField.Household, "Chủ hộ; Quan hệ với chủ hộ; Hộ nghèo; Cận nghèo; Hộ cận nghèo; Gia đình chính sách"),
        (MemberField.Rating,
            "Rèn luyện đoàn viên; Đánh giá, xếp loại đoàn viên; Xếp loại; Khen thưởng; Kỷ luật; Đoàn viên danh dự; "
            + "Hội viên nòng cốt; Hội viên ưu tú; Hội viên danh dự; Nòng cốt"),
        (MemberField.Organization,
            "Tổ chức; Đoàn thể; Hội, đoàn thể; Hội đoàn; Các đoàn thể; Tổ chức, đoàn thể; Hội, đoàn thể tham gia; Đoàn thể tham gia; Tổ chức tham gia; "
            + "Tham gia tổ chức; Tham gia đoàn thể; Tham gia các tổ chức; Tham gia các đoàn thể; Tham gia tổ chức, đoàn thể; Tham gia hội, đoàn thể; Đang tham gia; "
            + "Tổ chức đang tham gia; Đoàn thể đang tham gia; Là hội viên; Là thành viên; Là đoàn viên, hội viên; Hội viên các tổ chức; Thành viên tổ chức; "
            + "Tổ chức khác; Đoàn thể khác; Tổ chức, đoàn thể khác; Tham gia tổ chức khác; Tham gia đoàn thể khác; Tổ chức chính trị - xã hội; Tổ chức hội"),
        (MemberField.Age, "Tuổi"),
        (MemberField.Note, "Ghi chú; Lý do; Tình trạng; Trạng thái"),
    ];

    // "Họ tên SV", "Họ và tên học sinh(*)", "SĐT của học sinh": whom the list is about adds nothing.
    private static readonly string[] WhoseColumn =
    [
        "cuahocsinh", "cuahoivien", "cuadoanvien", "hocsinh", "sinhvien", "doanvienhoivien", "congdoanvien", "hoivien", "doanvien",
        "canbo", "nguoilaodong", "cuuchienbinh", "thanhvien", "sv", "hs", "hv",
    ];

    private static readonly HashSet<string> AddressParts =
    [
        .. "Số nhà; Số nhà, ngõ; Số nhà, đường; Số nhà, tên đường; Đường; Tên đường; Phường; Xã; Xã/Phường; Phường/Xã; Xã, phường; Phường, xã; Quận; Huyện; Quận/Huyện; Huyện/Quận; Quận, huyện; Tỉnh; Tỉnh/TP; Tỉnh/Thành phố; Tỉnh, thành phố; Thành phố"
            .Split("; ").Select(Key),
    ];

    /// <summary>Fields over several columns, whose headings are their values.</summary>
    public static readonly MemberField[] Ticked =
    [
        MemberField.EthnicGroup, MemberField.Religion, MemberField.Education, MemberField.Qualification, MemberField.PoliticalTheory,
        MemberField.Occupation, MemberField.Office, MemberField.Rating,
    ];

    // Columns about somebody else in the member's row: a parent, a spouse, who proposed her.
    private static readonly string[] SomebodyElse =
        ["phuhuynh", "nguoithan", "chuho", "bome", "chame", "vochong", "hotencha", "hotenme", "nguoigioithieu", "nguoigiamho"];

    private static readonly Dictionary<string, MemberField> FieldByKey = Known
        .SelectMany(entry => entry.Spellings.Split("; ").Select(spelling => (Key: Key(spelling), entry.Field)))
        .GroupBy(entry => entry.Key)
        .ToDictionary(spellings => spellings.Key, spellings => spellings.First().Field);

    /// <summary>Letters and digits only, without marks, in lower case.</summary>
    public static string Key(string text) =>
        string.Concat(PersonName.Fold(PersonName.Normalize(text)).Where(char.IsLetterOrDigit));

    /// <summary>What a heading of one line means; null when unknown.</summary>
    public static MemberField? FieldOf(string heading)
    {
        if (heading.Trim() == "#")
            return MemberField.Ordinal;

        // Without marks the year "Năm" and the men's "Nam" are one.
        if (IsYearWord(heading))
            return null;

        return LegacyText.Candidates(heading).Select(reading => Lookup(Key(reading)) ?? Lookup(Key(WithoutBrackets(reading)))).FirstOrDefault(field => field is not null);
    }

    /// <summary>Part of an address that stands in a column of its own, without "Địa chỉ" above.</summary>
    public static bool IsAddressPart(string heading) => AddressParts.Contains(Key(heading));

    /// <summary>A heading about a parent, a spouse or a householder of the member.</summary>
    public static bool IsSomebodyElse(string heading) => SomebodyElse.Any(Key(heading).Contains);

    /// <summary>What a column means under one, two or three lines of heading, the topmost first.</summary>
    public static MemberField? FieldOf(IReadOnlyList<string> lines)
    {
        if (lines.Count == 0 || lines.Any(IsSomebodyElse))
            return lines.Count == 1 ? FieldOf(lines[0]) : null;

        var leaf = lines[^1];
        // The column of notes in a list that we marked: beside a merged heading it must not count as a part of that.
        if (Key(leaf) == "loi")
            return null;

        var groups = lines.Take(lines.Count - 1).ToArray();
        var group = groups.Reverse().Select(FieldOf).FirstOrDefault(field => field is not null);
        return lines.Count == 1 ? FieldOf(leaf) : group switch
        {
            MemberField.DateOfBirth or MemberField.BirthYear => UnderBirth(leaf, group.Value),
            MemberField.FullName => UnderName(leaf),
            MemberField.Sex => FieldOf(leaf) ?? MemberField.Sex,
            MemberField.CitizenId or MemberField.FormerIdNumber => UnderId(leaf, group.Value),
            MemberField.Address or MemberField.PermanentAddress => MemberField.Address,
            _ => UnderOther(leaf, groups, group),
        };
    }

    private static MemberField? UnderBirth(string leaf, MemberField group) => FieldOf(leaf) switch
    {
        MemberField.MaleTick => MemberField.BirthIfMale,
        MemberField.FemaleTick => MemberField.BirthIfFemale,
        { } field => field,
        null => IsYearWord(leaf) ? MemberField.BirthYear : Key(leaf) switch
        {
            "ngay" => MemberField.BirthDay,
            "thang" => MemberField.BirthMonth,
            _ => group,
        },
    };

    private static MemberField UnderName(string leaf) => FieldOf(leaf) switch
    {
        { } field and (MemberField.FamilyAndMiddleName or MemberField.MiddleName or MemberField.GivenName) => field,
        _ => MemberField.FullName,
    };

    private static MemberField? UnderId(string leaf, MemberField group) =>
        FieldOf(leaf) ?? (Key(leaf) is "so" or "sothe" ? group : null);

    /// <summary>The field of which the last line is a value, to be ticked: Kinh | Khác, THCS | THPT; null when it is none.</summary>
    public static MemberField? TickedField(IReadOnlyList<string> lines)
    {
        if (lines.Count < 2 || lines.Any(IsSomebodyElse) || FieldOf(lines) is not null)
            return null;

        var group = lines.SkipLast(1).Reverse().Select(FieldOf).FirstOrDefault(field => field is not null);
        return group is { } field && Ticked.Contains(field) ? field : null;
    }

    // What is ticked (Kinh | Khác, THCS | THPT) is no field; numbers of men and women of a group are no sex.
    private static MemberField? UnderOther(string leaf, string[] groups, MemberField? group)
    {
        var field = FieldOf(leaf);
        var isAboutParty = groups.Any(line => Key(line).Contains("dangvien", StringComparison.Ordinal) || Key(line) == "dang");
        return field switch
        {
            MemberField.MaleTick or MemberField.FemaleTick => null,
            MemberField.AdmittedOn when isAboutParty => MemberField.JoinedPartyOn,
            null => groups.Length > 0 && Key(groups[^1]) == Key(leaf) ? group : null,
            _ => field,
        };
    }

    private static bool IsYearWord(string heading) =>
        VietnameseText.Clean(heading).Equals("năm", StringComparison.OrdinalIgnoreCase);

    private static MemberField? Lookup(string key)
    {
        if (FieldByKey.TryGetValue(key, out var field))
            return field;

        var whose = WhoseColumn.FirstOrDefault(ending => key.EndsWith(ending, StringComparison.Ordinal));
        return whose is not null && FieldByKey.TryGetValue(key[..^whose.Length], out field) ? field : null;
    }

    private static string WithoutBrackets(string heading)
    {
        var from = heading.IndexOf('(', StringComparison.Ordinal);
        if (from < 0)
            return heading;

        var to = heading.IndexOf(')', from);
        return WithoutBrackets(to < 0 ? heading[..from] : heading.Remove(from, to - from + 1));
    }
}
