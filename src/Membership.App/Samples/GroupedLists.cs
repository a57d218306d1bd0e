using System.Globalization;
using System.Text;
using Membership.Domain.Members;
using static Membership.App.Samples.ListPeople;

namespace Membership.App.Samples;

/// <summary>Lists with titles above, groups within and signatures below, made to be printed.</summary>
internal static class GroupedLists
{
    private const char NoBreakSpace = '\u00a0';
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"];

    public static SampleList VeteransBySex()
    {
        var home = SampleCommunes.NinhKieu;
        var list = new ListPeople(2, home);
        var men = list.Draw(112, new PersonWish(45, 84, Sex.Male));
        var women = list.Draw(8, new PersonWish(50, 80, Sex.Female));
        var sheet = new SampleSheet("DS hội viên ", 8);
        AddVeteransHead(sheet);
        var number = 0;
        foreach (var branch in men.Concat(women).GroupBy(person => person.Neighbourhood).OrderBy(group => group.Key))
        {
            sheet.AddAcross(UnitNames.Branch("CCB", home, branch.Key));
            foreach (var person in branch)
                AddVeteran(sheet, ++number, person, list);
            sheet.AddAt(1, $"Cộng: {branch.Count()} hội viên");
        }

        sheet.AddAt(1, $"Tổng cộng: {number} hội viên");
        AddSignatures(sheet, 5, "Ninh Kiều", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH");
        return new SampleList(
            "02-cuu-chien-binh-ninh-kieu.xlsx", "Dòng tên cơ quan, tiêu đề hai dòng Năm sinh Nam | Nữ, dòng đánh số cột, tên chi hội xen giữa, cộng và phần ký tên", "CCB",
            home, new(number), sheet);
    }

    public static SampleList WomenWithoutMarks()
    {
        var home = SampleCommunes.PhuLoi;
        var list = new ListPeople(5, home);
        var sheet = new SampleSheet("Sheet1", 7);
        sheet.AddAcross("DANH SACH HOI VIEN PHU NU PHUONG PHU LOI");
        sheet.Add("STT", "HO VA TEN", "NAM SINH", "CMND/CCCD", "SDT", "KHOM", "GHI CHU");
        var people = list.Draw(150, new PersonWish(18, 80, Sex.Female));
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
        {
            var name = person.FullName.ToUpper(Vietnamese);
            sheet.Add(number, number % 2 == 0 ? name.Normalize(NormalizationForm.FormD) : name, Born(person), NumberOf(person), person.Phone,
                home.Neighbourhood(person.Neighbourhood), null);
        }

        return new SampleList(
            "05-phu-nu-phu-loi.xlsx", "Tiêu đề không dấu “HO VA TEN”, họ tên chữ hoa, một nửa là Unicode tổ hợp", "LHPN", home, new(people.Count), sheet);
    }

    public static SampleList FarmersInTwoColumns()
    {
        var home = SampleCommunes.ChauThanh;
        var list = new ListPeople(6, home);
        var sheet = new SampleSheet("Hội viên", 9);
        sheet.AddAcross("HỘI NÔNG DÂN XÃ CHÂU THÀNH");
        sheet.AddAcross("DANH SÁCH HỘI VIÊN");
        sheet.Add("STT", "Họ đệm", "Tên ", "Ngày sinh", "Giới tính", "CCCD/CMND", "SĐT", "Ấp", "Ngày vào Hội");
        var people = list.Draw(75, new PersonWish(18, 78));
        foreach (var (person, number) in people.Select((person, place) => (person, place + 1)))
        {
            var lastSpace = person.FullName.LastIndexOf(' ');
            sheet.Add(number, Padded(person.FullName[..lastSpace]), Padded(person.FullName[(lastSpace + 1)..]), Padded(Born(person)), SexOf(person),
                Padded(NumberOf(person)), Padded(person.Phone), home.Neighbourhood(person.Neighbourhood), list.Admission(person, 18));
        }

        for (var number = people.Count + 1; number <= people.Count + 40; number++)
            sheet.Add(number);
        return new SampleList(
            "06-nong-dan-chau-thanh.xlsx", "Họ đệm | Tên hai cột, khoảng trắng đặc biệt (U+00A0) quanh ô, số thứ tự gõ sẵn", "HND", home, new(people.Count), sheet);
    }

    public static SampleList WomenInGroups()
    {
        var home = SampleCommunes.PhongDien;
        var list = new ListPeople(7, home);
        var people = list.Draw(200, new PersonWish(18, 80, Sex.Female));
        var sheet = new SampleSheet("Toàn xã", 7);
        sheet.AddAcross("HỘI LIÊN HIỆP PHỤ NỮ XÃ PHONG ĐIỀN");
        sheet.AddAcross("DANH SÁCH HỘI VIÊN NĂM 2026");
        foreach (var (branch, place) in people.GroupBy(person => person.Neighbourhood % Roman.Length).OrderBy(group => group.Key).Select((group, place) => (group, place)))
        {
            sheet.AddAcross($"{Roman[place]}. {UnitNames.Branch("LHPN", home, branch.Key).ToUpper(Vietnamese)}");
            sheet.Add("STT", "Họ và tên", "Ngày, tháng, năm sinh", "Số CCCD", "Số điện thoại", "Địa chỉ", "Ngày vào Hội");
            foreach (var (person, number) in branch.Select((person, index) => (person, index + 1)))
                sheet.Add(number, person.FullName, Born(person), NumberOf(person), person.Phone, person.Address, list.Admission(person, 18));
            sheet.AddAt(1, $"Cộng chi hội: {branch.Count()} hội viên");
        }

        sheet.AddAcross($"Ấn định danh sách có {people.Count} hội viên.");
        AddSignatures(sheet, 4, "Phong Điền", "TM. BAN THƯỜNG VỤ", "CHỦ TỊCH");
        return new SampleList(
            "07-phu-nu-phong-dien.xlsx", "Nhóm đánh số La Mã, tiêu đề lặp lại và cộng ở từng nhóm, số thứ tự bắt đầu lại từ 1", "LHPN", home, new(people.Count), sheet);
    }

    private static void AddVeteransHead(SampleSheet sheet)
    {
        sheet.AddTwo("HỘI CỰU CHIẾN BINH THÀNH PHỐ CẦN THƠ", 4, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        sheet.AddTwo("HỘI CỰU CHIẾN BINH PHƯỜNG NINH KIỀU", 4, "Độc lập - Tự do - Hạnh phúc");
        sheet.AddBlank();
        sheet.AddAcross("DANH SÁCH HỘI VIÊN");
        sheet.AddAcross("(Tính đến ngày 30/6/2026)");
        sheet.AddBlank();
        sheet.Add("STT", "Họ và tên", "Năm sinh", null, "Số CCCD", "Địa chỉ", "Ngày vào Hội", "Ghi chú");
        sheet.MergeUp(2, 3, 1);
        sheet.Add(null, null, "Nam", "Nữ ");
        foreach (var column in new[] { 0, 1, 4, 5, 6, 7 })
            sheet.MergeUp(column, column, 2);
        sheet.Add("(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)");
    }

    private static void AddVeteran(SampleSheet sheet, int number, SamplePerson person, ListPeople list)
    {
        SampleCell born = person.BirthDate!.Value.IsWholeDate ? Born(person) : person.BornOn.Year;
        var isMan = person.Sex == Sex.Male;
        sheet.Add(number, person.FullName, isMan ? born : null, isMan ? null : born, NumberOf(person), person.Address, list.Admission(person, 42), null);
    }

    private static void AddSignatures(SampleSheet sheet, int column, string place, string signer, string office)
    {
        sheet.AddBlank();
        sheet.AddAt(column, $"{place}, ngày 30 tháng 6 năm 2026");
        sheet.AddTwo("NGƯỜI LẬP BIỂU", column, signer);
        sheet.AddTwo("(Ký, ghi rõ họ tên)", column, office);
        sheet.AddBlank();
        sheet.AddTwo("Nguyễn Thị Mẫu", column, "Trần Văn Mẫu");
    }

    private static string? Padded(string? text) => text is null ? null : $"{NoBreakSpace}{text}{NoBreakSpace}";
}
