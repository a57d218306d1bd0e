using System.Text;
using Membership.App.MemberImports;
using Membership.Domain;
using Membership.Domain.MemberImports;
using Membership.Testing;

namespace Membership.App.Tests.MemberImports;

/// <summary>An officer's desk: hands lists to a register of its own.</summary>
internal sealed class ImportDesk(TestDatabase database) : IAsyncDisposable
{
    public const string Header = "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Chi hội,Ngày vào Hội";
    public static readonly DateOnly AsOf = new(2025, 12, 31);

    public TestDatabase Database { get; } = database;

    public static async Task<ImportDesk> OpenAsync() => new(await TestDatabase.CreateAsync());

    public Task<Outcome<long>> ReceiveAsync(string list, string organization = "HND", string locality = "31120", DateOnly? asOf = null, ListChoices? choices = null) =>
        Database.Send(new ReceiveMemberList(
            new MemoryStream(Encoding.UTF8.GetBytes(list)), "danh-sach.csv", organization, locality, asOf ?? AsOf, null, choices));

    public async Task<long> ReceiveAsync(WorkbookBuilder workbook, string organization = "HND", string locality = "31120", ListChoices? choices = null) =>
        (await Database.Send(new ReceiveMemberList(
            new MemoryStream(workbook.ToBytes()), "danh-sach.xlsx", organization, locality, AsOf, Choices: choices))).Value;

    /// <summary>A list of lines under <see cref="Header"/>, received and checked.</summary>
    public async Task<MemberImport> CheckAsync(
        string[] lines, string organization = "HND", string locality = "31120", DateOnly? asOf = null, ListChoices? choices = null)
    {
        var received = await ReceiveAsync(Header + "\n" + string.Join('\n', lines) + "\n", organization, locality, asOf, choices);
        return (await Database.Send(new CheckMemberList(received.Value))).Value;
    }

    public async Task<MemberImport> ImportAsync(string[] lines, string organization = "HND", string locality = "31120", DateOnly? asOf = null)
    {
        var import = await CheckAsync(lines, organization, locality, asOf);
        await CommitAsync(import.Id);
        return import;
    }

    /// <summary>Commits, agreeing to all that is proposed.</summary>
    public async Task<CommitSummary> CommitAsync(long importId)
    {
        var committed = await Database.Send(new CommitMemberImport(importId));
        if (committed.Refusal is RepairsNotAnswered open)
        {
            _ = (await Database.Send(new AnswerRepairs(importId, open.Repairs.ToDictionary(repair => repair.Code, _ => true)))).Value;
            committed = await Database.Send(new CommitMemberImport(importId));
        }

        if (committed.Refusal is ListNotAnswered)
        {
            await AnswerAsync(importId, KnownAnswer.Take);
            committed = await Database.Send(new CommitMemberImport(importId));
        }

        return committed.Value;
    }

    /// <summary>One answer about all that the list says otherwise of known people.</summary>
    public async Task<RepairsAnswered> AnswerAsync(long importId, KnownAnswer answer) =>
        (await Database.Send(new AnswerRepairs(importId, new Dictionary<RepairCode, bool>(), Questions: ListAnswers.ForAll(answer)))).Value;

    public static (int New, int Changed, int Unchanged, int Doubtful, int Rejected) Counts(MemberImport import) =>
        (import.NewRows, import.ChangedRows, import.UnchangedRows, import.DoubtfulRows, import.RejectedRows);

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
