using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Membership.App.Approvals;
using Membership.App.Audit;
using Membership.App.Forms;
using Membership.App.Indicators;
using Membership.App.Keys;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.Organizations;
using Membership.App.PersonRequests;
using Membership.App.Pipeline;
using Membership.App.Populations;
using Membership.App.Proposals;
using Membership.App.Retention;
using Membership.App.Samples;
using Membership.App.Spreadsheets;
using Membership.App.Statistics;
using Membership.App.Users;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Domain.Users;

namespace Membership.App.Texts;

/// <summary>The one Vietnamese sentence of each refusal: what is wrong, and what to do about it.</summary>
public static class RefusalText
{
    [SuppressMessage("Maintainability", "CA1502", Justification = "One switch, so that a missing sentence is seen; a test goes through all refusals.")]
    public static string Of(Refusal refusal) => refusal switch
    {
        PermissionMissing x => $"Tài khoản của bạn không có quyền {PermissionText.Of(x.Permission)}. Hãy dùng tài khoản khác, hoặc nhờ người quản trị cấp quyền.",
        NeedsSecondPerson x => $"Việc này cần người thứ hai duyệt: đề nghị số {x.ApprovalId} đã được gửi và đang chờ duyệt, chưa có gì thay đổi. Hãy nhờ lãnh đạo tổ chức xem ở trang Chờ duyệt; được duyệt rồi, hãy làm lại việc này để hoàn tất.",
        DeclinedBySecondPerson x => $"Đề nghị số {x.ApprovalId} không được duyệt: {x.Reason.TrimEnd('.')}. Hãy sửa lại theo ý kiến đó rồi gửi đề nghị mới.",
        CannotApproveOwnRequest x => $"Bạn là người gửi đề nghị số {x.ApprovalId} nên không thể tự duyệt. Hãy nhờ người khác có quyền duyệt.",
        NoSuchApproval x => $"Không có đề nghị số {x.ApprovalId} đang chờ duyệt trong phạm vi của bạn. Hãy xem lại danh sách chờ duyệt.",
        ChangedMeanwhile x => MeanwhileText.Of(x),
        OutOfScope => "Việc này nằm ngoài phạm vi địa phương hoặc tổ chức được giao cho tài khoản của bạn. Hãy chọn lại, hoặc nhờ người quản trị mở rộng phạm vi.",

        SignInRefused => "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đang bị khóa. Hãy kiểm tra và gõ lại; nếu đã sai nhiều lần, hãy chờ ít nhất 15 phút hoặc nhờ người quản trị cấp lại mật khẩu.",
        CodeRefused => "Mã chưa đúng, đã dùng rồi, hoặc đã sai quá nhiều lần. Hãy chờ ứng dụng hiện mã mới rồi gõ lại; nếu vẫn không được, hãy chờ ít nhất 15 phút.",
        OwnPasswordRefused => "Mật khẩu hiện tại chưa đúng, hoặc đã gõ sai quá nhiều lần. Hãy gõ lại mật khẩu bạn vừa dùng để đăng nhập; nếu vẫn không được, hãy chờ ít nhất 15 phút.",
        PasswordIsTheOldOne => "Mật khẩu mới giống mật khẩu cũ. Hãy chọn mật khẩu khác.",
        PasswordTooShort x => $"Mật khẩu quá ngắn. Hãy dùng ít nhất {x.MinLength} ký tự, ví dụ bốn từ không liên quan đến nhau.",
        PasswordTooLong x => $"Mật khẩu quá dài. Hãy dùng không quá {x.MaxLength} ký tự.",
        PasswordRepeatsItself => "Mật khẩu chỉ lặp lại vài ký tự nên rất dễ đoán. Hãy chọn mật khẩu khác.",
        PasswordHoldsUserName => "Mật khẩu chứa tên đăng nhập nên dễ đoán. Hãy chọn mật khẩu khác.",
        PasswordIsCommon => "Mật khẩu này nhiều người dùng nên bị thử đầu tiên. Hãy chọn mật khẩu khác, ví dụ bốn từ không liên quan đến nhau.",
        SecondFactorIsOn => "Tài khoản đã bật mã xác thực. Muốn dùng điện thoại khác, hãy tắt rồi bật lại ở trang Tài khoản.",
        SecondFactorIsOff => "Tài khoản chưa bật mã xác thực nên không có gì để tắt. Hãy mở lại trang Tài khoản.",
        UserNotFound => "Không tìm thấy người dùng này. Hãy chọn lại trong danh sách người dùng.",
        NoUserOfThatName x => $"Không có người dùng nào tên “{x.UserName}”, hoặc tài khoản đã bị ngừng. Hãy xem danh sách bằng lệnh user list.",
        UserNameTaken x => $"Tên đăng nhập “{x.UserName}” đã có người dùng. Hãy chọn tên khác.",
        CannotDisableYourself => "Không tự ngừng tài khoản của mình được. Hãy nhờ một người quản trị khác.",
        CannotResetYourself => "Không tự cấp lại mật khẩu cho mình được. Hãy đổi mật khẩu ở trang Tài khoản.",
        LastAdministrator => "Đây là người quản trị cuối cùng của toàn hệ thống. Hãy cấp quyền quản trị cho người khác trước.",
        BeyondYourScope => "Quyền của người dùng này vượt ra ngoài phạm vi bạn quản trị. Hãy chọn phạm vi hẹp hơn, hoặc nhờ người quản trị cấp trên.",
        GrantedAlready => "Người dùng đã có đúng vai trò này trong thời gian đó. Hãy chọn vai trò, nơi hoặc ngày khác.",
        GrantEndsBeforeItBegins => "Ngày cuối trước ngày đầu. Hãy chọn lại ngày.",
        GrantNotFound => "Vai trò này không còn hiệu lực hoặc không có. Hãy mở lại trang người dùng.",
        PeriodEndsBeforeItBegins x => $"Từ ngày {ShownDate.Of(x.From)} sau đến ngày {ShownDate.Of(x.To)}. Hãy chọn lại khoảng ngày.",
        TooManyEntries x => $"Có {Number(x.Entries)} mục, nhiều hơn {Number(x.Limit)} mục mà một tệp chứa được. Hãy chọn khoảng ngày ngắn hơn.",

        CommuneNotFound x => $"Không có xã, phường nào tên là “{x.Name}”. Hãy chọn một xã, phường trong danh sách, hoặc chọn nơi của danh sách.",
        LocalityNotFound x => $"Không có địa phương nào mang mã “{x.Code}” vào ngày {ShownDate.Of(x.AsOf)}. Hãy chọn lại địa phương hoặc ngày.",
        OrganizationNotFound x => $"Không có tổ chức nào mang mã “{x.Code}”. Hãy chọn lại tổ chức.",
        IndicatorNotFound x => $"Không có chỉ số nào mang mã “{x.Code}” được tính vào ngày đó. Hãy chọn lại chỉ số hoặc ngày.",
        DayIsInTheFuture x => $"Ngày {ShownDate.Of(x.AsOf)} ở sau hôm nay ({ShownDate.Of(x.Today)}) nên chưa có số liệu. Hãy chọn hôm nay hoặc một ngày trước đó.",
        PopulationIsKeptPerCommune x => $"Số dân trong độ tuổi được ghi cho từng xã, phường; {x.LocalityName} là tổng của các xã, phường. Hãy chọn một xã hoặc phường.",
        NoStatisticsOfYear x => $"Không có thống kê của năm {x.Year}. Hãy chọn một năm từ {x.FirstYear} đến {x.LastYear}.",
        RegisterNotEmpty x => $"Thư mục dữ liệu này đã có {Number(x.People)} người, nên không tạo số liệu mẫu vào đó. Hãy mở số liệu đang có bằng lệnh serve, hoặc chọn một thư mục trống bằng --data.",

        LocalityIsNotACommune x => $"Danh sách được nhập theo từng xã, phường; {x.Name} không phải là xã hay phường. Hãy chọn một xã hoặc phường.",
        ListIsOfTheFuture x => $"Ngày của danh sách ({ShownDate.Of(x.AsOf)}) sau hôm nay ({ShownDate.Of(x.Today)}). Hãy ghi hôm nay hoặc một ngày trước đó.",
        TooManyOpenLists x => $"Bạn đang có {Number(x.Limit)} danh sách chưa ghi vào sổ cũng chưa bỏ. Hãy ghi hoặc bỏ bớt ở trang Nhập danh sách rồi tải lên lại.",
        ImportNotFound x => $"Không có đợt nhập số {x.Id}. Hãy chọn lại trong danh sách các đợt nhập.",
        ImportNotReady x => $"Đợt nhập số {x.Id} {NotReady(x.State)}",
        ImportDiscarded x => $"Đợt nhập số {x.Id} đã được bỏ nên không lưu gì vào đó được nữa. Hãy tải danh sách lên lại nếu còn cần nhập.",
        AlreadyCommitted x => $"Đợt nhập số {x.Id} đã được ghi vào sổ, không ghi lại lần nữa.",
        NothingToWrite x => $"Đợt nhập số {x.Id} không có gì để ghi vào sổ. Hãy sửa các dòng chưa nhận, quyết định các dòng nghi trùng, hoặc bỏ đợt nhập này.",
        ListHasNoPeople x => $"Trang tính “{x.Sheet}” có dòng tiêu đề nhưng không có dòng nào của đoàn viên, hội viên. Hãy kiểm tra lại tệp.",
        ImportFileForgotten x => $"Tệp của đợt nhập số {x.Id} không còn được giữ vì danh sách đã bị bỏ, không đọc được, hoặc có người đã được ẩn danh. Hãy dùng bản gốc của đơn vị.",
        ImportFileHasMacros x => $"Tệp của đợt nhập số {x.Id} có macro nên không được tải về từ đây. Hãy dùng bản gốc của đơn vị.",
        ImportFileHasRestrictedPeople x => $"Tệp của đợt nhập số {x.Id} có {Number(x.Rows)} dòng của người đang được hạn chế xử lý dữ liệu nên không tải nguyên tệp được. Hãy dùng tệp đã đánh dấu, trong đó các dòng này được bỏ ra, hoặc bản gốc của đơn vị.",
        ListIsNotFull x => $"Đợt nhập số {x.Id} là danh sách bổ sung, cập nhật nên người không có tên vẫn giữ nguyên. Hãy chọn kiểu danh sách đầy đủ rồi kiểm tra lại.",
        LeftAfterTheList x => $"Ngày thôi sinh hoạt ({ShownDate.Of(x.LeftOn)}) sau ngày của danh sách ({ShownDate.Of(x.AsOf)}). Hãy ghi một ngày không sau ngày của danh sách.",
        LeftBeforeJoining x => $"Có {Number(x.Members)} người được chọn vào tổ chức từ ngày đó hoặc sau ngày đó. Hãy ghi ngày thôi muộn hơn, hoặc bỏ chọn những người này.",
        NothingToCancel x => $"Đợt nhập số {x.Id} không còn đang đọc hay đang ghi nên không có gì để dừng. Hãy mở lại đợt nhập để xem kết quả.",
        UploadCutOff x => $"Tệp của đợt nhập số {x.Id} chưa được nhận trọn vẹn vì chương trình dừng giữa chừng. Hãy tải tệp lên lại.",
        ImportNotCommitted x => $"Đợt nhập số {x.Id} chưa ghi gì vào sổ nên không có gì để hoàn lại. Hãy chọn một đợt nhập đã ghi vào sổ.",
        NothingLeftToUndo x => $"Đợt nhập số {x.Id} đã được hoàn lại; những dòng còn giữ nguyên vẫn chưa hoàn lại được. Hãy xem lý do của từng dòng trong đợt nhập.",
        EmptyCellsNotAnswered x => $"Có {Number(x.Rows)} dòng để trống ô mà sổ đang có số liệu. Hãy chọn giữ số liệu đang có hoặc xóa theo danh sách rồi ghi.",
        ListNotAnswered x => ListNotAnsweredText.Of(x),
        OrganizationsBeyondScope x => $"Danh sách có hội viên của {string.Join(", ", x.Names)}, là tổ chức không thuộc phạm vi của bạn, nên chưa ghi dòng nào. Hãy kiểm tra lại danh sách để chỉ ghi phần thuộc phạm vi của bạn, hoặc nhờ người có quyền ghi.",
        RowsStandInTheWay x => $"Danh sách còn {Number(x.Rejected)} dòng lỗi và {Number(x.Doubtful)} dòng chờ quyết định nên chưa ghi dòng nào. Hãy sửa các dòng đó, hoặc chọn chỉ ghi những dòng dùng được.",
        RegisterChangedSinceCheck { Rows: 0, Missing: 0 } x => $"Nhiều người đang ghi vào sổ cùng lúc nên đợt nhập số {x.Id} chưa ghi được. Hãy ghi lại sau ít phút.",
        RegisterChangedSinceCheck x => $"Sổ đã thay đổi từ khi kiểm tra đợt nhập số {x.Id} nên chưa ghi gì. Danh sách đã được kiểm tra lại: {Changed(x)} nay khác trước. Hãy xem lại rồi ghi.",
        RepairsNotAnswered x => $"Đợt nhập số {x.Id} có chỗ được đề nghị sửa mà chưa được trả lời: {string.Join("; ", x.Repairs.Select(repair => $"{RepairText.Of(repair.Code)} ({Number(repair.Rows)} dòng)"))}. Hãy đồng ý hoặc từ chối từng đề nghị rồi ghi lại.",
        RepairNotProposed x => $"Đợt nhập số {x.Id} không có đề nghị sửa này. Hãy mở lại đợt nhập để xem các đề nghị.",
        ListFileIsGone x => $"Tệp gốc của đợt nhập số {x.Id} đã được xóa theo thời hạn lưu giữ. Hãy tải danh sách dòng chưa nhập thay cho tệp đã đánh dấu.",
        NothingToMark x => $"Đợt nhập số {x.Id} không có dòng nào lỗi hay nghi trùng, nên không có gì để đánh dấu. Hãy ghi danh sách vào sổ.",
        ContinuesAnotherList x => $"Tệp này được tải về từ đợt nhập số {x.Id} ({x.OrganizationName}, {x.LocalityName}, ngày {ShownDate.Of(x.AsOf)}). Hãy chọn đúng tổ chức, địa phương và ngày đó rồi tải lên lại.",
        AnotherListIsWritten x => $"Một danh sách khác đang được ghi vào sổ nên đợt nhập số {x.Id} chưa ghi được. Hãy chờ ít phút rồi ghi lại.",
        RowCannotBeEdited x => $"Dòng {ListRow.OfKey(x.RowNumber).Number} không có trong danh sách hoặc đã được ghi vào sổ nên không sửa ở đây được. Hãy sửa thông tin ở trang của người đó.",
        NumberIsOfAnother x => $"Dòng {ListRow.OfKey(x.RowNumber).Number} mang số định danh của một người khác nên không thể nhập là người mới. Hãy sửa số ở dòng ghi sai, chọn đúng người, hoặc bỏ dòng này.",
        PersonIsInAnotherRow x => $"Dòng {ListRow.OfKey(x.OtherRow).Number} của tệp đã là người này, nên dòng {ListRow.OfKey(x.RowNumber).Number} không thể là người này nữa. Hãy bỏ một trong hai dòng, hoặc chọn người khác.",
        RowNeedsNoDecision x => $"Dòng {ListRow.OfKey(x.RowNumber).Number} không còn chờ quyết định, hoặc lựa chọn không hợp với dòng này. Hãy xem lại dòng và chọn lại.",
        ChosenPersonIsRestricted x => $"Người được chọn cho dòng {ListRow.OfKey(x.RowNumber).Number} đang được hạn chế xử lý dữ liệu. Hãy bỏ dòng này, hoặc chờ đến khi hết hạn chế.",
        LogIsWhole => "Nhật ký vẫn đủ so với tệp keys/log-head nên không có gì để ghi nhận. Hãy chạy audit verify nếu muốn kiểm tra lại.",
        LogHasNoHead => "Phần ghi số mục của nhật ký không phải do chương trình này ghi nên không thể ghi nhận. Hãy khôi phục lại một bản sao lưu đầy đủ.",
        KeysInUse => "Có chương trình khác (như trang web) đang dùng thư mục dữ liệu này. Hãy dừng chương trình đó rồi chạy lại lệnh thay khóa.",
        ImportStepFailed x => $"Có trục trặc khi thực hiện với đợt nhập số {x.Id} nên chưa có gì thay đổi, sổ vẫn như trước. Hãy làm lại; nếu vẫn vậy, hãy báo người quản trị.",
        ReadingFailed x => $"Có trục trặc khi đọc đợt nhập số {x.Id}, chưa có gì được ghi vào sổ. Hãy tải tệp lên lại; nếu vẫn vậy, hãy báo người quản trị.",

        PersonNotFound x => $"Không tìm thấy người có mã số {x.Id} trong phạm vi của bạn. Hãy tìm lại trong danh sách người.",
        PersonIsRestricted => "Dữ liệu của người này đang bị hạn chế xử lý theo yêu cầu của họ nên không xem, sửa hay xuất được. Hãy hỏi người giải quyết yêu cầu của đơn vị.",
        PersonIsAnonymised => "Dữ liệu định danh của người này đã được xóa theo thời hạn lưu giữ hoặc theo yêu cầu, nên không còn gì để xem hay sửa. Chỉ các con số thống kê được giữ lại.",
        PersonIsNotRestricted => "Dữ liệu của người này không bị hạn chế xử lý, nên không có gì để gỡ. Hãy mở lại trang của người này.",
        ProposalsAreNotOpen => "Có đề nghị đã được người khác quyết định hoặc đã rút lại. Hãy tải lại trang và xem các đề nghị còn lại.",
        ProposalDoesNotFit one => $"Sổ đã thay đổi nên không ghi được đề nghị về {one.PersonName}: người này đã có nơi cư trú hoặc đơn vị khác trong thời gian đó. Hãy mở trang của người này để xem, rồi sửa ở đó hoặc không đồng ý đề nghị.",
        TooManyForeignNumbers many =>
            $"Hôm nay bạn đã gặp quá {many.PerDay} số định danh thuộc về người khác ở nơi bạn không phụ trách, nên hệ thống dừng và không cho biết thêm. "
            + "Hãy kiểm tra lại cột số định danh trong tệp rồi nhập lại vào ngày mai, hoặc nhờ người quản trị máy chủ nhập giúp.",
        CitizenIdBelongsToSomebodyElse => "Số định danh này đã được ghi cho một người khác trong sổ. Hãy kiểm tra lại số trên thẻ.",
        ChangeNotFound x => $"Không có thay đổi số {x.Id} của người này trong phạm vi của bạn. Hãy mở lại trang của người này.",
        ChangeIsNotOfAField => "Thay đổi này thuộc về nơi cư trú hoặc tư cách thành viên do một đợt nhập ghi, nên chỉ hoàn tác được cùng cả đợt nhập đó.",
        FieldHasChangedSince x => $"Mục “{PersonFieldText.Of(x.Field)}” đã được thay đổi thêm sau lần này nên không hoàn tác được. Hãy xem lịch sử rồi sửa trực tiếp.",

        PersonBelongsElsewhereToo => "Người này còn cư trú hoặc sinh hoạt ở nơi hay tổ chức ngoài phạm vi của bạn, nên bạn không ẩn danh được. Hãy đề nghị người phụ trách cấp trên.",
        NobodyIsDue => "Không có ai trong phạm vi của bạn đã hết thời hạn lưu giữ, nên không có gì để ẩn danh. Hãy xem lại vào lần kiểm tra sau.",

        PersonRequestNotFound x => $"Không có yêu cầu số {x.Id} trong phạm vi của bạn. Hãy chọn lại trong danh sách yêu cầu.",
        RequestIsAnswered x => $"Yêu cầu này đã được giải quyết ngày {ShownDate.Of(x.AnsweredOn)}. Nếu người đó yêu cầu thêm, hãy ghi một yêu cầu mới.",
        RequestIsAcknowledged x => $"Đã xác nhận nhận yêu cầu này từ ngày {ShownDate.Of(x.AcknowledgedOn)}. Hãy tiếp tục giải quyết.",
        RequestIsExtended x => $"Yêu cầu này đã được gia hạn một lần đến ngày {ShownDate.Of(x.AnswerBy)}; pháp luật không cho gia hạn thêm. Hãy giải quyết trong hạn.",
        RequestTermHasPassed x => $"Thời hạn giải quyết đã hết từ ngày {ShownDate.Of(x.AnswerBy)} nên không gia hạn được nữa. Hãy giải quyết ngay.",

        EmptyFile => "Tệp trống, không có nội dung. Hãy chọn đúng tệp danh sách.",
        NotAWorkbook x => $"Đây không phải là tệp bảng tính{SeemsToBe(x.SeemsToBe)}. {WhatToDo(x.SeemsToBe)}",
        WrongExtension { Extension: "" } x => $"Tệp có nội dung bảng tính nhưng tên tệp không có đuôi. Hãy thêm đuôi “{x.Expected}” vào tên tệp rồi tải lên lại.",
        WrongExtension x => $"Tệp có nội dung bảng tính nhưng tên tệp lại có đuôi “{x.Extension}”. Hãy đổi đuôi tệp thành “{x.Expected}” rồi tải lên lại.",
        UnsupportedFormat x => $"Chưa đọc được định dạng {x.Format}. Hãy mở tệp bằng Excel, chọn Lưu thành, loại “Excel Workbook (*.xlsx)”, rồi tải lên lại.",
        Encrypted => "Tệp có mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi tải lên.",
        Damaged => "Tệp bị hỏng nên không đọc được trọn vẹn. Hãy mở bằng Excel, lưu thành tệp .xlsx mới rồi tải lên lại.",
        FileTooLarge x => $"Tệp lớn hơn {Size(x.LimitBytes)}. Hãy bỏ hình ảnh, bỏ trang tính không cần hoặc chia danh sách thành nhiều tệp.",
        InflatesTooLarge x => $"Tệp giải nén ra lớn hơn {Size(x.LimitBytes)}. Hãy chép danh sách sang một tệp mới, hoặc chia thành nhiều tệp.",
        TooManyParts x => $"Tệp chứa quá {Number(x.Limit)} phần bên trong. Hãy chép danh sách sang một tệp mới rồi tải lên lại.",
        TooManyRows x => $"Trang tính có quá {Number(x.Limit)} dòng. Hãy chia danh sách thành nhiều tệp.",
        TooManyColumns x => $"Trang tính có quá {Number(x.Limit)} cột. Hãy xóa các cột thừa bên phải rồi tải lên lại.",
        CellTooLong x => $"Có ô dài hơn {Number(x.Limit)} ký tự. Hãy rút ngắn hoặc xóa ô đó rồi tải lên lại.",
        NoSheet => "Tệp không có trang tính nào đang hiện để đọc. Hãy mở bằng Excel, bỏ ẩn trang tính có danh sách rồi tải lên lại.",
        SheetNotFound x => $"Tệp không có trang tính “{x.Name}”. Các trang tính trong tệp: {string.Join(", ", x.Available)}.",
        UnknownEncoding => "Tệp văn bản dùng bảng mã cũ (TCVN3, VNI hoặc khác) nên chưa đọc được. Hãy mở bằng Excel, lưu thành .xlsx hoặc “CSV UTF-8” rồi tải lên lại.",
        DamagedText x => $"Dòng {Number(x.Line)} của tệp văn bản có ký tự bị hỏng nên chưa đọc tệp này (bảng mã vẫn là UTF-8). Hãy mở tệp, gõ lại chữ bị hỏng ở dòng đó, lưu thành “CSV UTF-8” hoặc .xlsx rồi tải lên lại.",
        QuoteNotClosed x => $"Dòng {Number(x.Line)} của tệp văn bản có dấu ngoặc kép (\") mở mà không đóng nên không rõ ô đó kết thúc ở đâu. Hãy thêm dấu đóng hoặc bỏ dấu đó, hoặc mở bằng Excel, lưu thành .xlsx rồi tải lên lại.",
        OwnerFile => "Đây là tệp tạm “~$” do Excel tạo khi đang mở danh sách. Hãy chọn tệp cùng tên không có “~$”.",
        NoHeaderRow => "Không tìm thấy dòng tiêu đề có cột “Họ và tên” trong các dòng đầu của trang tính. Hãy chỉ rõ dòng tiêu đề và các cột, hoặc thêm dòng tiêu đề rồi tải lên lại.",
        ColumnsMissing x => $"Danh sách thiếu cột bắt buộc: {Fields(x.Fields)}. Hãy chỉ rõ các cột, hoặc sửa lại tên cột rồi tải lên lại.",
        ColumnTwice x => $"Có nhiều cột cùng là “{MemberFieldText.Of(x.Field)}”: {string.Join(", ", x.Headers.Select(header => $"“{header}”"))}. Hãy chỉ rõ cột nào đúng, hoặc giữ một cột rồi tải lên lại.",
        ColumnsDoNotFit x => $"Cột “{x.Header}” được hiểu là “{MemberFieldText.Of(x.Field)}” nhưng phần lớn giá trị không phải như vậy (ví dụ “{x.Example}”). Hãy chỉ rõ các cột, hoặc sửa tệp rồi tải lên lại.",
        ColumnNotUnderstood x => $"Cột “{x.Header}” chưa rõ là nội dung gì mà lại chứa {x.Content switch
        {
            ColumnContent.CitizenNumbers => "số 12 chữ số như số định danh",
            ColumnContent.Telephones => "số như số điện thoại",
            _ => "ngày tháng năm",
        }} (ví dụ “{x.Example}”). Hãy cho biết cột đó là gì; nếu không dùng, hãy giữ “không dùng” rồi đọc lại.",
        ColumnOfWhom x => $"Cột “{x.Header}” đứng sau cột “{x.Other}” nên không rõ là của hội viên hay của người đó. Hãy chỉ rõ các cột; cột của người khác thì chọn “không dùng”.",
        WhichSheets x => $"Tệp có nhiều trang tính chứa danh sách khác nhau: {string.Join(", ", x.Names.Select(name => $"“{name}”"))}. Hãy chọn những trang cần nhập.",
        NoHeadingThere x => $"Dòng {Number(x.Row)} của trang tính “{x.Sheet}” để trống hoặc ở quá xa phía dưới nên không thể là dòng tiêu đề. Hãy ghi lại số dòng; không có tiêu đề thì ghi 0.",
        FieldsNotChosen x => $"Chưa chọn cột cho: {Fields(x.Fields)}. Hãy chọn cột họ và tên, và ít nhất một cột ngày sinh hoặc số định danh.",
        FieldChosenTwice x => $"Có hai cột cùng được chọn là “{MemberFieldText.Of(x.Field)}”. Hãy chỉ giữ một cột.",
        ColumnChosenTwice x => $"Cột thứ {x.Index + 1} được chọn cho hai nội dung. Hãy chỉ giữ một nội dung cho cột này.",
        EncodingUnclear x => $"Cột “{x.Header}” dùng phông chữ cũ nhưng không rõ là TCVN3 hay VNI. Hãy chọn bảng mã của danh sách.",
        _ => throw new InvalidOperationException($"{refusal.GetType().Name} has no text"),
    };

    private static string Changed(RegisterChangedSinceCheck change) => (change.Rows, change.Missing) switch
    {
        (var rows, 0) => $"{Number(rows)} dòng",
        (0, var people) => $"{Number(people)} người không có tên trong danh sách",
        var (rows, people) => $"{Number(rows)} dòng và {Number(people)} người không có tên trong danh sách",
    };

    private static string NotReady(MemberImportState state) => state switch
    {
        MemberImportState.Reading => "đang được đọc nên chưa làm được việc này. Hãy chờ đọc xong rồi làm lại.",
        MemberImportState.Committed => "đã được ghi vào sổ nên không làm việc này được nữa. Hãy mở lại đợt nhập để xem kết quả.",
        MemberImportState.Refused => "không đọc được nên không làm tiếp được. Hãy mở lại đợt nhập để xem lý do, sửa tệp rồi tải lên lại.",
        MemberImportState.Discarded => "đã bị bỏ, không có gì được ghi vào sổ. Nếu vẫn cần nhập, hãy tải danh sách lên lại.",
        MemberImportState.Asking => "đang chờ bạn trả lời để đọc được tệp. Hãy mở lại đợt nhập và trả lời trước.",
        MemberImportState.Undone => "đã được hoàn tác nên không làm việc này được nữa. Nếu vẫn cần ghi, hãy tải danh sách lên lại.",
        _ => "đã đọc xong và đang chờ ghi vào sổ nên không làm việc này ở bước này được. Hãy mở lại đợt nhập để xem.",
    };

    private static string SeemsToBe(FileContent content) => content switch
    {
        FileContent.Text => " mà có vẻ là văn bản thường",
        FileContent.WebPage => " mà là trang web lưu dưới tên .xls",
        FileContent.Pdf => " mà là tệp PDF",
        FileContent.Picture => " mà là hình ảnh",
        FileContent.Word => " mà là văn bản Word",
        FileContent.Presentation => " mà là tệp trình chiếu",
        FileContent.Archive => " mà là tệp nén",
        _ => "",
    };

    private static string WhatToDo(FileContent content) => content switch
    {
        FileContent.WebPage => "Hãy mở bằng Excel, chọn Lưu thành, loại “Excel Workbook (*.xlsx)”, rồi tải lên lại.",
        FileContent.Word => "Hãy chép bảng danh sách sang Excel, lưu thành .xlsx rồi tải lên lại.",
        FileContent.Archive => "Hãy giải nén rồi tải lên tệp danh sách bên trong.",
        _ => "Hãy chọn tệp .xlsx, .xls hoặc .csv.",
    };

    private static string Fields(IEnumerable<MemberField> fields) => string.Join(", ", fields.Select(field => $"“{MemberFieldText.Of(field)}”"));

    private static string Number(long value) => value.ToString("N0", CultureInfo.GetCultureInfo("vi-VN"));

    private static string Size(long bytes) =>
        bytes >= 1L << 30 ? $"{Number(bytes >> 30)} GB" : bytes >= 1L << 20 ? $"{Number(bytes >> 20)} MB" : $"{Number(bytes)} byte";
}
