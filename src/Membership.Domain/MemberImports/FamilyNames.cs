using Membership.Domain.Members;

namespace Membership.Domain.MemberImports;

/// <summary>Family names that people in Vietnam bear, to tell a place ("Thới Hòa") from a person ("Trần Hòa") in a row that says nothing else.</summary>
internal static class FamilyNames
{
    private const int MostWordsOfPlace = 4;

    // Folded. Of the Kinh, Hoa, Khmer and Cham of the Mekong delta, and of the peoples who came there; also those that are places as well:
    // in doubt a row is a person.
    private static readonly HashSet<string> All =
    [
        .. ("nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly lu luu ta mai to trinh dinh doan lam phung truong luong vuong cao chau "
            + "quach ha ton thai tong trieu kieu hua hong la lai lieu luc ma mac mach man nghiem nhan ninh nong ong phi pho phu quan tang than thach tieu tu "
            + "ung van vi viet danh kim neang kien son thi chung tat trang bach banh cu cung dam dao dau dien diep do duong giang giap khau khong khuu khuong khuc ky "
            + "lo long luyen nhu dong au an bo ca cam che chu chuong co con dai dieu du gia gian h hang hinh k khuu lang lau le mang my ngan nguy nhan "
            + "nham o oc on pa phuoc qua sa sam su sung ta te thao thieu thoi tho tinh tra tri trung tuong vang vien vo vong xa y yen dinh").Split(' '),
    ];

    // Words that begin places of the delta, and would be family names without them.
    private static readonly HashSet<string> OfPlaces = ["thoi", "phu", "an", "long", "my", "trung", "phuoc", "dong"];

    /// <summary>One to four words with a capital, the first of which is no family name.</summary>
    public static bool IsNone(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 1 and <= MostWordsOfPlace && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '\'')
            && Array.TrueForAll(words, word => char.IsUpper(word[0]) || char.IsDigit(word[0]))
            && PersonName.Fold(words[0]) is var first && (!All.Contains(first) || OfPlaces.Contains(first));
    }
}
