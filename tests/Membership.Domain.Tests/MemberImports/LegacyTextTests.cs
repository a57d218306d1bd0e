using Membership.Domain.MemberImports;

namespace Membership.Domain.Tests.MemberImports;

public sealed class LegacyTextTests
{
    /// <summary>Each letter with its TCVN3 form ("!": only in fonts of capitals) and its VNI form, from the tables of UniKey.</summary>
    private const string AllLetters =
        "Á¸!|AÙ á¸|aù Àµ!|AØ àµ|aø Ả¶!|AÛ ả¶|aû Ã·!|AÕ ã·|aõ Ạ¹!|AÏ ạ¹|aï Â¢|AÂ â©|aâ ẤÊ!|AÁ ấÊ|aá ẦÇ!|AÀ ầÇ|aà ẨÈ!|AÅ ẩÈ|aå ẪÉ!|AÃ ẫÉ|aã "
        + "ẬË!|AÄ ậË|aä Ă¡|AÊ ă¨|aê Ắ¾!|AÉ ắ¾|aé Ằ»!|AÈ ằ»|aè Ẳ¼!|AÚ ẳ¼|aú Ẵ½!|AÜ ẵ½|aü ẶÆ!|AË ặÆ|aë Đ§|Ñ đ®|ñ ÉÐ!|EÙ éÐ|eù ÈÌ!|EØ èÌ|eø "
        + "ẺÎ!|EÛ ẻÎ|eû ẼÏ!|EÕ ẽÏ|eõ ẸÑ!|EÏ ẹÑ|eï Ê£|EÂ êª|eâ ẾÕ!|EÁ ếÕ|eá ỀÒ!|EÀ ềÒ|eà ỂÓ!|EÅ ểÓ|eå ỄÔ!|EÃ ễÔ|eã ỆÖ!|EÄ ệÖ|eä ÍÝ!|Í íÝ|í "
        + "Ì×!|Ì ì×|ì ỈØ!|Æ ỉØ|æ ĨÜ!|Ó ĩÜ|ó ỊÞ!|Ò ịÞ|ò Óã!|OÙ óã|où Òß!|OØ òß|oø Ỏá!|OÛ ỏá|oû Õâ!|OÕ õâ|oõ Ọä!|OÏ ọä|oï Ô¤|OÂ ô«|oâ Ốè!|OÁ "
        + "ốè|oá Ồå!|OÀ ồå|oà Ổæ!|OÅ ổæ|oå Ỗç!|OÃ ỗç|oã Ộé!|OÄ ộé|oä Ơ¥|Ô ơ¬|ô Ớí!|ÔÙ ớí|ôù Ờê!|ÔØ ờê|ôø Ởë!|ÔÛ ởë|ôû Ỡì!|ÔÕ ỡì|ôõ Ợî!|ÔÏ "
        + "ợî|ôï Úó!|UÙ úó|uù Ùï!|UØ ùï|uø Ủñ!|UÛ ủñ|uû Ũò!|UÕ ũò|uõ Ụô!|UÏ ụô|uï Ư¦|Ö ư\u00AD|ö Ứø!|ÖÙ ứø|öù Ừõ!|ÖØ ừõ|öø Ửö!|ÖÛ ửö|öû "
        + "Ữ÷!|ÖÕ ữ÷|öõ Ựù!|ÖÏ ựù|öï Ýý!|YÙ ýý|yù Ỳú!|YØ ỳú|yø Ỷû!|YÛ ỷû|yû Ỹü!|YÕ ỹü|yõ Ỵþ!|Î ỵþ|î ";

    [Fact]
    public void Decode_WhenAnyVietnameseLetter_GivesIt()
    {
        var letters = AllLetters.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var wrong = letters.Where(entry => FromTcvn3(entry) != entry[..1] || FromVni(entry) != entry[..1]);

        Assert.Equal(134, letters.Length);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("NguyÔn V¨n Hïng", "Nguyễn Văn Hùng")]
    [InlineData("§Æng ThÞ H\u00AD\u00ADng", "Đặng Thị Hưưng")]
    [InlineData("ph\u00ADêng C¸i KhÕ", "phường Cái Khế")]
    [InlineData("ph-êng C¸i KhÕ", "phường Cái Khế")] // The soft hyphen made visible.
    [InlineData("ph\u2212êng", "phường")]
    [InlineData("CÇn Th¬ - Ninh KiÒu", "Cần Thơ - Ninh Kiều")] // A hyphen that is one.
    [InlineData("Hä vµ tªn", "Họ và tên")]
    [InlineData("Phan V\u00A8n T\u00B8m", "Phan Văn Tám")]
    [InlineData("Lª ThÞ B\u0110", "Lê Thị Bé")] // D0 read as Windows-1258.
    public void Decode_WhenTcvn3_IsUnicode(string written, string text) => Assert.Equal(text, LegacyText.Decode(written, LegacyEncoding.Tcvn3));

    [Theory]
    [InlineData("Nguyeãn Vaên Huøng", "Nguyễn Văn Hùng")]
    [InlineData("NGUYEÃN VAÊN ÑÖÔÏC", "NGUYỄN VĂN ĐƯỢC")]
    [InlineData("HOÏ VAØ TEÂN", "HỌ VÀ TÊN")]
    [InlineData("Huyønh Thò Myõ", "Huỳnh Thị Mỹ")]
    [InlineData("phöôøng Caùi Kheá", "phường Cái Khế")]
    [InlineData("Caàn Thô", "Cần Thơ")]
    [InlineData("Voõ Vaên Kieät", "Võ Văn Kiệt")]
    public void Decode_WhenVni_IsUnicode(string written, string text) => Assert.Equal(text, LegacyText.Decode(written, LegacyEncoding.Vni));

    [Fact]
    public void Decode_WhenTheFontDrawsCapitals_GivesCapitals() =>
        Assert.Equal("NGUYỄN VĂN HÙNG", LegacyText.Decode("NguyÔn V¨n Hïng", LegacyEncoding.Tcvn3, capitals: true));

    [Theory]
    [InlineData("Hä vµ tªn", "Họ và tên")]
    [InlineData("NAÊM SINH", "NĂM SINH")]
    [InlineData("NÖÕ", "NỮ")]
    public void Candidates_WhenHeadingInOldLetters_HoldWhatItMeans(string heading, string text) =>
        Assert.Contains(text, LegacyText.Candidates(heading));

    [Theory]
    [InlineData("Họ và tên")]
    [InlineData("STT")]
    public void Candidates_WhenHeadingInUnicode_AreItselfAlone(string heading) => Assert.Equal([heading], LegacyText.Candidates(heading));

    [Theory]
    [InlineData("Ghi chú")] // "Ghi chỳ" as TCVN3.
    [InlineData("Soá CCCD")] // A word as it stands, and Số in VNI.
    public void Candidates_WhenLettersAreOfSeveral_BeginWithTheTextItself(string heading) => Assert.Equal(heading, LegacyText.Candidates(heading).First());

    private static string FromTcvn3(string entry) => LegacyText.Decode(entry[1..2], LegacyEncoding.Tcvn3, entry[2] == '!');

    private static string FromVni(string entry) => LegacyText.Decode(entry[(entry.IndexOf('|', StringComparison.Ordinal) + 1)..], LegacyEncoding.Vni);
}
