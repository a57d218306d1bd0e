using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Membership.App.Members;

namespace Membership.Web.CommandLine;

internal static class PersonCommand
{
    public static void AddTo(RootCommand root)
    {
        var person = new Argument<long>("id") { Description = "Mã số của người đó trong sổ", CustomParser = Id };
        var target = CommandOptions.Out();
        var export = new Command("export", "Mọi dữ liệu đang lưu về một người, để giao cho chính người đó") { person, target };
        export.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(new ExportPerson(parsed.GetValue(person)), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            return await WrittenFile.WriteAsync(parsed.GetValue(target)!, outcome.Value.Content, token);
        });
        root.Subcommands.Add(new Command("person", "Dữ liệu của một người") { export });
    }

    private static long Id(ArgumentResult result)
    {
        if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;

        result.AddError($"mã số “{result.Tokens[0].Value}” không phải là số, ví dụ 12");
        return default;
    }
}
