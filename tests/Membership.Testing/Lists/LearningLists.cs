namespace Membership.Testing.Lists;

/// <summary>How levels of learning are written: classes, abbreviations, a tick under each level.</summary>
internal static class LearningLists
{
    public static IEnumerable<RealList> All() =>
    [
        new ListDraft("education-as-classes")
        {
            Heading = [[.. ListDraft.PlainHeading, "Trình độ văn hóa"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), number % 2 == 0 ? "9/12" : "12/12"],
            Expected = (expected, person) => expected with { Education = person.Number % 2 == 0 ? "9/12" : "12/12" },
        }.ToWorkbook(),
        new ListDraft("education-that-excel-took-for-days")
        {
            Heading = [[.. ListDraft.PlainHeading, "Học vấn"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), new DateOnly(2025, 12, number)],
            Expected = (expected, person) => expected with { Education = $"{person.Number - Invented.All[0].Number + 1}/12" },
            Repairs = [("ClassInDateCell", Invented.All.Count)],
        }.ToWorkbook(),
        new ListDraft("levels-abbreviated")
        {
            Heading = [[.. ListDraft.PlainHeading, "Học vấn", "Chuyên môn", "LLCT"]],
            Row = (person, number) => [.. ListDraft.Plain(person, number), "THPT", number % 2 == 0 ? "ĐH Luật" : "TC", "SC"],
            Expected = (expected, person) => expected with
            {
                Education = "Trung học phổ thông",
                Qualification = person.Number % 2 == 0 ? "Đại học Luật" : "Trung cấp",
                PoliticalTheory = "Sơ cấp",
            },
        }.ToWorkbook(),
        new ListDraft("levels-ticked")
        {
            Heading =
            [
                ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Trình độ chuyên môn", null, null, "Lý luận chính trị", null],
                [null, null, null, null, null, "Trung cấp", "Cao đẳng", "Đại học", "Sơ cấp", "Trung cấp"],
            ],
            Row = (person, number) => [.. ListDraft.Plain(person, number), null, number % 2 == 0 ? "x" : null, number % 2 == 0 ? null : "X", null, "x"],
            Expected = (expected, person) => expected with { Qualification = person.Number % 2 == 0 ? "Cao đẳng" : "Đại học", PoliticalTheory = "Trung cấp" },
        }.ToWorkbook(),
    ];
}
