using Membership.App.MemberImports;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.Tests.MemberImports;

/// <summary>Lists about the same few invented people that contradict each other in everything that a list can say.</summary>
internal sealed class RandomLists(Random random)
{
    private static readonly string[] Names = ["Lê Thị Sen", "Trần Văn Súng", "Phạm Thị Lành", "Đỗ Minh Đức", "Võ Thị Út", "Nguyễn Văn Bé"];
    private static readonly string[] Organizations = ["HND", "LHPN"];
    private static readonly string[] Communes = ["31120", "31135"];
    private static readonly DateOnly[] Days = [new(2024, 12, 31), new(2025, 9, 30), new(2025, 12, 31), new(2026, 6, 30)];

    public async Task<long> ImportOneAsync(ImportDesk desk)
    {
        var people = Enumerable.Range(0, Names.Length).Where(_ => random.Next(3) > 0).Select(Line).ToArray();
        if (people.Length == 0)
            people = [Line(0)];
        var import = await desk.CheckAsync(people, Pick(Organizations), Pick(Communes), Pick(Days), new ListChoices
        {
            EmptyCells = Pick([EmptyCells.Keep, EmptyCells.Clear]),
            Mode = Pick([ListMode.Update, ListMode.Full]),
        });
        await DecideMissingAsync(desk, import);
        foreach (var row in (await desk.Database.Send(new GetImportPreview(import.Id, RowVerdict.Doubtful))).Value.Rows)
            await DecideAsync(desk, import.Id, row);
        _ = (await desk.Database.Send(new CommitMemberImport(import.Id))).Value;
        return import.Id;
    }

    private static async Task DecideMissingAsync(ImportDesk desk, MemberImport import)
    {
        if (import.MissingMembers == 0)
            return;

        var missing = (await desk.Database.Send(new GetMissingMembers(import.Id))).Value.Members;
        foreach (var one in missing.Where(one => one.Member.From < import.AsOf.AddDays(-1)))
            await desk.Database.Send(new DecideMissingMembers(import.Id, [one.Member.PersonId], MembershipReason.Withdrawal, import.AsOf));
    }

    private static async Task DecideAsync(ImportDesk desk, long import, PreviewRow row)
    {
        if (row.Candidates.Count > 0)
            await desk.Database.Send(new DecideImportRow(import, row.Row.RowNumber, RowDecision.AsKnownPerson, row.Candidates[0].PersonId));
        else
            await desk.Database.Send(new DecideImportRow(import, row.Row.RowNumber, RowDecision.AsNewPerson));
    }

    private string Line(int person)
    {
        var sex = Names[person].Contains("Thị", StringComparison.Ordinal) ? "Nữ" : "Nam";
        var number = random.Next(4) == 0 ? "" : $"092{(sex == "Nữ" ? 1 : 0)}8000000{person + 1}";
        var phone = random.Next(3) == 0 ? "" : $"09123456{random.Next(70, 80)}";
        var branch = random.Next(4) == 0 ? "" : $"Khu vực {random.Next(1, 4)}";
        var admitted = random.Next(2) == 0 ? "" : $"01/0{random.Next(1, 10)}/20{random.Next(15, 25)}";
        return $"{person + 1},{Names[person]},12/05/1980,{sex},{number},{phone},{branch},{admitted}";
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
