using Membership.Domain.Members;
using static Membership.App.Samples.ListPeople;

namespace Membership.App.Samples;

/// <summary>Lists with one row of headings; what is wrong with them is in the cells.</summary>
internal static class TidyLists
{
    private static readonly PersonWish Young = new(16, 30);

    public static SampleList PlainFarmers()
    {
        var home = SampleCommunes.PhongDien;
        var list = new ListPeople(1, home);
        var sheet = new SampleSheet("Danh sách", 9);
        sheet.Add("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Số điện thoại", "Địa chỉ", "Chi hội", "Ngày vào Hội");
        var people = list.Draw(180, new PersonWish(18, 78));
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
        {
            sheet.Add(number, person.FullName, Born(person), SexOf(person), NumberOf(person), person.Phone, person.Address,
                UnitNames.Branch("HND", home, person.Neighbourhood), list.Admission(person, 18));
        }

        return new SampleList("01-nong-dan-phong-dien.xlsx", "Một dòng tiêu đề, số CCCD là văn bản", "HND", home, new(people.Count), sheet);
    }

    public static SampleList NumbersWithoutZeros()
    {
        var home = SampleCommunes.TanAn;
        var list = new ListPeople(3, home);
        var sheet = new SampleSheet("Đoàn viên công đoàn", 8);
        sheet.AddAcross("DANH SÁCH ĐOÀN VIÊN CÔNG ĐOÀN PHƯỜNG TÂN AN");
        sheet.AddBlank();
        sheet.Add("TT", "Họ và tên", "Ngày sinh", "Phái", "Số định danh cá nhân", "Số ĐT", "Đơn vị công tác", "Ngày vào công đoàn");
        var people = list.Draw(60, new PersonWish(20, 58), isNumbered: true);
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
        {
            var phone = person.Phone is null ? new SampleCell(null) : new SampleCell(NumberIn(person.Phone), number % 3 == 0 ? "0#########" : null);
            sheet.Add(number, person.FullName, Born(person), SexOf(person), new SampleCell(NumberIn(person.CitizenId!), "0"), phone,
                UnitNames.Branch("CD", home, person.Neighbourhood), list.Admission(person, 20));
        }

        return new SampleList(
            "03-cong-doan-tan-an.xlsx", "Số CCCD và điện thoại gõ dạng số nên mất số 0 ở đầu", "CD", home, new(people.Count), sheet);
    }

    public static SampleList MixedDates()
    {
        var home = SampleCommunes.CaiKhe;
        var list = new ListPeople(4, home);
        var sheet = new SampleSheet("Chi đoàn", 8);
        sheet.Add("STT", "Họ và tên", "Ngày sinh", "Giới tính", "CCCD", "Điện thoại", "Chi đoàn", "Ngày vào Đoàn");
        var people = list.Draw(90, Young);
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
        {
            sheet.Add(number, person.FullName, MixedDate(person, list.Random), SexOf(person), NumberOf(person), person.Phone,
                UnitNames.Branch("DTN", home, person.Neighbourhood), list.Admission(person, 16));
        }

        return new SampleList(
            "04-doan-cai-khe.xlsx", "Ngày sinh lẫn lộn: ngày của Excel, chữ có ký tự TAB, chỉ có năm, năm nằm trong ô định dạng ngày", "DTN", home,
            new(people.Count), sheet);
    }

    public static SampleList SemicolonText()
    {
        var home = SampleCommunes.NinhKieu;
        var list = new ListPeople(8, home);
        var sheet = new SampleSheet("", 9);
        sheet.Add("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Chi đoàn", "Ngày vào Đoàn", "Ghi chú");
        var people = list.Draw(100, Young);
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
        {
            sheet.Add(Ordinal(number), person.FullName, Born(person), SexOf(person), NumberOf(person), person.Phone,
                UnitNames.Branch("DTN", home, person.Neighbourhood), list.Admission(person, 16), number % 9 == 0 ? "Sinh viên; ở trọ" : "");
        }

        return new SampleList("08-doan-ninh-kieu.csv", "CSV, UTF-8 có BOM, phân cách bằng dấu chấm phẩy", "DTN", home, new(people.Count), sheet) { Separator = ';' };
    }

    public static SampleList CommaText()
    {
        var home = SampleCommunes.ChauThanh;
        var list = new ListPeople(11, home);
        var sheet = new SampleSheet("", 7);
        sheet.Add("Số TT", "Họ, chữ đệm và tên", "Sinh ngày", "GT", "CMND/CCCD", "Nơi ở hiện nay", "Ngày vào Hội CCB");
        var people = list.Draw(36, new PersonWish(45, 82, Sex.Male));
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
            sheet.Add(Ordinal(number), person.FullName, Born(person), SexOf(person), NumberOf(person), person.Address, list.Admission(person, 42));

        return new SampleList(
            "11-cuu-chien-binh-chau-thanh.csv", "CSV, UTF-8 không BOM, phân cách bằng dấu phẩy, địa chỉ trong ngoặc kép", "CCB", home, new(people.Count), sheet)
        { Separator = ',' };
    }

    private static double NumberIn(string digits) => double.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static SampleCell MixedDate(SamplePerson person, SampleRandom random)
    {
        var isWhole = person.BirthDate!.Value.IsWholeDate;
        return random.Below(10) switch
        {
            < 5 when isWhole => person.BornOn,
            < 8 when isWhole => "\t" + Born(person),
            < 8 => Born(person),
            8 => person.BornOn.Year,
            _ => new SampleCell((double)person.BornOn.Year, SampleCell.DayFormat),
        };
    }
}
