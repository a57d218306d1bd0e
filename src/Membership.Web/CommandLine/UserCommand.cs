using System.CommandLine;
using System.CommandLine.Parsing;
using MediatR;
using Membership.App.Users;
using Membership.Domain;
using Membership.Domain.Users;
using Membership.Web.Display;

namespace Membership.Web.CommandLine;

internal static class UserCommand
{
    public static void AddTo(RootCommand root)
    {
        root.Subcommands.Add(new Command("user", "Người dùng: thêm, cấp vai trò, ngừng, cấp lại mật khẩu, liệt kê")
        {
            Add(),
            Grant(),
            Change("disable", "Ngừng tài khoản và đăng xuất khỏi mọi thiết bị", id => new DisableUser(id), "Đã ngừng tài khoản"),
            Change("enable", "Mở lại tài khoản đã ngừng", id => new EnableUser(id), "Đã mở lại tài khoản"),
            Reset(),
            UserListCommand.Build(),
        });
    }

    private static Command Add()
    {
        var (name, role) = (Name(), new RoleOptions());
        var display = new Option<string>("--display") { Description = "Họ tên và chức danh", Required = true };
        var command = new Command("add", "Thêm người dùng với một vai trò, in mật khẩu dùng một lần") { name, display };
        role.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            return SayPassword(await host.Mediator.Send(new AddUser(parsed.GetValue(name)!, parsed.GetValue(display)!, role.Read(parsed)), token));
        });
        return command;
    }

    private static Command Grant()
    {
        var (name, role) = (Name(), new RoleOptions());
        var command = new Command("grant", "Cấp thêm một vai trò") { name };
        role.AddTo(command);
        command.SetAction((parsed, token) => ForUserAsync(
            parsed, name, (mediator, id) => mediator.Send(new GrantRole(id, role.Read(parsed)), token), _ => Say($"Đã cấp vai trò cho {parsed.GetValue(name)}."), token));
        return command;
    }

    private static Command Change(string verb, string description, Func<long, IRequest<Outcome<Unit>>> request, string done)
    {
        var name = Name();
        var command = new Command(verb, description) { name };
        command.SetAction((parsed, token) => ForUserAsync(
            parsed, name, (mediator, id) => mediator.Send(request(id), token), _ => Say($"{done} {parsed.GetValue(name)}."), token));
        return command;
    }

    private static Command Reset()
    {
        var name = Name();
        var secondFactor = new Option<bool>("--second-factor") { Description = "Tắt cả mã xác thực (mất điện thoại lẫn mã dự phòng)" };
        var command = new Command("reset-password", "Cấp lại mật khẩu: in mật khẩu dùng một lần") { name, secondFactor };
        command.SetAction((parsed, token) => ForUserAsync(
            parsed, name, (mediator, id) => mediator.Send(new ResetPassword(id, parsed.GetValue(secondFactor)), token), given => SayPassword(given), token));
        return command;
    }

    private static async Task<int> ForUserAsync<T>(
        ParseResult parsed, Argument<string> name, Func<IMediator, long, Task<Outcome<T>>> send, Func<T, int> say, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.OpenAsync(parsed, cancellationToken);
        var user = (await host.Mediator.Send(new ListUsers(), cancellationToken)).FirstOrDefault(row => row.UserName == parsed.GetValue(name));
        if (user is null)
            return Refusing.Say(new NoUserOfThatName(parsed.GetValue(name)!));

        var outcome = await send(host.Mediator, user.Id);
        return outcome.IsRefused ? Refusing.Say(outcome.Refusal!) : say(outcome.Value);
    }

    private static int SayPassword(Outcome<OneTimePassword> outcome) => outcome.IsRefused
        ? Refusing.Say(outcome.Refusal!)
        : Say($"{outcome.Value.UserName}: mật khẩu dùng một lần (chỉ hiện lần này): {outcome.Value.Password}");

    private static int Say(string sentence)
    {
        Console.Out.WriteLine(sentence);
        return 0;
    }

    private static Argument<string> Name() => new("name") { Description = "Tên đăng nhập" };

    /// <summary>The options that say which role, where, for which organization and when.</summary>
    private sealed class RoleOptions
    {
        private readonly Option<Role> _role = new("--role") { Description = $"Vai trò: {RoleSlug.All}", Required = true, CustomParser = ReadRole };
        private readonly Option<string?> _locality = new("--locality") { Description = "Mã địa phương hôm nay; mặc định: toàn hệ thống" };
        private readonly Option<string?> _organization = new("--organization") { Description = "Mã tổ chức; mặc định: mọi tổ chức" };
        private readonly Option<DateOnly?> _from = CommandOptions.Day("--from", "Ngày đầu, dạng yyyy-MM-dd; mặc định: hôm nay");
        private readonly Option<DateOnly?> _lastDay = CommandOptions.Day("--to", "Ngày cuối, dạng yyyy-MM-dd; mặc định: không hạn");

        public void AddTo(Command command)
        {
            foreach (var option in new Option[] { _role, _locality, _organization, _from, _lastDay })
                command.Options.Add(option);
        }

        public GivenRole Read(ParseResult parsed) => new(
            parsed.GetValue(_role), parsed.GetValue(_locality), parsed.GetValue(_organization), parsed.GetValue(_from), parsed.GetValue(_lastDay));

        private static Role ReadRole(ArgumentResult result)
        {
            var text = result.Tokens[0].Value;
            if (RoleSlug.Find(text) is { } role)
                return role;

            result.AddError($"vai trò “{text}” không có; hãy chọn {RoleSlug.All}");
            return default;
        }
    }
}
