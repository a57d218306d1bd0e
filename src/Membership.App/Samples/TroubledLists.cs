using System.Globalization;
using static Membership.App.Samples.ListPeople;

namespace Membership.App.Samples;

/// <summary>Lists of which not every row can be taken at once.</summary>
internal static class TroubledLists
{
    private const int RejectedPeople = 14;
    private const int DoubtfulPeople = 1;
    private const int CertainPeople = 52;
    private const int KnownPeople = 60;
    private const int ChangesPhoneEvery = 4;

    public static SampleList RejectedRows()
    {
        var home = SampleCommunes.TaiVan;
        var list = new ListPeople(9, home);
        var people = list.Draw(60, new PersonWish(18, 78), isNumbered: true);
        var rows = people.Select(person => Row(person, list.Admission(person, 18))).ToList();
        Spoil(rows);
        var sheet = new SampleSheet("Danh sách", 7);
        sheet.Add("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Ấp", "Ngày vào Hội");
        foreach (var (row, number) in rows.Select((row, place) => (row, place + 1)))
            sheet.Add([number, .. row.Select(text => new SampleCell(text))]);
        return new SampleList(
            "09-nong-dan-tai-van.xlsx", "Có dòng bị từ chối: ngày không có thật, thiếu họ tên, nhiều người trong một ô, số không đọc được; có người ghi hai lần", "HND",
            home, new(rows.Count - RejectedPeople - DoubtfulPeople, Doubtful: DoubtfulPeople, Rejected: RejectedPeople), sheet);

        string?[] Row(SamplePerson person, string admission) =>
            [person.FullName, Born(person), SexOf(person), person.CitizenId, home.Neighbourhood(person.Neighbourhood), admission];
    }

    /// <summary>Members of other organizations of the demonstration in the same commune, who now join the union too.</summary>
    public static SampleList Overlap()
    {
        var home = SampleCommunes.CaiKhe;
        var list = new ListPeople(10, home);
        var plan = DemoPlan.Standard;
        var stories = plan.TellerOf(home).Tell(plan.PeopleOf(home)).ToList();
        stories.ForEach(story => list.Avoid(story.Person));
        var known = stories.Where(IsFitForUnion).Select(story => story.Person)
            .DistinctBy(person => (person.FullName, person.BornOn.Year)).Take(KnownPeople).ToList();
        var strangers = list.Draw(12, new PersonWish(20, 56));
        var sheet = new SampleSheet("Công đoàn viên", 7);
        sheet.AddAcross("DANH SÁCH ĐOÀN VIÊN CÔNG ĐOÀN MỚI KẾT NẠP - PHƯỜNG CÁI KHẾ");
        sheet.Add("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Điện thoại", "Ngày vào công đoàn");
        foreach (var (person, number) in known.Concat(strangers).Select((person, place) => (person, place + 1)))
            sheet.Add([number, .. OverlapRow(person, number, list)]);
        return new SampleList(
            "10-cong-doan-cai-khe.xlsx", "Trùng người với tổ chức khác trong dữ liệu mẫu: một số đổi số điện thoại, một số chỉ có họ tên và năm sinh", "CD", home,
            new(known.Count + strangers.Count), sheet)
        {
            IntoDemo = new(New: strangers.Count, Changed: CertainPeople, Doubtful: known.Count - CertainPeople),
        };
    }

    private static SampleCell[] OverlapRow(SamplePerson person, int number, ListPeople list)
    {
        var admission = string.Create(CultureInfo.InvariantCulture, $"{list.Random.Between(1, 28):00}/06/2026");
        var isDoubtful = number is > CertainPeople and <= KnownPeople;
        var phone = number <= CertainPeople && number % ChangesPhoneEvery == 0 ? list.Phone() : person.Phone;
        return isDoubtful
            ? [person.FullName, (double)person.BornOn.Year, SexOf(person), null, null, admission]
            : [person.FullName, Born(person), SexOf(person), NumberOf(person), phone, admission];
    }

    private static bool IsFitForUnion(PersonStory story)
    {
        var staysHere = story.Residences is [{ To: null }] && story.Memberships.Any(membership => membership.To is null);
        var person = story.Person;
        return staysHere && person is { CitizenId: not null, BirthDate.IsWholeDate: true }
            && person.AgeOn(SampleList.AsOf) is >= 22 and <= 55
            && story.Memberships.All(membership => membership.Organization != "CD");
    }

    /// <summary>Makes rows unreadable in the ways that real lists do, and lists two people twice: one surely, one perhaps.</summary>
    private static void Spoil(List<string?[]> rows)
    {
        const int name = 0, born = 1, sex = 2, number = 3;
        rows[3][born] = "29/02/1995";
        rows[7][born] = "31/04/1988";
        rows[11][born] = "35/13/1979";
        rows[15][born] = "12/05/2031";
        rows[19][born] = "không rõ ngày";
        rows[23][name] = null;
        rows[27][name] = "";
        rows[31][name] = $"1. {rows[31][name]}\n2. {rows[32][name]}";
        rows[35][name] = $"{rows[35][name]} 0900000";
        rows[39][number] = "0942O1234567";
        rows[43][number] = "094201";
        rows[47][number] = "0" + rows[47][number];
        rows[51][sex] = "1";
        rows[55] = [.. rows[2]];
        rows[5][born] = rows[5][born]![^4..];
        rows[59] = [.. rows[5]];
        rows[59][number] = null;
    }
}
