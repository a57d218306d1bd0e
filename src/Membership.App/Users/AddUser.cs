using FluentValidation;
using MediatR;
using Membership.App.Database;
using Membership.App.Pipeline;
using Membership.Domain;
using Membership.Domain.Members;
using Membership.Domain.Users;
using Microsoft.AspNetCore.Identity;

namespace Membership.App.Users;

/// <summary>A new account with its first role.</summary>
[Requires(Permission.ManageUsers)]
[ConcernsNothing("the role is held against the scope when it is given")]
public sealed record AddUser(string UserName, string DisplayName, GivenRole First) : IRequest<Outcome<OneTimePassword>>;

/// <summary>What the user signs in with once; shown to who asked for it, and never again.</summary>
public sealed record OneTimePassword(long UserId, string UserName, string Password);

internal sealed class AddUserValidator : AbstractValidator<AddUser>
{
    public AddUserValidator()
    {
        RuleFor(request => request.UserName).Matches("^[a-z0-9][a-z0-9.-]{2,39}$")
            .WithMessage("Tên đăng nhập phải có từ 3 đến 40 ký tự, chỉ gồm chữ thường không dấu, chữ số, dấu chấm và dấu gạch nối, ví dụ nguyen.an.");
        RuleFor(request => request.DisplayName).Must(name => VietnameseText.Clean(name).Length is > 0 and <= 100)
            .WithMessage("Hãy ghi họ tên và chức danh, không quá 100 ký tự.");
    }
}

internal sealed class AddUserHandler(MembershipDb db, UserManager<User> users, AccountMaking accounts, GrantMaking grants)
    : IRequestHandler<AddUser, Outcome<OneTimePassword>>
{
    public async Task<Outcome<OneTimePassword>> Handle(AddUser request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await users.FindByNameAsync(request.UserName) is not null)
            return new UserNameTaken(request.UserName);

        var made = await accounts.MakeAsync(request.UserName, VietnameseText.Clean(request.DisplayName), mustChangePassword: true);
        var grant = await grants.AddAsync(made.UserId, request.First, cancellationToken);
        if (grant.IsRefused)
            return grant.Refusal!;

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }
}
