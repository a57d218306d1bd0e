using System.Text;
using Membership.App.Database;
using Membership.App.Localities;
using Membership.App.MemberImports;
using Membership.App.Members;
using Membership.App.PersonRequests;
using Membership.App.Users;
using Membership.Domain.Approvals;
using Membership.Domain.Members;
using Membership.Domain.Organizations;
using Membership.Domain.PersonRequests;
using Membership.Domain.Proposals;
using Membership.Domain.Users;
using Membership.Testing;
using Membership.Web.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace Membership.Web.Tests.Access;

/// <summary>Something of each kind that handlers are about, all in one commune and one organization.</summary>
internal sealed record Subject(
    string LocalityCode, string OrganizationCode, long ImportId, long PersonId, long ChangeId, long UserId, long GrantId, long ApprovalId, long RequestId, long ProposalId)
{
    public const string List = "STT,Họ và tên,Ngày sinh,Giới tính,Số CCCD,Điện thoại,Chi hội,Ngày vào Hội\n1,Phạm Thị Mười,12/05/1980,Nữ,,,Khu vực 1,01/06/2019\n";

    private static readonly DateOnly ListedOn = new(2025, 12, 1);

    /// <summary>The query of a figure there.</summary>
    public string Place => $"don-vi={LocalityCode}&ngay=2025-12-15&to-chuc={OrganizationCode}";

    /// <param name="personName">Looked for in answers: it must not be in those that are outside of the scope.</param>
    public static async Task<Subject> CreateAsync(TestDatabase database, LocalityOption commune, string organization, string personName)
    {
        var personId = await AddPersonAsync(database, commune, organization, personName);
        await database.Send(new CorrectPerson(personId, new Dictionary<PersonField, string?> { [PersonField.Phone] = "0912345678" }, "Bổ sung số điện thoại"));
        var user = await database.AddUserAsync(new GivenRole(Role.Planner, commune.Code, organization));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(List.Replace("Phạm Thị Mười", personName, StringComparison.Ordinal)));
        var import = await database.Send(new ReceiveMemberList(content, "danh-sach.csv", organization, commune.Code, ListedOn));
        await database.Send(new CheckMemberList(import.Value));
        var request = await database.Send(new RecordPersonRequest(
            personId, commune.Code, organization, PersonRequestKind.View, RunningApp.Today.AddDays(-1), "Xin xem dữ liệu của mình"));
        return await database.With(async db => new Subject(
            commune.Code,
            organization,
            import.Value,
            personId,
            await db.PersonChanges.Where(change => change.PersonId == personId).Select(change => change.Id).FirstAsync(),
            user.UserId,
            await db.RoleGrants.Where(grant => grant.UserId == user.UserId).Select(grant => grant.Id).SingleAsync(),
            await AddApprovalAsync(db, commune, organization, import.Value),
            request.Value.Id,
            await AddProposalAsync(db, organization, import.Value, personId)));
    }

    /// <summary>That another list knows her by another name.</summary>
    private static async Task<long> AddProposalAsync(MembershipDb db, string organizationCode, long importId, long personId)
    {
        var proposal = db.Add(new Proposal
        {
            PersonId = personId,
            Kind = ProposalKind.Field,
            Field = PersonField.Education,
            OrganizationId = await db.Organizations.Where(one => one.Code == organizationCode).Select(one => one.Id).SingleAsync(),
            From = ListedOn,
            ImportId = importId,
            RowNumber = 2,
            ProposedBy = "noi-khac",
        }).Entity;
        await db.SaveChangesAsync();
        return proposal.Id;
    }

    private static Task<long> AddPersonAsync(TestDatabase database, LocalityOption commune, string organizationCode, string name) => database.With(async db =>
    {
        var organization = await db.Organizations.SingleAsync(one => one.Code == organizationCode);
        var unit = new OrganizationUnit
        {
            OrganizationId = organization.Id,
            Kind = OrganizationUnitKind.BaseUnit,
            Name = organization.ShortName,
            FoldedName = PersonName.Fold(organization.ShortName),
            LocalityId = commune.Id,
            ValidFrom = new DateOnly(2025, 7, 1),
        };
        var person = new Person
        {
            FullName = name,
            FoldedName = PersonName.Fold(name),
            NameOrderKey = NameOrder.Key(name),
            BirthDate = PartialDate.TryCreate(1980, 5),
        };
        db.AddRange(unit, person);
        await db.SaveChangesAsync();
        db.Add(new Residence { PersonId = person.Id, LocalityId = commune.Id, From = unit.ValidFrom });
        db.Add(new MembershipInterval
        {
            PersonId = person.Id,
            OrganizationId = organization.Id,
            UnitId = unit.Id,
            From = unit.ValidFrom,
            BeganBy = MembershipReason.Listed,
        });
        await db.SaveChangesAsync();
        return person.Id;
    });

    private static async Task<long> AddApprovalAsync(App.Database.MembershipDb db, LocalityOption commune, string organization, long importId)
    {
        var approval = db.Add(new Approval
        {
            Kind = ApprovalKind.LargeImport,
            SubjectId = importId,
            LocalityId = commune.Id,
            OrganizationId = db.Organizations.Single(one => one.Code == organization).Id,
            Summary = "Ghi danh sách 30.000 dòng",
            RequestedBy = "nguoi-khac",
            RequestedAt = new DateTime(2025, 12, 10, 2, 0, 0, DateTimeKind.Utc),
            State = ApprovalState.Waiting,
        }).Entity;
        await db.SaveChangesAsync();
        return approval.Id;
    }
}
