using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.App.Users;
using Membership.Domain.Users;

namespace Membership.App.Samples;

/// <summary>One user for each role, to try the sample with, and one who can do the whole main job. They keep their passwords.</summary>
[Requires(Permission.Administer)]
[ConcernsNothing("follows FillDemo")]
public sealed record AddSampleUsers : IRequest<IReadOnlyList<SampleUser>>;

/// <param name="What">Her post in words.</param>
public sealed record SampleUser(string UserName, string Password, string What);

internal sealed class AddSampleUsersHandler(MembershipDb db, AccountMaking accounts, GrantMaking grants) : IRequestHandler<AddSampleUsers, IReadOnlyList<SampleUser>>
{
    private const string City = "92";
    private const string Farmers = "HND";

    private static readonly (string UserName, string What, GivenRole[] Roles)[] All =
    [
        ("canbo", "Cán bộ làm mọi việc chính, toàn thành phố, mọi tổ chức", [new(Role.DataEntry, City), new(Role.Head, City), new(Role.Planner, City)]),
        ("nhaplieu", "Cán bộ nhập liệu, Xã Phong Điền, Hội Nông dân", [new(Role.DataEntry, SampleCommunes.PhongDien.Code, Farmers)]),
        ("lanhdao", "Lãnh đạo Hội Nông dân, toàn thành phố", [new(Role.Head, City, Farmers)]),
        ("tonghop", "Cán bộ tổng hợp, toàn thành phố, mọi tổ chức", [new(Role.Planner, City)]),
        ("quantri", "Quản trị, toàn hệ thống", [new(Role.Administrator)]),
        ("kiemtra", "Kiểm tra, toàn hệ thống", [new(Role.Auditor)]),
    ];

    public async Task<IReadOnlyList<SampleUser>> Handle(AddSampleUsers request, CancellationToken cancellationToken)
    {
        var users = new List<SampleUser>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var (userName, what, roles) in All)
        {
            var made = await accounts.MakeAsync(userName, what, mustChangePassword: false);
            foreach (var role in roles)
                await grants.AddAsync(made.UserId, role, cancellationToken);
            users.Add(new SampleUser(userName, made.Password, what));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return users;
    }
}
