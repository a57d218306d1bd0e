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
        (MemberField.Ordinal, "STT; TT; Số TT; Số thứ tự; Thứ tự; No.; Order"),
        (MemberField.FullName,
            "Họ và tên; Họ tên; Họ, chữ đệm và tên; Họ, chữ đệm, tên; Họ tên khai sinh; Họ và tên khai sinh; Tên đầy đủ; "
            + "Tên hội viên; Tên đoàn viên; Họ và chữ đệm và tên; Họ, đệm và tên; Họ và tên đầy đủ; Tên cán bộ; Full name; Name; Họ tên hội viên, đoàn viên; Họ tên thành viên; Họ tên công đoàn viên; Tên thành viên; Họ và tên khai sinh (chữ in hoa)"),
        (MemberField.FamilyAndMiddleName,
            "Họ đệm; Họ và đệm; Họ lót; Họ và chữ đệm; Họ và tên đệm; Họ chữ đệm; Họ tên đệm; Họ và tên lót; Họ; Last name; Surname; Family name; Last and middle name"),
        (MemberField.MiddleName, "Đệm; Chữ đệm; Tên đệm; Chữ lót; Tên lót; Middle name"),
        (MemberField.GivenName, "Tên; First name; Given name; Tên gọi"),
        (MemberField.DateOfBirth,
            "Ngày sinh; Ngày, tháng, năm sinh; Ngày tháng năm sinh; Sinh ngày; NS; Ngày/tháng/năm sinh; Ngày năm sinh; "
            + "Ngày tháng sinh; Ngày sinh hoặc năm sinh; Ngày, năm sinh; NTNS; Date of birth; Birth date; Birthday; DOB; D.O.B; Sinh ngày tháng năm; Ngày tháng năm sinh đầy đủ; Sinh ngày, tháng, năm; Ngày sinh (dương lịch)"),
        (MemberField.BirthYear, "Năm sinh; Sinh năm; Year of birth; Birth year; Năm sinh dương lịch"),
        (MemberField.Sex, "Giới tính; Phái; GT; Nam/Nữ; Giới; Nam, nữ; Giới tính Nam/Nữ; Sex; Gender; Giới tính (Nam, nữ); Nam hay nữ; Nam hoặc nữ"),
        (MemberField.MaleTick, "Nam"),
        (MemberField.FemaleTick, "Nữ"),
        (MemberField.CitizenId,
            "Số CMND/CCCD; Số CCCD/CMND; CMND/CCCD; CCCD/CMND; Số thẻ căn cước/CMND; Số thẻ căn cước; Thẻ căn cước; Mã định danh; "
            + "Mã định danh cá nhân; Số CCCD; CCCD; Số định danh; Số định danh cá nhân; Số ĐDCN; ĐDCN; Căn cước; Căn cước công dân; "
            + "Số căn cước công dân; Số căn cước; Thẻ CCCD; Số thẻ CCCD; Số thẻ căn cước công dân; CC/CCCD; Số CC/CCCD; Số CC; "
            + "Số CCCD hoặc số định danh cá nhân; Số giấy tờ; Số giấy tờ tùy thân; CC/CCCD/CMND; CMND/CCCD/CC; "
            + "Số định danh cá nhân/CCCD; Số CCCD/Số định danh cá nhân; Số CCCD/Định danh cá nhân; CCCD/CMTND; CMTND/CCCD; CMND/CCCD/CC; CCCD/CMT; CMT/CCCD; Số CCCD/CMTND; Số CMTND/CCCD; CCCD/Mã định danh; Mã định danh/CCCD; CCCD/Số định danh; Số định danh/CCCD; CCCD/Mã định danh cá nhân; Mã số định danh; Mã số định danh cá nhân; Số CCCD/Mã định danh; Số CCCD/Mã định danh cá nhân; Số căn cước/Mã định danh; Căn cước/Mã định danh; CCCD/ĐDCN; Số CCCD/ĐDCN; Số định danh cá nhân (CCCD); Số thẻ CC; Số thẻ CC/CCCD; Thẻ căn cước/CCCD; Căn cước/CCCD; Số căn cước/CCCD; Số căn cước công dân/CMND; Căn cước công dân/CMND; CMND/Căn cước công dân; Số CMND/Căn cước công dân; Số CMND hoặc CCCD; Số CMND, CCCD; Số giấy tờ tùy thân (CCCD/CMND); Số CCCD gắn chip; CCCD gắn chip; Số định danh công dân; ID No.; ID number; ID card; Identity number; Identity card; Citizen ID; National ID; Personal ID; ID; Số ID; Số CCCD/Hộ chiếu; CCCD/Hộ chiếu; CCCD/Passport; Số CCCD (12 số); CCCD 12 số; Số CCCD 12 số"),
        (MemberField.FormerIdNumber,
            "CMND; Số CMND; Chứng minh nhân dân; Số chứng minh nhân dân; CMT; Số CMT; CMTND; Số CMTND; CMND cũ; Số CMND cũ; Số chứng minh; Chứng minh; CMND 9 số; Số CMND 9 số; Số CM; Số CMND (cũ); Số chứng minh nhân dân cũ; Giấy CMND; Số giấy CMND; Chứng minh thư; Số chứng minh thư; Số CMTND cũ; Chứng minh thư nhân dân"),
        (MemberField.IdIssuedOn, "Ngày cấp; Ngày cấp CCCD; Ngày cấp CMND; Ngày cấp CMND/CCCD; Ngày cấp căn cước; Ngày cấp CC; Ngày cấp thẻ căn cước; Ngày cấp giấy tờ; Ngày, tháng, năm cấp; Issue date; Date of issue; Ngày cấp CMTND; Ngày cấp CMT"),
        (MemberField.IdIssuedAt, "Nơi cấp; Nơi cấp CCCD; Nơi cấp CMND; Nơi cấp CMND/CCCD; Nơi cấp căn cước; Nơi cấp CC; Nơi cấp thẻ căn cước; Place of issue; Cơ quan cấp; Nơi cấp CMTND; Nơi cấp CMT"),
        (MemberField.CardNumber,
            "Mã định danh đoàn viên; Mã số đoàn viên; Mã số hội viên; Mã hội viên; Mã đoàn viên; Số thẻ đoàn; Số thẻ đoàn viên; "
            + "Số thẻ; Mã SV; MSSV; MASV; Mã sinh viên; Mã số sinh viên; Mã cán bộ; Mã số; Số thẻ hội viên; Mã HV; Số thẻ hội"),
        (MemberField.CardIssuedOn, "Ngày cấp thẻ; Ngày cấp thẻ hội viên; Ngày cấp thẻ đoàn; Ngày phát thẻ; Ngày cấp thẻ đoàn viên; Ngày cấp thẻ hội"),
        (MemberField.EthnicGroup, "Dân tộc; Tên dân tộc; Ethnic group; Ethnicity; Thành phần dân tộc"),
        (MemberField.Religion, "Tôn giáo; Religion; Theo đạo; Tín ngưỡng, tôn giáo"),
        (MemberField.Education, "Trình độ văn hóa; Học vấn; Văn bằng; Trình độ học vấn; Trình độ; Văn hóa; Education; Trình độ giáo dục phổ thông; Giáo dục phổ thông; Trình độ phổ thông; Học vấn phổ thông; Trình độ văn hóa phổ thông"),
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
            + "Ngày, tháng, năm vào Hội; Ngày tháng năm vào Đoàn; Ngày vào Hội phụ nữ; Ngày vào CĐ; Ngày vào Đoàn/Hội; Ngày tham gia Hội; Ngày tham gia Đoàn; Ngày tham gia công đoàn; Ngày tham gia tổ chức; Ngày tham gia sinh hoạt; Ngày tham gia Hội LHPN; Ngày tham gia Hội Nông dân; Ngày tham gia Hội CCB; Năm tham gia; Năm tham gia Hội; Năm tham gia Đoàn; Thời gian tham gia; Thời gian tham gia Hội; Thời gian tham gia Đoàn; Năm kết nạp Hội; Năm kết nạp Đoàn; Tháng năm kết nạp; Tháng, năm kết nạp; Ngày tháng năm kết nạp; Ngày, tháng, năm kết nạp; Thời gian kết nạp Hội; Thời gian kết nạp Đoàn; Ngày được kết nạp; Năm được kết nạp; Ngày kết nạp vào Hội; Ngày kết nạp vào Đoàn; Năm vào tổ chức; Năm vào công đoàn; Năm vào Hội LHPN; Năm vào Hội Nông dân; Ngày vào; Năm vào; Thời gian vào; Ngày vào Hội CCB Việt Nam; Ngày trở thành hội viên; Ngày trở thành đoàn viên; Ngày gia nhập Hội; Ngày gia nhập Đoàn; Năm gia nhập Hội; Năm gia nhập công đoàn; Date joined; Joined on; Join date; Date of joining; Joining date; Admission date; Date of admission; Ngày vào tổ chức Hội; Tháng năm tham gia; Ngày, tháng, năm tham gia; Ngày tháng năm tham gia"),
        (MemberField.AdmissionResolution, "Số Nghị quyết chuẩn y kết nạp đoàn viên; Số quyết định kết nạp; Số NQ kết nạp"),
        (MemberField.JoinedPartyOn,
            "Thời gian vào Đảng; Ngày tháng năm vào Đảng; Tháng năm vào Đảng; Ngày vào Đảng CSVN; Ngày kết nạp dự bị; Ngày vào Đảng; Ngày kết nạp Đảng; Năm vào Đảng; Ngày vào Đảng dự bị; "
            + "Ngày vào Đảng (dự bị, chính thức)"),
        (MemberField.FullPartyMemberOn, "Ngày kết nạp chính thức; Ngày chính thức; Ngày vào Đảng chính thức"),
        (MemberField.Office,
            "Chức vụ; Chức vụ trong chi đoàn; Chức vụ trong chi hội; Chức danh; Chức vụ trong Hội; Chức vụ trong Đoàn; Vai trò; "
            + "Chức vụ Hội; Chức vụ công đoàn; Chức vụ, chức danh; Position; Title; Chức vụ hiện nay; Chức vụ đảm nhiệm; Chức vụ trong tổ chức; Chức vụ trong BCH; Chức danh trong Hội; Nhiệm vụ"),
        (MemberField.Occupation, "Nghề nghiệp; Nghề nghiệp hiện nay; Đối tượng đoàn viên; Đơn vị công tác hiện tại; Việc làm; Occupation; Job; Công việc; Công việc hiện nay; Ngành nghề; Nghề"),
        (MemberField.Address,
            "Địa chỉ; Địa chỉ liên hệ; Nơi ở hiện nay; Chỗ ở hiện tại; Chỗ ở hiện nay; Nơi ở; Chỗ ở; Tạm trú; Nơi cư trú; "
            + "Địa chỉ cư trú; Địa chỉ hiện nay; Nơi tạm trú; Nơi ở hiện tại; Địa chỉ chỗ ở; Địa chỉ nơi ở; Address; Current address; Residence; Nơi đang ở; Nơi ở hiện nay (ấp, khu vực); Nơi sinh sống; Địa chỉ hiện tại; Địa chỉ hiện tại (sau sáp nhập); Địa chỉ sau sáp nhập; Địa chỉ mới; Địa chỉ mới sau sáp nhập; Nơi ở sau sáp nhập; Nơi ở mới; Nơi ở hiện nay sau sáp nhập; Địa chỉ nơi ở hiện nay; Địa chỉ nơi ở hiện tại; Chỗ ở; Nơi cư trú hiện nay; Nơi cư trú hiện tại; Địa chỉ nơi cư trú; Địa chỉ sinh sống; Địa chỉ tạm trú; Chỗ ở hiện nay sau sáp nhập"),
        (MemberField.PermanentAddress,
            "Địa chỉ thường trú; Hộ khẩu thường trú; Nơi thường trú; Thường trú; HKTT; Nơi ĐKHK thường trú; "
            + "Nơi đăng ký hộ khẩu thường trú; Địa chỉ GD; Địa chỉ gia đình; Nơi ĐKTT; ĐKTT; Nơi đăng ký thường trú; Đăng ký thường trú; ĐKHK; ĐKHKTT; Nơi ĐKHKTT; Hộ khẩu; HKTT hiện nay; Nơi thường trú hiện nay; Địa chỉ thường trú sau sáp nhập; Nơi thường trú sau sáp nhập; Thường trú sau sáp nhập; Địa chỉ thường trú mới; Địa chỉ thường trú hiện nay; Địa chỉ hộ khẩu; Địa chỉ HKTT; Địa chỉ đăng ký thường trú; Nơi ĐK thường trú; Nơi đăng ký HKTT; Permanent address; Hộ khẩu thường trú sau sáp nhập; Nơi ĐKTT sau sáp nhập; Nơi đăng ký hộ khẩu"),
        (MemberField.PlaceOfOrigin, "Quê quán; Nguyên quán; Place of origin; Quê quán sau sáp nhập; Quê; Home town; Hometown"),
        (MemberField.PlaceOfBirth, "Nơi sinh; Place of birth; Nơi khai sinh; Nơi đăng ký khai sinh"),
        (MemberField.Phone,
            "Số điện thoại; Điện thoại; Điện thoại liên hệ; Số ĐT; SĐT; ĐT DĐ; ĐTDĐ; ĐT; Phone; Di động; Số điện thoại liên hệ; "
            + "Số di động; Điện thoại di động; SĐT liên hệ; Số ĐTDĐ; Số phone; Số điện thoại di động; ĐT liên hệ; Số ĐT liên hệ; "
            + "Số ĐT di động; SĐT/Zalo; Số điện thoại/Zalo; Số Zalo; Mobile; Số điện thoại cá nhân; Điện thoại/Zalo; Điện thoại (Zalo); ĐT/Zalo; ĐTDĐ/Zalo; Zalo; Số Zalo/Điện thoại; Zalo/SĐT; Số điện thoại (Zalo); Số điện thoại, Zalo; SĐT (Zalo); Phone number; Mobile phone; Telephone; Tel; Tel.; Contact; Điện thoại cá nhân; Số liên lạc; Điện thoại liên lạc; Số điện thoại liên lạc; Số máy; Di động/Zalo; SĐT di động; SĐT cá nhân; Số ĐT/Zalo; Số ĐT cá nhân; Số điện thoại DĐ; Điện thoại DĐ; Số điện thoại (nếu có)"),
        (MemberField.HomePhone, "ĐT GĐ; Điện thoại gia đình; SĐT gia đình; Điện thoại bàn; Số điện thoại bàn; Số điện thoại gia đình; SĐT bàn; ĐT bàn; ĐT nhà; Điện thoại nhà; Số ĐT nhà; Số điện thoại nhà"),
        (MemberField.Email, "Email; Email liên hệ; Địa chỉ email; Email 2; Mail; Thư điện tử; E-mail; Email cá nhân; Hộp thư điện tử; Địa chỉ thư điện tử; Gmail"),
        (MemberField.Branch,
            "Chi hội; Chi đoàn; Liên chi đoàn; Tổ hội; Chi bộ; Chi hội/tổ; Chi tổ hội; Chi/tổ hội; Tên chi hội; Chi hội, tổ hội; "
            + "Tổ phụ nữ; Phân hội; Phân đoàn; Tổ công đoàn; Công đoàn bộ phận; Sinh hoạt tại chi hội; Chi hội phụ nữ; "
            + "Chi hội nông dân; Thuộc chi hội; Thuộc chi đoàn; Đơn vị sinh hoạt; Nơi sinh hoạt; Chi hội sinh hoạt; Chi đoàn sinh hoạt; Sinh hoạt tại; Đang sinh hoạt tại; Tổ chức cơ sở; Chi hội/Chi đoàn; Chi hội, chi đoàn; Chi hội (ấp, khu vực); Chi hội đang sinh hoạt; Branch; Tên chi đoàn; Tổ/Chi hội; Tổ, chi hội; Sinh hoạt tại chi đoàn; Nơi sinh hoạt Hội; Nơi sinh hoạt Đoàn; Đơn vị sinh hoạt Hội; Đơn vị sinh hoạt Đoàn; Chi hội ấp; Chi hội khu vực; Chi hội CCB; Chi hội cựu chiến binh; Thuộc chi hội, tổ hội; Thuộc tổ; Công đoàn cơ sở; Tổ/Chi đoàn"),
        (MemberField.Neighbourhood,
            "Đơn vị; Lớp; Mã lớp; Tổ dân phố; Khu phố; Ấp; Thôn; Đơn vị công tác; Khu vực; Khu dân cư; Tổ; Khóm; Ấp/khu vực; "
            + "Khu vực/ấp; Ấp, khu vực; Nơi công tác; Tổ/Ấp; Ấp/Khu phố; Khóm/Ấp; Ấp/Khóm; Khu vực/Tổ; Ấp (khu vực); Khu phố/Ấp; Ấp, khu phố; Ấp/KV; KV/Ấp; Tổ dân phố/Ấp; Thôn/Ấp; TDP; Khu vực, ấp; Unit"),
        (MemberField.Household, "Chủ hộ; Quan hệ với chủ hộ; Hộ nghèo; Cận nghèo; Hộ cận nghèo; Gia đình chính sách; Hộ gia đình; Diện hộ; Hoàn cảnh gia đình; Thuộc hộ; Loại hộ"),
        (MemberField.Rating,
            "Rèn luyện đoàn viên; Đánh giá, xếp loại đoàn viên; Xếp loại; Khen thưởng; Kỷ luật; Đoàn viên danh dự; "
            + "Hội viên nòng cốt; Hội viên ưu tú; Hội viên danh dự; Nòng cốt"),
        (MemberField.Organization,
            "Tổ chức; Đoàn thể; Hội, đoàn thể; Hội đoàn; Các đoàn thể; Tổ chức, đoàn thể; Hội, đoàn thể tham gia; Đoàn thể tham gia; Tổ chức tham gia; "
            + "Tham gia tổ chức; Tham gia đoàn thể; Tham gia các tổ chức; Tham gia các đoàn thể; Tham gia tổ chức, đoàn thể; Tham gia hội, đoàn thể; Đang tham gia; "
            + "Tổ chức đang tham gia; Đoàn thể đang tham gia; Là hội viên; Là thành viên; Là đoàn viên, hội viên; Hội viên các tổ chức; Thành viên tổ chức; "
            + "Tổ chức khác; Đoàn thể khác; Tổ chức, đoàn thể khác; Tham gia tổ chức khác; Tham gia đoàn thể khác; Tổ chức chính trị - xã hội; Tổ chức hội"),
        (MemberField.Age, "Tuổi; Age; Độ tuổi; Số tuổi"),
        (MemberField.Note, "Ghi chú; Lý do; Tình trạng; Trạng thái; Note; Notes; Remark; Remarks; Ghi chú khác; Tình trạng sinh hoạt; Tình trạng hội viên; Diễn giải; Ghi chú (nếu có)"),
        (MemberField.Leaving,
            "Lý do giảm; Nguyên nhân giảm; Giảm; Ngày giảm; Thời gian giảm; Giảm trong kỳ; Lý do giảm hội viên; Lý do giảm đoàn viên; Lý do ra khỏi Hội; Lý do ra khỏi Đoàn; Lý do ra khỏi tổ chức; Lý do rời; "
            + "Lý do rời Hội; Lý do rời Đoàn; Lý do xóa tên; Lý do thôi; Lý do thôi sinh hoạt; Lý do nghỉ; Lý do nghỉ sinh hoạt; Lý do chuyển đi; Lý do xin ra; Lý do xin ra khỏi Hội; Ngày mất; Ngày chết; "
            + "Ngày qua đời; Ngày từ trần; Năm mất; Năm từ trần; Ngày, tháng, năm mất; Ngày chuyển đi; Ngày chuyển; Năm chuyển đi; Thời gian chuyển đi; Nơi chuyển đến; Chuyển đi; Chuyển đi nơi khác; Chuyển đi đâu; "
            + "Đã chuyển; Đã mất; Đã chết; Từ trần; Xóa tên; Khai trừ; Ngày xóa tên; Ngày khai trừ; Ngày ra khỏi Hội; Ngày ra khỏi Đoàn; Ngày ra khỏi tổ chức; Ngày ra; Ngày rời; Ngày thôi; "
            + "Ngày thôi sinh hoạt; Ngày nghỉ sinh hoạt; Ngày ra khỏi; Số quyết định xóa tên; Ngày trưởng thành; Ngày trưởng thành Đoàn; Trưởng thành Đoàn; Ra khỏi Hội; Ra khỏi Đoàn; Ra khỏi tổ chức; Thôi sinh hoạt; Rời Hội; Rời Đoàn"),
        (MemberField.NumberAndPhone,
            "CCCD/SĐT; SĐT/CCCD; Số CCCD/SĐT; Số CCCD/Số điện thoại; CCCD/Số điện thoại; CCCD, SĐT; CCCD và SĐT; CCCD - SĐT; Số CCCD và số điện thoại; Số CCCD và SĐT; CCCD/Điện thoại; Số CCCD/Điện thoại; Số CCCD/ĐT; CCCD/ĐT; "
            + "Số điện thoại/CCCD; Số điện thoại/Số CCCD; Điện thoại/CCCD; ĐT/CCCD; CMND/SĐT; Số CMND/SĐT; CMND/CCCD/SĐT; CCCD/CMND/SĐT; Số căn cước/SĐT; Căn cước/SĐT; Căn cước/Điện thoại; Số định danh/SĐT; "
            + "Số định danh/Số điện thoại; CCCD/Số ĐT; Số CCCD/Số ĐT; SĐT, CCCD; SĐT và CCCD; SĐT/Số CCCD; Số căn cước công dân/Số điện thoại; Số căn cước/Số điện thoại"),
    ];

    // "Họ tên SV", "Họ và tên học sinh(*)", "SĐT của học sinh": whom the list is about adds nothing.
    private static readonly string[] WhoseColumn =
    [
        "cuahocsinh", "cuahoivien", "cuadoanvien", "hocsinh", "sinhvien", "doanvienhoivien", "congdoanvien", "hoivien", "doanvien",
        "canbo", "nguoilaodong", "cuuchienbinh", "thanhvien", "sv", "hs", "hv",
    ];

    private const int ShortestKey = 2;
    private const int LongestOfTwo = 60;

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

    // Columns about somebody else in the member's row: a parent, a child, a spouse, who proposed her.
    private static readonly string[] SomebodyElse =
    [
        "phuhuynh", "nguoithan", "chuho", "bome", "chame", "vochong", "hotencha", "hotenme", "nguoigioithieu", "nguoigiamho", "nguoidodau", "nguoithuake",
        "thannhan", "nguoilienhe", "nguoibaolanh",
    ];

    // As words, with their marks: "còn" is no child and "bổ" no father.
    private static readonly string[] SomebodyElseAsWord = ["con", "vợ", "chồng", "cha", "mẹ", "bố", "cháu", "child", "children", "spouse", "husband", "wife", "father", "mother", "parent"];

    // Things that have numbers and days of their own.
    private static readonly string[] OfOtherThings =
    [
        "bhyt", "bhxh", "baohiem", "taikhoan", "thue", "hokhau", "soho", "vay", "quyetdinh", "giaychungnhan", "hochieu", "bangke", "hopdong", "giaypheplai", "gplx",
        "phieu", "huychuong", "khenthuong", "kyluat", "daihoi", "nhapngu", "xuatngu", "ngayhop", "dongphi", "chinhsach", "bonhiem", "nghihuu", "vaolam", "batdau",
    ];

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

        return LegacyText.Candidates(heading).Select(reading => Lookup(Key(reading)) ?? (HasWord(reading) ? null : Lookup(Key(WithoutBrackets(reading))))).FirstOrDefault(field => field is not null)
            ?? OfTwoLanguages(Key(heading));
    }

    /// <summary>"Họ và tên / Full name", "Số CCCD ⏎ ID No.": two headings in one, both of which say the same field.</summary>
    private static MemberField? OfTwoLanguages(string key)
    {
        if (key.Length > LongestOfTwo)
            return null;

        for (var at = ShortestKey; at <= key.Length - ShortestKey; at++)
        {
            if (FieldByKey.TryGetValue(key[..at], out var first) && FieldByKey.TryGetValue(key[at..], out var second) && IsSame(first, second))
                return first;
        }

        return null;
    }

    private static bool IsSame(MemberField first, MemberField second) =>
        first == second || (IsBirth(first) && IsBirth(second)) || (IsId(first) && IsId(second)) || (IsAddress(first) && IsAddress(second));

    private static bool IsBirth(MemberField? field) => field is MemberField.DateOfBirth or MemberField.BirthYear;

    private static bool IsId(MemberField? field) => field is MemberField.CitizenId or MemberField.FormerIdNumber;

    private static bool IsAddress(MemberField? field) => field is MemberField.Address or MemberField.PermanentAddress;

    /// <summary>Part of an address that stands in a column of its own, without "Địa chỉ" above.</summary>
    public static bool IsAddressPart(string heading) => AddressParts.Contains(Key(heading));

    /// <summary>A heading about a parent, a spouse or a householder of the member.</summary>
    public static bool IsSomebodyElse(string heading) => SomebodyElse.Any(Key(heading).Contains) || HasWord(heading);

    /// <summary>A heading about a thing whose numbers and days nobody takes for the member's.</summary>
    public static bool IsOfOtherThing(string heading) => Key(heading) is var key && Array.Exists(OfOtherThings, key.Contains);

    private static bool HasWord(string heading)
    {
        var clean = VietnameseText.Clean(heading).ToLowerInvariant();
        var hasMarks = clean.Any(letter => letter > '\u007F');
        var words = clean.Split(clean.Where(letter => !char.IsLetterOrDigit(letter)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, word => Array.Exists(SomebodyElseAsWord, other => word == other || (!hasMarks && word == PersonName.Fold(other) && word is "con" or "vo" or "chong")))
            && !words.Contains("số") && !words.Contains("đơn");
    }

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
            MemberField.Leaving => MemberField.Leaving,
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
